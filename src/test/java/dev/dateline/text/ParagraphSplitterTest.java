package dev.dateline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphSplitterTest {

  @Test
  void partsAtBlankLines() {
    assertThat(
            ParagraphSplitter.split("\n\nQuake hits Orvane\r\n \t\r\nIt shook.\n\n\nIt passed.\n"))
        .containsExactly("Quake hits Orvane", "It shook.", "It passed.");
  }

  @Test
  void takesEachLineWhereLinesAreParagraphs() {
    assertThat(
            ParagraphSplitter.split(
                "Quake hits Orvane\nA tremor shook the harbour town of Orvane on Monday, and nobody"
                    + " was hurt, the fire service said in a note.\nIt passed.\n"
                    + "The port stayed open all day and ferries ran on time, its master said."))
        .hasSize(4);
  }

  @Test
  void joinsWrappedLines() {
    assertThat(
            ParagraphSplitter.split(
                """
                Quake hits Orvane

                A tremor shook the harbour town of Orvane on Monday and
                nobody was hurt, the fire service said in a short note
                that it put up at the town hall.

                The port stayed open all day and ferries to the out-
                lying islands ran on time, its master said.
                """))
        .containsExactly(
            "Quake hits Orvane",
            "A tremor shook the harbour town of Orvane on Monday and nobody was hurt, the fire"
                + " service said in a short note that it put up at the town hall.",
            "The port stayed open all day and ferries to the out-lying islands ran on time, its"
                + " master said.");
  }

  @Test
  void partsWrappedLinesAtIndents() {
    assertThat(
            ParagraphSplitter.split(
                """
                    ORVANE, March 3 - A tremor shook the harbour town on Monday
                and nobody was hurt, the fire service said in a short note
                that it put up.
                    The port stayed open all day and ferries to the islands ran
                on time, its master said.
                """))
        .hasSize(2);
  }

  @Test
  void partsWrappedLinesAtShortOnes() {
    assertThat(
            ParagraphSplitter.split(
                """
                A tremor shook the harbour town of Orvane on Monday and
                nobody was hurt, the fire service said.
                The port stayed open all day and ferries to the islands
                ran on time, its master said.
                Nothing else was known on Monday night when the council
                met again.
                """))
        .hasSize(3);
  }

  @Test
  void keepsListItemsApart() {
    assertThat(ParagraphSplitter.split("He named three:\n- Ada Voss,\n- Orla Keane\n- Tam Marr"))
        .containsExactly("He named three:", "- Ada Voss,", "- Orla Keane", "- Tam Marr");
  }

  @Test
  void goesOnWhereALineEndsInTheMiddle() {
    assertThat(
            ParagraphSplitter.split("Keane changes course;\nQuestion is whether it lasts.\n\nNo."))
        .containsExactly("Keane changes course; Question is whether it lasts.", "No.");
  }

  @Test
  void takesAnything() {
    assertThat(ParagraphSplitter.split("")).isEmpty();
    assertThat(ParagraphSplitter.split(" \n\t\n\f")).isEmpty();
    assertThat(ParagraphSplitter.split("a\u2029b\u0085c")).containsExactly("a", "b c");
  }
}
