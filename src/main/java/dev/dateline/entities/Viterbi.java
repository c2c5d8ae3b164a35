package dev.dateline.entities;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the best sequence of labels under {@link NameModel} scores. Holds work space: one thread.
 */
final class Viterbi {

  /** In place of a kind: that no token is known to follow. */
  static final int NOTHING = -1;

  private static final int COUNT = Labels.COUNT;
  private static final int STRIDE = Labels.STRIDE;

  /** What no sequence scores; sums of two do not overflow. */
  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

  /** Labels with which a stretch may end, and those with which it may begin. */
  private static final int[] CLOSED =
      IntStream.range(0, COUNT).filter(l -> Labels.mayFollow(l, Labels.OUTSIDE)).toArray();

  private static final int[] OPENING =
      IntStream.range(0, COUNT).filter(l -> Labels.mayFollow(Labels.OUTSIDE, l)).toArray();

  private final NameModel model;
  private final int[] row = new int[STRIDE];
  private int[] best = new int[STRIDE * 16];
  private byte[] back = new byte[STRIDE * 16];

  Viterbi(NameModel model) {
    this.model = model;
  }

  /**
   * Labels {@code length} tokens whose rows of {@link Lanes} start at {@code scores[offset]}.
   *
   * @param kinds {@link Transitions} kind of each token from {@code first} on
   * @param next kind of the token behind them, which is outside; or {@link #NOTHING}
   * @param labels receives the labels from {@code first} on
   */
  void decode(
      long[] scores, int offset, byte[] kinds, int first, int length, int next, byte[] labels) {
    if (best.length < length * STRIDE) {
      best = new int[length * STRIDE * 2];
      back = new byte[length * STRIDE * 2];
    }
    start(model.transitions(kinds[first]), scores, offset);
    for (int i = 1; i < length; i++) {
      NameModel.unpack(scores, offset + i * Lanes.ROW, row);
      step(model.transitions(kinds[first + i]), model.gains(kinds[first + i]), i * STRIDE);
    }
    int last = (length - 1) * STRIDE;
    int label = next == NOTHING ? top(last) : topBefore(model.transitions(next), last);
    for (int i = length - 1; i >= 0; i--) {
      labels[first + i] = (byte) label;
      label = back[i * STRIDE + label];
    }
  }

  private void start(int[] transitions, long[] scores, int offset) {
    NameModel.unpack(scores, offset, row);
    Arrays.fill(best, 0, COUNT, IMPOSSIBLE);
    for (int label : OPENING) {
      best[label] = transitions[Labels.OUTSIDE * COUNT + label] + row[label];
    }
  }

  /** The closed label with the best score in a row. */
  private int top(int at) {
    int label = Labels.OUTSIDE;
    for (int candidate : CLOSED) {
      if (best[at + candidate] > best[at + label]) {
        label = candidate;
      }
    }
    return label;
  }

  /** The closed label with the best score in a row before a token that is outside any name. */
  private int topBefore(int[] transitions, int at) {
    int label = top(at);
    int score = best[at + label] + transitions[label * COUNT + Labels.OUTSIDE];
    for (int candidate : CLOSED) {
      int other = best[at + candidate] + transitions[candidate * COUNT + Labels.OUTSIDE];
      if (other > score) {
        label = candidate;
        score = other;
      }
    }
    return label;
  }

  private void step(int[] transitions, int[] gains, int at) {
    int previous = at - STRIDE;
    open(transitions, gains, previous, at);
    for (int type = 0; type < Labels.TYPES.size(); type++) {
      int begin = Labels.of(type, 0, 3);
      int inside = Labels.of(type, 1, 3);
      goOn(begin, inside, inside, transitions, at);
      goOn(begin, inside, Labels.of(type, 2, 3), transitions, at);
    }
  }

  /** Scores a label that continues a name, after the better of the two that it may follow. */
  private void goOn(int begin, int inside, int to, int[] transitions, int at) {
    int first = best[at - STRIDE + begin] + transitions[begin * COUNT + to];
    int second = best[at - STRIDE + inside] + transitions[inside * COUNT + to];
    best[at + to] = Math.max(first, second) + row[to];
    back[at + to] = (byte) (second > first ? inside : begin);
  }

  /**
   * Scores the labels that begin anew: first after the best closed label, then after the others.
   */
  private void open(int[] transitions, int[] gains, int previous, int at) {
    int top = top(previous);
    int ahead = best[previous + top];
    for (int to : OPENING) {
      best[at + to] = ahead + transitions[top * COUNT + to];
      back[at + to] = (byte) top;
    }
    for (int from : CLOSED) {
      int score = best[previous + from];
      if (ahead - score < gains[top * COUNT + from]) {
        for (int to : OPENING) {
          if (score + transitions[from * COUNT + to] > best[at + to]) {
            best[at + to] = score + transitions[from * COUNT + to];
            back[at + to] = (byte) from;
          }
        }
      }
    }
    for (int to : OPENING) {
      best[at + to] += row[to];
    }
  }
}
