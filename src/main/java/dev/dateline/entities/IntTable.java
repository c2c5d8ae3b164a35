package dev.dateline.entities;

/** Ints by int key, in open addressing. Built by one thread, then only read. */
final class IntTable {

  private int[] keys;
  private int[] values;
  private boolean[] used;
  private int size;
  private int mask;

  IntTable(int expected) {
    allocate(Integer.highestOneBit(Math.max(16, expected * 2 - 1)) * 2);
  }

  private void allocate(int capacity) {
    keys = new int[capacity];
    values = new int[capacity];
    used = new boolean[capacity];
    mask = capacity - 1;
    size = 0;
  }

  int size() {
    return size;
  }

  /** The value of {@code key}, or {@code absent}. */
  int get(int key, int absent) {
    int at = slot(key);
    return used[at] ? values[at] : absent;
  }

  void put(int key, int value) {
    if (size * 2 > mask) {
      grow();
    }
    int at = slot(key);
    if (!used[at]) {
      used[at] = true;
      keys[at] = key;
      size++;
    }
    values[at] = value;
  }

  /** Sets {@code bits} in the value of {@code key}, which counts as 0 where it has none. */
  void or(int key, int bits) {
    put(key, get(key, 0) | bits);
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    boolean[] oldUsed = used;
    allocate((mask + 1) * 2);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldUsed[i]) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  private int slot(int key) {
    int at = mix(key) & mask;
    while (used[at] && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** Spreads a key over all bits (the finaliser of MurmurHash3). */
  static int mix(int key) {
    int h = key;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    h ^= h >>> 16;
    return h;
  }
}
