package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyledTextTest {

  private static final Terminal PLAIN = new Terminal(false, 40);
  private static final Terminal COLOUR = new Terminal(true, 40);

  @Test
  void breaksLinesAtSpaces() {
    StyledText text = new StyledText().add("The harbour master said that no ferry would sail.");

    assertThat(text.wrap(PLAIN, "  ", "    "))
        .containsExactly("  The harbour master said that no ferry", "    would sail.");
  }

  @Test
  void givesALongWordALineOfItsOwn() {
    String address = "https://northwire.example/a/very/long/address/indeed";
    StyledText text = new StyledText().add("see " + address + " now");

    assertThat(text.wrap(PLAIN, "", "")).containsExactly("see", address, "now");
  }

  @Test
  void countsCodePointsNotSurrogates() {
    StyledText text = new StyledText().add("😀".repeat(39) + " end");

    assertThat(text.wrap(PLAIN, "", "")).containsExactly("😀".repeat(39), "end");
  }

  @Test
  void stylesOnlyOnColourTerminals() {
    StyledText text = new StyledText().add("by ").add("Mara", "4;36").add(".");

    assertThat(text.wrap(PLAIN, "", "")).containsExactly("by Mara.");
    assertThat(text.wrap(COLOUR, "", "")).containsExactly("by \u001b[0;4;36mMara\u001b[0m.");
  }

  @Test
  void letsNoControlCharactersThrough() {
    StyledText text = new StyledText().add("a\u001b[2Jb");

    assertThat(text.wrap(COLOUR, "", "")).containsExactly("a [2Jb");
  }
}
