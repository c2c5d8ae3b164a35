package dev.dateline.quotes;

/**
 * A map from hashes of words to small numbers, filled once and then only read. Words with the same
 * hash share an entry.
 */
final class HashTable {

  /** What {@link #get} answers for a hash that was never put. */
  static final int NONE = 0;

  /** The key in the upper half, its value in the lower: what is asked for lies together. */
  private long[] entries = new long[1024];

  private int size;

  /** Sets the value of a hash, unless it has one; {@code value} is not {@link #NONE}. */
  void putIfAbsent(int key, int value) {
    if (2 * (size + 1) > entries.length) {
      grow();
    }
    int at = slot(key);
    if ((int) entries[at] == NONE) {
      entries[at] = (long) key << 32 | value & 0xFFFFFFFFL;
      size++;
    }
  }

  int get(int key) {
    return (int) entries[slot(key)];
  }

  /** Every hash that has a value. */
  int[] keys() {
    int[] keys = new int[size];
    int count = 0;
    for (long entry : entries) {
      if ((int) entry != NONE) {
        keys[count++] = (int) (entry >>> 32);
      }
    }
    return keys;
  }

  private int slot(int key) {
    int mask = entries.length - 1;
    int at = (key * 0x9E3779B9) >>> 7 & mask;
    for (long entry = entries[at];
        (int) entry != NONE && (int) (entry >>> 32) != key;
        entry = entries[at]) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = entries;
    entries = new long[old.length * 2];
    for (long entry : old) {
      if ((int) entry != NONE) {
        entries[slot((int) (entry >>> 32))] = entry;
      }
    }
  }
}
