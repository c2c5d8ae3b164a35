package dev.dateline.text;

import java.util.Arrays;

/**
 * Converts between UTF-16 indices of a text and its Unicode code points. Free where the text has no
 * surrogates, as nearly all news has none. Immutable.
 */
final class CodePoints {

  /** UTF-16 indices of the low surrogates of well-formed pairs, in order. */
  private final int[] lows;

  CodePoints(String text) {
    int[] found = new int[8];
    int count = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i;
      }
    }
    lows = Arrays.copyOf(found, count);
  }

  /** The code point that starts at, or contains, UTF-16 index {@code index}. */
  int toCodePoint(int index) {
    if (lows.length == 0) {
      return index;
    }
    int at = Arrays.binarySearch(lows, index);
    return index - (at >= 0 ? at + 1 : -at - 1);
  }

  /** The UTF-16 index at which {@code codePoint} starts. */
  int toIndex(int codePoint) {
    int pairs = 0;
    while (pairs < lows.length && lows[pairs] - pairs <= codePoint) {
      pairs++;
    }
    return codePoint + pairs;
  }
}
