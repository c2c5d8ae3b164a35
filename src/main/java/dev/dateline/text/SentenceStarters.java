package dev.dateline.text;

import java.util.Locale;
import java.util.Set;

/**
 * Words that, capitalised after an abbreviation, nearly always start a sentence, from {@code
 * sentence-starters.txt}.
 */
final class SentenceStarters {

  private static final Set<String> WORDS =
      Set.copyOf(WordList.read(SentenceStarters.class, "sentence-starters.txt"));

  private SentenceStarters() {}

  static boolean contains(Tokens tokens, int token) {
    return tokens.isCapitalised(token)
        && WORDS.contains(tokens.form(token).toLowerCase(Locale.ROOT));
  }
}
