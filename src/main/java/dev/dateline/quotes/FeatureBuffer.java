package dev.dateline.quotes;

/** Collects the hashed features of one decision. Each use of {@link #clear} starts another. */
final class FeatureBuffer {

  private static final int CAPACITY = 96;

  private final int[] values = new int[CAPACITY];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /** The features, of which the first {@link #count} are set. */
  int[] values() {
    return values;
  }

  void add(int template, int a) {
    add(template, a, 0, 0);
  }

  void add(int template, int a, int b) {
    add(template, a, b, 0);
  }

  /** Adds the feature of {@code template} with these values. */
  void add(int template, int a, int b, int c) {
    int hash = template * 0x9E3779B9;
    hash = (hash ^ a) * 0x85EBCA6B;
    hash ^= hash >>> 15;
    hash = (hash ^ b) * 0xC2B2AE35;
    hash ^= hash >>> 13;
    hash = (hash ^ c) * 0x27D4EB2F;
    values[count++] = hash ^ hash >>> 16;
  }
}
