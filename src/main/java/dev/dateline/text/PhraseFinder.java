package dev.dateline.text;

import java.util.List;

/**
 * Tells whether any of a few phrases stands in a text, capitals aside. For looking, in one cheap
 * pass, whether a text is worth a regular expression. Immutable; thread-safe.
 */
public final class PhraseFinder {

  private static final int PREFIX = 3;

  /** Five bits of each character: the same for a letter of ASCII and its capital. */
  private static final int BITS = 5;

  private static final int MASK = (1 << PREFIX * BITS) - 1;

  /** A bit for the first characters of each phrase: nearly all others are done with by it. */
  private final long[] prefixes = new long[(MASK + 1) / Long.SIZE];

  private final String[] phrases;

  private PhraseFinder(String[] phrases) {
    this.phrases = phrases;
    for (String phrase : phrases) {
      int prefix = 0;
      for (int i = 0; i < PREFIX; i++) {
        prefix = append(prefix, phrase.charAt(i));
      }
      prefixes[prefix / Long.SIZE] |= 1L << prefix;
    }
  }

  /**
   * A finder of {@code phrases}.
   *
   * @throws IllegalArgumentException where one has less than three characters, or others than ASCII
   */
  public static PhraseFinder of(String... phrases) {
    for (String phrase : List.of(phrases)) {
      if (phrase.length() < PREFIX || phrase.chars().anyMatch(c -> c > '~')) {
        throw new IllegalArgumentException("not three characters of ASCII: " + phrase);
      }
    }
    return new PhraseFinder(phrases.clone());
  }

  /** Whether one of the phrases stands in the first {@code end} characters of {@code text}. */
  public boolean isIn(String text, int end) {
    int prefix = 0;
    for (int i = 0; i < end; i++) {
      prefix = append(prefix, text.charAt(i));
      if ((prefixes[prefix / Long.SIZE] >>> prefix & 1) != 0 && isAt(text, i + 1 - PREFIX, end)) {
        return true;
      }
    }
    return false;
  }

  private static int append(int prefix, char c) {
    return (prefix << BITS | c & (1 << BITS) - 1) & MASK;
  }

  private boolean isAt(String text, int at, int end) {
    for (String phrase : phrases) {
      if (at + phrase.length() <= end && text.regionMatches(true, at, phrase, 0, phrase.length())) {
        return true;
      }
    }
    return false;
  }
}
