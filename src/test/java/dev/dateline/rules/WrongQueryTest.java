package dev.dateline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong query is refused with the column and with what was expected there. */
class WrongQueryTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                              | 1  | a word, a phrase or a field
          `   `                           | 1  | a word, a phrase or a field
          AND cyber                       | 1  | a word, a phrase, a field or '('
          cyber AND                       | 10 | a word, a phrase, a field or '('
          cyber OR OR hack                | 10 | a word, a phrase, a field or '('
          NOT                             | 4  | a word, a phrase, a field or '('
          (cyber OR hack                  | 15 | ')' for the '(' at column 1
          cyber) hack                     | 6  | an operator or the end of the query
          ()                              | 2  | a word, a phrase, a field or '('
          "cyber attack                   | 1  | a closing '"'
          "..."                           | 1  | a word
          &                               | 1  | a word
          speker:Marrow                   | 1  | one of text, headline
          cyber AND foo:bar               | 11 | one of text, headline
          speaker:                        | 9  | a word, a phrase or '('
          speaker:[1 TO 2]                | 9  | a word, a phrase or '('
          urgency:high                    | 9  | a number
          urgency:[1 2]                   | 12 | TO
          urgency:[1 TO 2                 | 16 | ']'
          urgency:[5 TO 1]                | 15 | a later bound
          published:yesterday             | 11 | a time such as
          published:[2026-11-31 TO *]     | 12 | a time such as
          published:>=                    | 13 | a time such as
          *                               | 1  | at least 3 letters
          cy*                             | 1  | at least 3 letters
          hack OR *ing                    | 9  | at least 3 letters
          "the cy* attack"                | 1  | at least 3 letters
          war~                            | 1  | at least 4 letters
          cyber~3                         | 6  | a number from 1 to 2
          ="cyber attack"~3               | 16 | no '~'
          = AND                           | 3  | a word or a phrase after '='
          "cyber attack"~200              | 15 | a number from 1 to 100
          cyber NEAR attack               | 7  | NEAR/5
          cyber NEAR/x attack             | 7  | NEAR/5
          cyber NEAR/500 attack           | 7  | a number from 0 to 100
          cyber NEAR/5 (a AND b)          | 15 | words, phrases
          cyber NEAR/5 speaker:Marrow     | 22 | field 'text'
          3 OF (cyber, hack)              | 1  | a number from 1 to 2
          2 OF (cyber, , hack)            | 14 | a word
          2 OF (cyber OR hack)            | 13 | a word
          cyber^2                         | 6  | no '^'
          cyber {a}                       | 7  | '[' or ']'
          in:paragraph cyber              | 4  | article, section or quote
          cyber OR in:quote               | 10 | one in:
          in:quote in:section cyber       | 10 | one in:
          cyber \\                        | 8  | a character
          """)
  void isRefusedWithItsColumn(String query, int column, String expected) {
    RuleException refusal = refusal(query == null ? "" : query);
    assertThat(refusal.column()).isEqualTo(column);
    assertThat(refusal.expected()).contains(expected);
    assertThat(refusal).hasMessageContaining("column " + column);
  }

  @Test
  void boundsLengthNumberAndDepth() {
    assertThat(refusal("a ".repeat(20_000)).column()).isEqualTo(Limits.LENGTH + 1);
    assertThat(refusal("word ".repeat(401)).column()).isEqualTo(2001);
    assertThat(refusal("wild* ".repeat(25)).column()).isEqualTo(145);
    assertThat(refusal("(".repeat(5000) + "a" + ")".repeat(5000)).column()).isEqualTo(25);
    assertThat(refusal("NOT ".repeat(4000) + "a").column()).isEqualTo(97);
    assertThat(refusal('"' + "word ".repeat(25) + '"').column()).isEqualTo(1);
    assertThat(refusal("a" + " NEAR/1 a".repeat(500))).isNotNull();
  }

  @Test
  void saysWhatStandsInTheWay() {
    assertThat(refusal("(cyber")).hasMessageContaining("unexpected end of the query");
    assertThat(refusal("cyber)")).hasMessageContaining("unexpected ')'");
  }

  @Test
  void aLongListOfWordsIsARule() throws RuleException {
    String words = String.join(" OR ", Collections.nCopies(400, "cyber"));
    assertThat(RuleQuery.parse(words)).hasToString(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NOT cyber
          -cyber -hack
          cyber OR NOT hack
          in:quote
          2 OF (cyber, NOT a, NOT b)
          """)
  void aRuleMustNotOnlyExclude(String query) throws RuleException {
    assertThat(RuleQuery.parse(query)).as("as a filter").isNotNull();
    try (RuleMatcher matcher = new RuleMatcher()) {
      RuleException refusal =
          catchThrowableOfType(RuleException.class, () -> matcher.put(new Rule("r", query)));
      assertThat(refusal.expected()).contains("that must be there");
      assertThat(matcher.size()).isZero();
    }
  }

  private static RuleException refusal(String query) {
    RuleException refusal = catchThrowableOfType(RuleException.class, () -> RuleQuery.parse(query));
    assertThat(refusal).as(query).isNotNull();
    return refusal;
  }
}
