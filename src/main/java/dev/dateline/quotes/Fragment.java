package dev.dateline.quotes;

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
}
