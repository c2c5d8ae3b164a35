package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireReaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agency round-up that Dateline was first asked to read; skipped where it is not there. */
class SeedRoundupTest {

  private static final Path ROUNDUP = Path.of("../shared/data/wire/tass-955288.txt");
  private static List<Entity> entities;

  @BeforeAll
  static void read() throws Exception {
    assumeTrue(Files.exists(ROUNDUP), "no " + ROUNDUP);
    WireInput input = WireInput.of(Files.readAllBytes(ROUNDUP), "tass");
    Article article = ArticleCleaner.standard().clean(WireReaders.standard().read(input).get(0));
    entities = EntityExtractor.standard().extract(article);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sergey Lavrov | Foreign Minister | Russia
          Rex Tillerson | Secretary of State | US
          Vladimir Putin | President | Russia
          Donald Trump | President | US
          Maria Zakharova | Spokeswoman | Russia’s Foreign Ministry
          """)
  void knowsWhoHoldsWhichOffice(String name, String role, String affiliation) {
    assertThat(only(EntityType.PERSON, name).roles())
        .anySatisfy(
            found -> {
              assertThat(found.role()).isEqualTo(role);
              assertThat(found.affiliation()).isEqualTo(affiliation);
              assertThat(found.status()).isEqualTo(Role.Status.CURRENT);
            });
  }

  @Test
  void keepsThePersonsApart() {
    assertThat(entities)
        .filteredOn(entity -> entity.type() == EntityType.PERSON)
        .extracting(Entity::name)
        .containsExactlyInAnyOrder(
            "Vladimir Putin",
            "Donald Trump",
            "Sergey Lavrov",
            "Rex Tillerson",
            "Viktor Bout",
            "Konstantin Yaroshenko",
            "Barack Obama",
            "Maria Zakharova");
    assertThat(only(EntityType.PERSON, "Sergey Lavrov").mentions()).hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void knowsTheAgency() {
    assertThat(only(EntityType.ORGANISATION, "TASS").mentions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Hamburg, CITY, DE",
    "Kiev, CITY, UA",
    "Moscow, CITY, RU",
    "Washington, CITY, US-DC",
    "New York, REGION, US-NY",
    "Maryland, REGION, US-MD"
  })
  void linksThePlaces(String name, String subtype, String code) {
    Entity place = only(EntityType.PLACE, name);
    assertThat(place.subtype()).isEqualTo(subtype);
    assertThat(place.links())
        .filteredOn(link -> link.list().equals("iso3166"))
        .extracting(Link::id)
        .contains(code);
  }

  private static Entity only(EntityType type, String name) {
    List<Entity> found =
        entities.stream()
            .filter(entity -> entity.type() == type && entity.name().equals(name))
            .toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }
}
