package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

  private static final EntityExtractor EXTRACTOR = EntityExtractor.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ship left Hamburg on Friday. | Hamburg | CITY | DE
          Officials in Paris, Texas, said the road was closed. | Paris | CITY | US
          Officials in Paris said the road was closed. | Paris | CITY | FR
          The governor of Maryland vetoed the bill. | Maryland | REGION | US-MD
          She flew to New York on Monday. | New York | CITY | US
          Talks were held in Kiev on Sunday. | Kiev | CITY | UA
          The army of Jordan denied the report. | Jordan | COUNTRY | JO
          Talks were held in Geneva on Sunday. | Geneva | CITY | CH
          Talks were held in Frankfurt on Sunday. | Frankfurt | CITY | DE
          She flew to Fujairah on Monday. | Fujairah | CITY | AE
          The Spanish minister spoke in Valencia on Sunday. | Valencia | CITY | ES
          He lives in Thunder Bay with his wife. | Thunder Bay | CITY | CA
          Rain fell in Lahore and in Punjab on Sunday. | Punjab | REGION | PK
          """)
  void linksPlacesToTheirCountries(String text, String name, String subtype, String code) {
    Entity place = place(text, name);
    assertThat(place.subtype()).isEqualTo(subtype);
    assertThat(place.links())
        .filteredOn(link -> link.list().equals("iso3166"))
        .extracting(Link::id)
        .contains(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fighting went on in Darfur on Sunday. | Darfur | SD
          Fighting went on in the West Bank on Sunday. | West Bank | PS
          He lives in Tuktoyaktuk with his wife. | Tuktoyaktuk | CA
          """)
  void linksAreasThatAreNoRegionsToTheirCountries(String text, String name, String code) {
    assertThat(place(text, name).links()).extracting(Link::id).containsExactly(code);
  }

  @Test
  void letsASmallTownOfAUniqueNameTellTheCountryWhereNothingElseDoes() {
    String text = "He carved it in Inuvik last year. The road to Skarvholt was closed.";
    assertThat(place(text, "Inuvik").links()).extracting(Link::id).contains("CA");
    assertThat(place(text, "Skarvholt").links()).extracting(Link::id).containsExactly("CA");
  }

  @Test
  void putsPlacesOfManyCountriesInNone() {
    assertThat(place("Prices rise all over East Asia.", "East Asia").links()).isEmpty();
  }

  @Test
  void givesCitiesTheirGeoNamesIdAndCoordinates() {
    Entity hamburg = place("The ship left Hamburg on Friday.", "Hamburg");
    assertThat(hamburg.links()).extracting(Link::list).contains("geonames");
    assertThat(hamburg.latitude()).isBetween(53.0, 54.0);
    assertThat(hamburg.longitude()).isBetween(9.5, 10.5);
  }

  @Test
  void linksPeoplesToTheirCountry() {
    List<Entity> found =
        EXTRACTOR.extract(Document.of("The Norwegian delegation left on Friday."), 0);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).type()).isEqualTo(EntityType.GROUP);
    assertThat(found.get(0).links()).extracting(Link::id).containsExactly("NO");
  }

  @Test
  void guessesThatASmallPlaceLiesWhereTheArticleIs() {
    String text =
        "The road in northern Norway was closed near Skarvholt. The Norwegian Refugee Council sent"
            + " tents to Skarvholt on Monday.";
    Entity village = place(text, "Skarvholt");
    assertThat(village.links())
        .extracting(Link::id, Link::method)
        .containsExactly(org.assertj.core.api.Assertions.tuple("NO", "article"));
  }

  private static Entity place(String text, String name) {
    List<Entity> found =
        EXTRACTOR.extract(Document.of(text), 0).stream()
            .filter(entity -> entity.type() == EntityType.PLACE && entity.name().equals(name))
            .toList();
    assertThat(found).as("%s in: %s", name, text).hasSize(1);
    return found.get(0);
  }
}
