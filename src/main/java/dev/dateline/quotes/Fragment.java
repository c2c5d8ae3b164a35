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

  /** Puts this in its place among fragments in order, before any that starts with it. */
  void insertInto(List<Fragment> fragments) {
    int at = 0;
    while (at < fragments.size() && fragments.get(at).first < first) {
      at++;
    }
    fragments.add(at, this);
  }
}
