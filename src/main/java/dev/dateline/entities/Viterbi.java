package dev.dateline.entities;

import java.util.Arrays;

/**
 * Finds the best sequence of labels under {@link NameModel} scores. Holds work space: one thread.
 */
final class Viterbi {

  private static final int COUNT = Labels.COUNT;
  private static final int[][] BEFORE = new int[COUNT][];

  static {
    for (int to = 0; to < COUNT; to++) {
      int[] froms = new int[COUNT];
      int size = 0;
      for (int from = 0; from < COUNT; from++) {
        if (Labels.mayFollow(from, to)) {
          froms[size++] = from;
        }
      }
      BEFORE[to] = Arrays.copyOf(froms, size);
    }
  }

  private float[] best = new float[COUNT * 64];
  private byte[] back = new byte[COUNT * 64];

  /**
   * Labels {@code length} tokens whose label scores start at {@code scores[offset]}.
   *
   * @param kinds {@link Transitions} kind of each token from {@code first} on
   * @param labels receives the labels from {@code first} on
   */
  void decode(
      NameModel model,
      float[] scores,
      int offset,
      byte[] kinds,
      int first,
      int length,
      byte[] labels) {
    if (best.length < length * COUNT) {
      best = new float[length * COUNT * 2];
      back = new byte[length * COUNT * 2];
    }
    float[] opening = model.transitions(kinds[first]);
    for (int label = 0; label < COUNT; label++) {
      best[label] =
          Labels.mayFollow(Labels.OUTSIDE, label)
              ? opening[Labels.OUTSIDE * COUNT + label] + scores[offset + label]
              : Float.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < length; i++) {
      step(model.transitions(kinds[first + i]), scores, offset, i);
    }
    int label = Labels.OUTSIDE;
    float top = Float.NEGATIVE_INFINITY;
    for (int candidate = 0; candidate < COUNT; candidate++) {
      boolean mayEnd = Labels.mayFollow(candidate, Labels.OUTSIDE);
      if (mayEnd && best[(length - 1) * COUNT + candidate] > top) {
        top = best[(length - 1) * COUNT + candidate];
        label = candidate;
      }
    }
    for (int i = length - 1; i >= 0; i--) {
      labels[first + i] = (byte) label;
      label = back[i * COUNT + label];
    }
  }

  private void step(float[] transitions, float[] scores, int offset, int i) {
    int row = i * COUNT;
    int previous = row - COUNT;
    for (int to = 0; to < COUNT; to++) {
      float top = Float.NEGATIVE_INFINITY;
      int from = 0;
      for (int candidate : BEFORE[to]) {
        float score = best[previous + candidate] + transitions[candidate * COUNT + to];
        if (score > top) {
          top = score;
          from = candidate;
        }
      }
      best[row + to] = top + scores[offset + row + to];
      back[row + to] = (byte) from;
    }
  }
}
