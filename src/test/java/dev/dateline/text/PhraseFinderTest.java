package dev.dateline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhraseFinderTest {

  private final PhraseFinder finder = PhraseFinder.of("embarg", "do not use", "hold ");

  @Test
  void findsAPhraseWhereverItStandsAndHoweverItIsWritten() {
    assertThat(isIn("EMBARGOED until noon")).isTrue();
    assertThat(isIn("The copy is under embargo")).isTrue();
    assertThat(isIn("Please Do Not Use before the vote")).isTrue();
    assertThat(isIn("\u201cThey uphold it,\u201d he said. Hold it")).isTrue();
  }

  @Test
  void findsNothingInOtherWords() {
    assertThat(isIn("")).isFalse();
    assertThat(isIn("em")).isFalse();
    assertThat(isIn("The ember glowed; the household, the hold")).isFalse();
    assertThat(isIn("\u0145\u014d\u0144 \u8d64\u5b57\u8d64\u5b57")).isFalse();
  }

  @Test
  void looksNoFurtherThanItIsTold() {
    String text = "Under embargo";
    assertThat(finder.isIn(text, text.length() - 1)).isTrue();
    assertThat(finder.isIn(text, text.length() - 2)).isFalse();
  }

  @Test
  void takesNoPhraseItCannotFind() {
    assertThatThrownBy(() -> PhraseFinder.of("no")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PhraseFinder.of("ver\u00f6ffentlich"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean isIn(String text) {
    return finder.isIn(text, text.length());
  }
}
