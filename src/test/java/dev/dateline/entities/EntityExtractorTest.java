package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntityExtractorTest {

  private static final EntityExtractor EXTRACTOR = EntityExtractor.standard();

  @Test
  void makesOneEntityOfTheNamesOfOnePerson() {
    Entity keane =
        only(
            "Orla Keane, the minister, met reporters on Monday. Keane said the talks would go on."
                + " \"We will see,\" said Mrs Keane. Keane's deputy agreed.",
            EntityType.PERSON);
    assertThat(keane.name()).isEqualTo("Orla Keane");
    assertThat(keane.aliases()).containsExactly("Keane");
    assertThat(keane.mentions())
        .extracting(Mention::text)
        .containsExactly("Orla Keane", "Keane", "Keane", "Keane");
  }

  @Test
  void joinsABodyWithTheWordInBracketsThatStandsForIt() {
    String text =
        "The Nicaraguan Center for Human Rights (Cenidh) said no. Cenidh said on Monday it would"
            + " appeal.";
    assertThat(EntityExtractor.standard().extract(Document.of(text), 0))
        .filteredOn(entity -> entity.type() == EntityType.ORGANISATION)
        .singleElement()
        .extracting(Entity::name, Entity::aliases)
        .containsExactly("Nicaraguan Center for Human Rights", java.util.List.of("Cenidh"));
  }

  @Test
  void bodiesThatShareAnAcronymStayTwo() {
    assertThat(
            all("The National Union of Harbour Workers (NUHW) called a strike on Friday. The NUHW"
                    + " said the National Union of Hospital Workers would walk out, too.")
                .filter(entity -> entity.type() == EntityType.ORGANISATION)
                .map(Entity::name))
        .containsExactly("National Union of Harbour Workers", "National Union of Hospital Workers");
  }

  @Test
  void joinsAnAcronymToItsLongForm() {
    Entity union =
        only(
            "The National Union of Harbour Workers (NUHW) called a strike on Friday. The NUHW said"
                + " its members would walk out.",
            EntityType.ORGANISATION);
    assertThat(union.name()).isEqualTo("National Union of Harbour Workers");
    assertThat(union.aliases()).containsExactly("NUHW");
  }

  @Test
  void takesAnEmptyText() {
    assertThat(EXTRACTOR.extract(Document.of(""), 0)).isEmpty();
  }

  private static Entity only(String text, EntityType type) {
    List<Entity> found = all(text).filter(entity -> entity.type() == type).toList();
    assertThat(found).as("%s in: %s", type, text).hasSize(1);
    return found.get(0);
  }

  private static Stream<Entity> all(String text) {
    return EXTRACTOR.extract(Document.of(text), 0).stream();
  }
}
