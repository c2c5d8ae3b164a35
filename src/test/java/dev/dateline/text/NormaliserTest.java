package dev.dateline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words.",
        "“Café Åre” – the minister’s plan… costs £3",
        "Orvane and Tessaly agreed; 5 € each",
        "SÃO PAULO",
        "naïve façade",
        "AT&T and Q&A",
        "Владимир met 李明",
        "👩‍🚒 at work",
        "می‌خواهم",
      })
  void leavesCleanTextAlone(String text) {
    assertThat(Normaliser.clean(text)).isEqualTo(text);
  }

  @Test
  void returnsTheSameStringWhereThereIsNothingToDo() {
    String text = "“Nothing,” Ada Voss said.";
    assertThat(Normaliser.clean(text)).isSameAs(text);
  }

  @Test
  void joinsWhiteSpace() {
    assertThat(Normaliser.clean("  a\u00a0b \t\r\n c\u2009d\u3000 ")).isEqualTo("a b c d");
  }

  @Test
  void dropsWhatCannotBeSeen() {
    assertThat(
            Normaliser.clean("\ufeffmin\u00adis\u200bter\u0000 \u202aof\u202c\u0007 state\ud800"))
        .isEqualTo("minister of state");
    assertThat(Normaliser.clean(" \u200b\u00ad ")).isEmpty();
    assertThat(Normaliser.clean(null)).isEmpty();
  }

  @Test
  void composes() {
    assertThat(Normaliser.clean("Cafe\u0301")).isEqualTo("Café");
    assertThat(Normaliser.clean("o\ufb00er \ufb01rst")).isEqualTo("offer first");
  }

  @Test
  void resolvesReferences() {
    assertThat(Normaliser.clean("Q&amp;A &#8220;now&#8221;&nbsp;&lt;b&gt;"))
        .isEqualTo("Q&A “now” <b>");
    assertThat(Normaliser.clean("R&D; and &unknown;")).isEqualTo("R&D; and &unknown;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the minister’s “plan” – 5 €",
        "café in Zürich, señor",
        "Привет, мир",
        "quake 😀 passed",
        "naïve… façade",
      })
  void repairsTextReadInTheWrongEncoding(String text) {
    String garbled = new String(text.getBytes(StandardCharsets.UTF_8), WINDOWS_1252);
    if (garbled.indexOf('\ufffd') < 0) {
      assertThat(Normaliser.clean(garbled)).isEqualTo(text);
    }
    String latin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(Normaliser.clean(latin)).isEqualTo(text);
    String twice = new String(latin.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(Normaliser.clean(twice)).isEqualTo(text);
  }

  @Test
  void readsControlCharactersAsWindowsDoes() {
    assertThat(Normaliser.clean("\u0093No\u0094 \u0096 the minister\u0092s word"))
        .isEqualTo("“No” – the minister’s word");
  }
}
