package dev.dateline.entities;

import java.util.Arrays;

/** Numbers the features seen in training; two of one hash are one feature. */
final class FeatureIndex {

  private final IntTable counts = new IntTable(1 << 20);
  private final IntTable ids = new IntTable(1 << 20);
  private int[] hashes = new int[1 << 16];
  private int size;

  void count(int[] features) {
    for (int feature : features) {
      counts.put(feature, counts.get(feature, 0) + 1);
    }
  }

  /** The ids of those features that were counted at least {@code least} times. */
  int[] ids(int[] features, int least) {
    int[] found = new int[features.length];
    int kept = 0;
    for (int feature : features) {
      if (counts.get(feature, 0) >= least) {
        found[kept++] = id(feature);
      }
    }
    return Arrays.copyOf(found, kept);
  }

  private int id(int feature) {
    int id = ids.get(feature, -1);
    if (id < 0) {
      id = size++;
      ids.put(feature, id);
      if (id == hashes.length) {
        hashes = Arrays.copyOf(hashes, id * 2);
      }
      hashes[id] = feature;
    }
    return id;
  }

  int hash(int id) {
    return hashes[id];
  }

  int size() {
    return size;
  }
}
