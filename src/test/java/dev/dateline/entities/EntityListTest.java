package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityListTest {

  private static final String CSV =
      """
      id,name,aliases,type,country,birthYear
      p1,"Qasim, Muhammad Yusuf",,PERSON,JO,1961
      p2,Zoë Lindqvist,Zoe L. Maartens|Z. Lindqvist,PERSON,SE,
      p3,John Peter Harrow,,PERSON,,1950
      o1,Velian Steel Works,VSW,ORGANISATION,,
      """;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Muhammad Yusuf Qasim, p1, name-order, 0.95",
        "Mohammed Yousef Qasem, p1, transliteration, 0.85",
        "Zoe Lindqvist, p2, exact, 1.0",
        "Lindqvist, -, -, 0",
        "John Harrow, p3, middle-name, 0.8",
        "J. Harrow, p3, initial, 0.6",
        "Jane Harrow, -, -, 0",
        "Peter Harrow, -, -, 0",
      })
  void matchesPersons(String name, String id, String method, double score) throws IOException {
    Link link = list(CSV).match(name, EntityType.PERSON, null, 0);
    if (id == null) {
      assertThat(link).isNull();
    } else {
      assertThat(link.id()).isEqualTo(id);
      assertThat(link.method()).isEqualTo(method);
      assertThat(link.score()).isEqualTo(score);
      assertThat(link.hash()).hasSize(32);
    }
  }

  @Test
  void matchesOneWordNamesOfOrganisationsOnly() throws IOException {
    assertThat(list(CSV).match("VSW", EntityType.ORGANISATION, null, 0).id()).isEqualTo("o1");
    assertThat(list(CSV).match("VSW", EntityType.PERSON, null, 0)).isNull();
  }

  @Test
  void trustsNamesakesOfAnotherCountryOrAgeLess() throws IOException {
    assertThat(list(CSV).match("John Peter Harrow", EntityType.PERSON, null, 1951).score())
        .isEqualTo(1.0);
    assertThat(list(CSV).match("John Peter Harrow", EntityType.PERSON, null, 1990).score())
        .isEqualTo(0.5);
    assertThat(list(CSV).match("Zoë Lindqvist", EntityType.PERSON, "NO", 0).score()).isEqualTo(0.7);
  }

  @Test
  void readsJsonLines() throws IOException {
    EntityList list =
        list(
            """
            {"id": 7, "name": "Velia Bank", "aliases": ["VB"], "type": "organization"}
            {"id": 8, "name": "Ada Voss"}
            """);
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.match("VB", EntityType.ORGANISATION, null, 0).id()).isEqualTo("7");
    assertThat(list.match("Ada Voss", EntityType.PERSON, null, 0).id()).isEqualTo("8");
  }

  @Test
  void saysWhichRowIsBad() {
    assertThatThrownBy(() -> list("id,name\n1,Ada Voss\n2,\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("row 3");
    assertThatThrownBy(() -> list("key,title\n")).hasMessageContaining("id and name");
    assertThatThrownBy(() -> list("id,name\n1,\"Ada\n")).hasMessageContaining("not closed");
    assertThatThrownBy(() -> list("{\"id\": 1, \"name\"")).hasMessageContaining("line 1");
  }

  private static EntityList list(String content) throws IOException {
    return EntityListReader.read("watch", content.getBytes(StandardCharsets.UTF_8));
  }
}
