package dev.dateline.entities;

/** Ints by int key, in open addressing. Built by one thread, then only read. */
final class IntTable {

  /**
   * Keys in the upper halves, values in the lower: side by side, one look into memory finds both. A
   * place whose key is 0 is free.
   */
  private long[] slots;

  private int mask;
  private int size;

  /** Whether there is a value of key 0, which has no place of its own, and that. */
  private boolean hasZero;

  private int zero;

  IntTable(int expected) {
    allocate(Integer.highestOneBit(Math.max(16, expected * 2 - 1)) * 2);
  }

  private void allocate(int capacity) {
    slots = new long[capacity];
    mask = capacity - 1;
  }

  int size() {
    return size;
  }

  /** The value of {@code key}, or {@code absent}. */
  int get(int key, int absent) {
    if (key == 0) {
      return hasZero ? zero : absent;
    }
    long slot = slots[at(key)];
    return slot == 0 ? absent : (int) slot;
  }

  void put(int key, int value) {
    if (key == 0) {
      size += hasZero ? 0 : 1;
      hasZero = true;
      zero = value;
      return;
    }
    if (size * 2 > mask) {
      grow();
    }
    int at = at(key);
    size += slots[at] == 0 ? 1 : 0;
    slots[at] = (long) key << 32 | value & 0xffffffffL;
  }

  /** Sets {@code bits} in the value of {@code key}, which counts as 0 where it has none. */
  void or(int key, int bits) {
    put(key, get(key, 0) | bits);
  }

  private void grow() {
    long[] old = slots;
    allocate((mask + 1) * 2);
    for (long slot : old) {
      if (slot != 0) {
        slots[at((int) (slot >>> 32))] = slot;
      }
    }
  }

  /** Where a key is, or the free place where it would be. */
  private int at(int key) {
    int at = mix(key) & mask;
    while (slots[at] != 0 && (int) (slots[at] >>> 32) != key) {
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
