package dev.dateline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TokensTest {

  /** Words of every make: plain ones are cut and hashed in one go, others letter by letter. */
  private static final String TEXT =
      "The premier, Åsa MARR (of Vel), can't say; NATO's U.S. envoy is in Møre. Élan, AT&T and I";

  @Test
  void hashesEveryWordAsJavaDoes() {
    Tokens tokens = Document.of(TEXT).tokens();

    for (int i = 0; i < tokens.count(); i++) {
      assertThat(tokens.hash(i)).as(tokens.form(i)).isEqualTo(tokens.form(i).hashCode());
      assertThat(tokens.lowerHash(i))
          .as(tokens.form(i))
          .isEqualTo(tokens.form(i).toLowerCase(Locale.ROOT).hashCode());
    }
  }

  @Test
  void tellsCapitalsWhateverAWordIsMadeOf() {
    Tokens tokens = Document.of(TEXT).tokens();

    assertThat(is("The", tokens, Tokens::isCapitalised)).isTrue();
    assertThat(is("The", tokens, Tokens::isAllUpper)).isFalse();
    assertThat(is("premier", tokens, Tokens::isCapitalised)).isFalse();
    assertThat(is("Åsa", tokens, Tokens::isCapitalised)).isTrue();
    assertThat(is("MARR", tokens, Tokens::isAllUpper)).isTrue();
    assertThat(is("NATO", tokens, Tokens::isAllUpper)).isTrue();
    assertThat(is("AT&T", tokens, Tokens::isAllUpper)).isTrue();
    assertThat(is("I", tokens, Tokens::isAllUpper)).isTrue();
  }

  @Test
  void tellsWhereABlankStands() {
    Tokens tokens = Document.of(TEXT).tokens();

    assertThat(is("premier", tokens, Tokens::spaceBefore)).isTrue();
    assertThat(is("of", tokens, Tokens::spaceBefore)).isFalse();
    assertThat(is("The", tokens, Tokens::spaceBefore)).isTrue();
  }

  private interface Question {
    boolean ask(Tokens tokens, int token);
  }

  private static boolean is(String form, Tokens tokens, Question question) {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.form(i).equals(form)) {
        return question.ask(tokens, i);
      }
    }
    throw new AssertionError("no token " + form);
  }
}
