package dev.dateline.wire;

import java.util.HashMap;
import java.util.Map;

/** A text as the bag of its runs of three words, to tell how much two texts share. Immutable. */
final class Shingles {

  private static final int WORDS = 3;

  private final Map<Long, Integer> counts;
  private final int size;

  private Shingles(Map<Long, Integer> counts, int size) {
    this.counts = counts;
    this.size = size;
  }

  static Shingles of(String text) {
    Map<Long, Integer> counts = new HashMap<>();
    long[] last = new long[WORDS];
    int size = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word = word * 31 + Character.toLowerCase(c);
      }
      boolean ends = !Character.isLetterOrDigit(c) || Character.isIdeographic(c);
      if (ends && word != 0) {
        System.arraycopy(last, 1, last, 0, WORDS - 1);
        last[WORDS - 1] = word;
        long shingle = 0;
        for (long each : last) {
          shingle = shingle * 0x9E3779B97F4A7C15L + each;
        }
        counts.merge(shingle, 1, Integer::sum);
        size++;
        word = 0;
      }
    }
    return new Shingles(counts, size);
  }

  /** How much of {@code part} is in this, 0 to 1. */
  double share(Shingles part) {
    return part.size == 0 ? 0 : (double) shared(part) / part.size;
  }

  /** Harmonic mean of what each has of the other, 0 to 1. */
  double f1(Shingles other) {
    int shared = shared(other);
    return size + other.size == 0 ? 0 : 2.0 * shared / (size + other.size);
  }

  private int shared(Shingles other) {
    int shared = 0;
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      shared += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
    }
    return shared;
  }
}
