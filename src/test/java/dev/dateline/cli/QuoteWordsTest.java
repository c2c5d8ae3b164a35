package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteWordsTest {

  @Test
  void eachPartOfADirectQuoteStandsInMarksOfItsOwn() {
    assertThat(QuoteWords.lines("We sailed at six, The deck was empty.", List.of(17, 19), true))
        .containsExactly("“We sailed at six” … “The deck was empty.”");
  }

  @Test
  void aParagraphIsALine() {
    assertThat(QuoteWords.lines("We sailed.\n\nWe came back.", List.of(10, 13), true))
        .containsExactly("“We sailed.”", "“We came back.”");
  }

  @Test
  void whatIsReportedKeepsItsOwnMarks() {
    assertThat(QuoteWords.lines("that the deck was “empty” at six", List.of(25, 6), false))
        .containsExactly("that the deck was “empty” … at six");
  }

  @Test
  void countsCodePoints() {
    assertThat(QuoteWords.lines("Ahoy 🚢, Cast off!", List.of(7, 9), true))
        .containsExactly("“Ahoy 🚢” … “Cast off!”");
  }

  @Test
  void lengthsThatDoNotFitLeaveTheTextWhole() {
    assertThat(QuoteWords.lines("We sailed at six", List.of(5, 5), true))
        .containsExactly("“We sailed at six”");
    assertThat(QuoteWords.lines("We sailed", List.of(50), true)).containsExactly("“We sailed”");
    assertThat(QuoteWords.lines("We sailed", List.of(), true)).containsExactly("“We sailed”");
  }
}
