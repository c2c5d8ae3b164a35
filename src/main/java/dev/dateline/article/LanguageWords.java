package dev.dateline.article;

/**
 * Small words with the languages they are of, found in a text without making strings of its words.
 * Immutable once filled; then thread-safe.
 */
final class LanguageWords {

  private static final int CAPACITY = 1 << 12;
  private static final int MOST = CAPACITY / 2;

  /** Open addressing, by the hash of the letters. */
  private final String[] words = new String[CAPACITY];

  private final long[] languages = new long[CAPACITY];
  private int size;

  /**
   * Adds {@code bits} to the languages of {@code word}, which is in small letters.
   *
   * @throws IllegalStateException where there are too many words
   */
  void add(String word, long bits) {
    int slot = slot(word, 0, word.length());
    if (words[slot] == null && ++size > MOST) {
      throw new IllegalStateException("more than " + MOST + " words");
    }
    words[slot] = word;
    languages[slot] |= bits;
  }

  /** The languages of the word at {@code [begin, end)}, capitals aside; 0 where it is of none. */
  long of(String text, int begin, int end) {
    return languages[slot(text, begin, end)];
  }

  /** Where the word is, or the free place where it would be. */
  private int slot(String text, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = 31 * hash + lower(text.charAt(i));
    }
    int slot = (hash ^ hash >>> 15) & (CAPACITY - 1);
    while (words[slot] != null && !isAt(words[slot], text, begin, end)) {
      slot = (slot + 1) & (CAPACITY - 1);
    }
    return slot;
  }

  private static boolean isAt(String word, String text, int begin, int end) {
    if (word.length() != end - begin) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      if (lower(text.charAt(i)) != word.charAt(i - begin)) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'a' && c <= 'z' ? c : Character.toLowerCase(c);
  }
}
