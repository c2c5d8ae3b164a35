package dev.dateline.quotes;

import java.util.Arrays;

/**
 * A map from hashes of words to small numbers, filled once and then only read. Words with the same
 * hash share an entry.
 */
final class HashTable {

  /** What {@link #get} answers for a hash that was never put. */
  static final int NONE = 0;

  private int[] keys = new int[1024];
  private int[] values = new int[1024];
  private int size;

  /** Sets the value of a hash, unless it has one; {@code value} is not {@link #NONE}. */
  void putIfAbsent(int key, int value) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    int at = slot(key);
    if (values[at] == NONE) {
      keys[at] = key;
      values[at] = value;
      size++;
    }
  }

  int get(int key) {
    return values[slot(key)];
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int at = (key * 0x9E3779B9) >>> 7 & mask;
    while (values[at] != NONE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    Arrays.fill(values, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
