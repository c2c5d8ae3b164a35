package dev.dateline.rules;

import java.util.Arrays;

/**
 * A set of terms by their hash codes: never denies a term that is in it, and very rarely admits one
 * that is not. Safe to read from any number of threads while nobody adds.
 */
final class HashFilter {

  private int[] table = new int[16];
  private int size;
  private boolean zero;

  void add(int hash) {
    if (hash == 0) {
      zero = true;
      return;
    }
    if (2 * size >= table.length) {
      int[] old = table;
      table = new int[2 * old.length];
      size = 0;
      Arrays.stream(old).filter(known -> known != 0).forEach(this::add);
    }
    int slot = find(hash);
    if (table[slot] == 0) {
      table[slot] = hash;
      size++;
    }
  }

  boolean mightHave(int hash) {
    return hash == 0 ? zero : table[find(hash)] != 0;
  }

  boolean isEmpty() {
    return size == 0 && !zero;
  }

  private int find(int hash) {
    int mask = table.length - 1;
    int slot = (hash * 0x9E3779B9 >>> 7) & mask;
    while (table[slot] != 0 && table[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
