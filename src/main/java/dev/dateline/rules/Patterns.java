package dev.dateline.rules;

import dev.dateline.rules.Node.Word.Form;
import java.util.ArrayList;
import java.util.List;

/** Words with wildcards: how they are cut up and what is allowed. */
final class Patterns {

  private Patterns() {}

  /**
   * The words of {@code text}, parted at hyphens as those of an article are; the last may have
   * wildcards.
   *
   * @throws RuleException where too few letters stand before the first wildcard
   */
  static List<Node.Word> words(String text, Lexer.Token token) throws RuleException {
    List<Node.Word> words = new ArrayList<>();
    for (String part : text.split("-")) {
      if (part.isEmpty()) {
        continue;
      }
      int first = first(part);
      if (first == part.length()) {
        words.add(new Node.Word(part, Form.PLAIN));
      } else {
        if (first < Limits.WILDCARD_PREFIX || !isPlain(part)) {
          throw new RuleException(
              "the wildcard in '" + part + "' could stand for too much",
              token.column(),
              "at least " + Limits.WILDCARD_PREFIX + " letters before '*' or '?'");
        }
        words.add(
            new Node.Word(
                part,
                first == part.indexOf('*') && first == part.length() - 1
                    ? Form.PREFIX
                    : Form.WILDCARD));
      }
    }
    return words;
  }

  /** Where the first wildcard stands; the length where there is none. */
  static int first(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '*' || text.charAt(i) == '?') {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isPlain(String part) {
    return part.codePoints()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c) || c == '*' || c == '?' || c == '\'' || c == '\u2019');
  }
}
