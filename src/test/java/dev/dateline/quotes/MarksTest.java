package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {

  @Test
  void pairsCurlyMarks() {
    assertThat(inside("“We will go,” Marr said. “All of us.”"))
        .containsExactly("We will go,", "All of us.");
  }

  @Test
  void pairsStraightMarksByTheirBlanks() {
    assertThat(inside("\"We will go,\" Marr said. \"All of us.\""))
        .containsExactly("We will go,", "All of us.");
  }

  @Test
  void pairsDoubledBackticksAndApostrophes() {
    assertThat(inside("``We won't go,'' Marr said. ''Ever.''"))
        .containsExactly("We won't go,", "Ever.");
  }

  @Test
  void pairsGuillemetsAndGermanMarks() {
    assertThat(inside("«We go», said Marr. »Then stay«")).contains("We go");
    assertThat(inside("„We go“, said Marr. „Now“.")).containsExactly("We go", "Now");
  }

  @Test
  void tellsBritishSingleMarksFromApostrophes() {
    assertThat(inside("‘The ministers’ plan won’t work,’ Marr said. ‘It’s the voters’ call.’"))
        .containsExactly("The ministers’ plan won’t work,", "It’s the voters’ call.");
    assertThat(inside("'It isn't the farmers' fault,' Marr said."))
        .containsExactly("It isn't the farmers' fault,");
    assertThat(inside("The farmers’ union met in the ’90s.")).isEmpty();
  }

  @Test
  void nestsMarks() {
    Marks marks = marks("“She told me ‘never again’ and left,” Marr said.");
    assertThat(marks.stretches()).hasSize(2);
    assertThat(marks.stretches().get(1).outer()).isZero();
  }

  @Test
  void chainsParagraphsThatOpenWithAMark() {
    Marks marks = marks("“We go on.\n\n“And on,” Marr said.");
    assertThat(marks.stretches()).hasSize(2);
    assertThat(marks.stretches().get(1).continues()).isZero();
  }

  @Test
  void carriesAMarkIntoAParagraphThatOnlyClosesIt() {
    Marks marks = marks("“We go on.\n\nAnd on,” Marr said. “Yes.”");
    assertThat(marks.stretches()).hasSize(3);
    assertThat(marks.stretches().get(1).continues()).isZero();
    assertThat(inside("\"We go on.\n\nAnd on,\" Marr said."))
        .containsExactly("We go on.", "And on,");
    assertThat(inside("“We go on.\n\nNobody spoke. “Yes,” Marr said."))
        .containsExactly("We go on.", "Yes,");
  }

  @Test
  void endsAnUnclosedMarkWithItsParagraph() {
    assertThat(inside("“We go on.\n\nNobody spoke.\n\n“Yes,” Marr said."))
        .containsExactly("We go on.", "Yes,");
  }

  @Test
  void goesOnOverAParagraphWithTheSameSortOfMarkOnly() {
    Marks marks = marks("\"The hall fell silent.\n\n“We go on,” she said.");
    assertThat(marks.stretches()).hasSize(2);
    assertThat(marks.stretches().get(1).continues()).isEqualTo(-1);
  }

  @Test
  void leavesStrayMarksAlone() {
    assertThat(inside("We go,” Marr said. “Yes.”")).containsExactly("Yes.");
    assertThat(inside("He is 6'2\" tall. \"Yes,\" Marr said.")).containsExactly("Yes,");
  }

  private static Marks marks(String text) {
    return Marks.of(Document.of(text));
  }

  private static List<String> inside(String text) {
    Document document = Document.of(text);
    return Marks.of(document).stretches().stream()
        .filter(stretch -> stretch.last() > stretch.first())
        .map(s -> document.text(document.tokenSpan(s.first(), s.last())))
        .toList();
  }
}
