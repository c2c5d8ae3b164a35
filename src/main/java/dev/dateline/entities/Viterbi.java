package dev.dateline.entities;

import java.util.stream.IntStream;

/**
 * Finds the best sequence of labels under {@link NameModel} scores. Holds work space: one thread.
 */
final class Viterbi {

  private static final int COUNT = Labels.COUNT;
  private static final int STRIDE = Labels.STRIDE;

  /** Labels with which a stretch may end, and those with which it may begin. */
  private static final int[] CLOSED =
      IntStream.range(0, COUNT).filter(l -> Labels.mayFollow(l, Labels.OUTSIDE)).toArray();

  private static final int[] OPENING =
      IntStream.range(0, COUNT).filter(l -> Labels.mayFollow(Labels.OUTSIDE, l)).toArray();

  /** Labels inside a name, and for each the labels of the same name that it may follow. */
  private static final int[] CONTINUING =
      IntStream.range(0, COUNT).filter(l -> !Labels.mayFollow(Labels.OUTSIDE, l)).toArray();

  private static final int[][] BEFORE =
      IntStream.range(0, COUNT)
          .mapToObj(
              to -> IntStream.range(0, COUNT).filter(from -> Labels.mayFollow(from, to)).toArray())
          .toArray(int[][]::new);

  private final int[] active = new int[CLOSED.length];
  private float[] best = new float[STRIDE * 64];
  private byte[] back = new byte[STRIDE * 64];

  /**
   * Labels {@code length} tokens whose rows of label scores start at {@code scores[offset]}.
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
    if (best.length < length * STRIDE) {
      best = new float[length * STRIDE * 2];
      back = new byte[length * STRIDE * 2];
    }
    float[] opening = model.transitions(kinds[first]);
    for (int label : CONTINUING) {
      best[label] = Float.NEGATIVE_INFINITY;
    }
    for (int label : OPENING) {
      best[label] = opening[Labels.OUTSIDE * COUNT + label] + scores[offset + label];
    }
    for (int i = 1; i < length; i++) {
      int kind = kinds[first + i];
      step(model.transitions(kind), model.spread(kind), scores, offset, i);
    }
    int label = Labels.OUTSIDE;
    for (int candidate : CLOSED) {
      if (best[(length - 1) * STRIDE + candidate] > best[(length - 1) * STRIDE + label]) {
        label = candidate;
      }
    }
    for (int i = length - 1; i >= 0; i--) {
      labels[first + i] = (byte) label;
      label = back[i * STRIDE + label];
    }
  }

  private void step(float[] transitions, float spread, float[] scores, int offset, int i) {
    int row = i * STRIDE;
    int previous = row - STRIDE;
    int count = activate(previous, spread);
    for (int to : OPENING) {
      float top = Float.NEGATIVE_INFINITY;
      int from = 0;
      for (int j = 0; j < count; j++) {
        float score = best[previous + active[j]] + transitions[active[j] * COUNT + to];
        if (score > top) {
          top = score;
          from = active[j];
        }
      }
      best[row + to] = top + scores[offset + row + to];
      back[row + to] = (byte) from;
    }
    for (int to : CONTINUING) {
      float top = Float.NEGATIVE_INFINITY;
      int from = BEFORE[to][0];
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

  /** Collects the closed labels that can still be part of a best sequence; this loses none. */
  private int activate(int previous, float spread) {
    float top = Float.NEGATIVE_INFINITY;
    for (int label : CLOSED) {
      top = Math.max(top, best[previous + label]);
    }
    int count = 0;
    for (int label : CLOSED) {
      if (best[previous + label] >= top - spread) {
        active[count++] = label;
      }
    }
    return count;
  }
}
