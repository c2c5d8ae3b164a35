package dev.dateline.entities;

import java.util.Arrays;

/** Collects hashed features: a template number and up to three values make one int. */
final class FeatureBuffer {

  private int[] values = new int[128];
  private int[] rows = new int[128];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }

  /** Work space for what a model knows of the features, with room for all of them. */
  int[] rows() {
    if (rows.length < size) {
      rows = new int[values.length];
    }
    return rows;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  void add(int template, int value) {
    put(IntTable.mix(template * 0x9e3779b1 + value));
  }

  void add(int template, int first, int second) {
    put(IntTable.mix(stir(template * 0x9e3779b1 + first) + second));
  }

  void add(int template, int first, int second, int third) {
    put(IntTable.mix(stir(stir(template * 0x9e3779b1 + first) + second) + third));
  }

  /** A cheap step between values; {@link IntTable#mix} at the end spreads the bits. */
  private static int stir(int hash) {
    return Integer.rotateLeft(hash * 0xcc9e2d51, 15) * 0x1b873593;
  }

  private void put(int hash) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = hash;
  }
}
