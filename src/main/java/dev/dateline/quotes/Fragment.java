package dev.dateline.quotes;

import java.util.List;

/**
 * A contiguous stretch of reported words, in {@link Words}.
 *
 * @param first its first word
 * @param last one past its last word
 * @param margin how sure the model is of it, in its own units
 */
record Fragment(int first, int last, double margin) {

  boolean overlaps(int otherFirst, int otherLast) {
    return first < otherLast && otherFirst < last;
  }

  /** Whether any of some fragments has a word of {@code [first, last)}. */
  static boolean anyOverlaps(List<Fragment> fragments, int first, int last) {
    for (int i = 0; i < fragments.size(); i++) {
      if (fragments.get(i).overlaps(first, last)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of some fragments has a word. */
  static boolean anyHas(List<Fragment> fragments, int word) {
    return anyOverlaps(fragments, word, word + 1);
  }

  /** Puts this in its place among fragments in order, before any that starts with it. */
  void insertInto(List<Fragment> fragments) {
    int at = 0;
    while (at < fragments.size() && fragments.get(at).first < first) {
      at++;
    }
    fragments.add(at, this);
  }
}
