package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The readings of a run of words that the chain of {@link SpanModel} leaves open: every span that
 * lies on a path nearly as good as the best one. Spans are weighed as a whole here, which turns the
 * chain into a semi-Markov model (Sarawagi and Cohen 2004) over a pruned lattice.
 */
final class SpanLattice {

  /** How far below the best path a path may lie for its spans to be weighed, as a logarithm. */
  static final double BEAM = 3.5;

  /** How far below another a score may be and still count beside it. */
  private static final double NEGLIGIBLE = 12;

  /** How far the smaller of two scores lifts their sum, in steps of how far below it is. */
  private static final int STEPS = 64;

  private static final double[] RISE = new double[(int) NEGLIGIBLE * STEPS + 2];

  static {
    for (int i = 0; i < RISE.length; i++) {
      RISE[i] = Math.log1p(Math.exp((double) -i / STEPS));
    }
  }

  private static final int MOST_SPANS = 4000;
  private static final int LONGEST = 1500;
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /**
   * A span of the run.
   *
   * @param start its first word, in the run
   * @param end one past its last
   * @param state {@link SpanModel#QUOTED} or {@link SpanModel#PLAIN}
   * @param score what the chain says of its start and its inside
   */
  record Candidate(int start, int end, int state, double score) {}

  private final int length;
  private final double scale;
  private final int[] scores;
  private final List<Candidate> candidates = new ArrayList<>();

  /** For each word, the index of the first candidate that starts there or later. */
  private final int[] firstAt;

  /**
   * @param scores the chain's, a row for each edge
   * @param length how many words the run has
   * @param scale what a score of one stands for
   */
  SpanLattice(int[] scores, int length, double scale) {
    this.scores = scores;
    this.length = length;
    this.scale = scale;
    firstAt = new int[length + 2];
    prune();
  }

  List<Candidate> candidates() {
    return candidates;
  }

  private void prune() {
    int[] forward = SpanModel.forward(scores, length);
    int[] backward = SpanModel.backward(scores, length);
    int[] exits = exits(backward);
    int floor = backward[0] - (int) (BEAM / scale);
    for (int start = 0; start < length; start++) {
      firstAt[start] = candidates.size();
      for (int state = SpanModel.QUOTED; state <= SpanModel.PLAIN; state++) {
        add(start, state, forward, backward, exits, floor);
      }
    }
    firstAt[length] = candidates.size();
    firstAt[length + 1] = candidates.size();
  }

  private void add(int start, int state, int[] forward, int[] backward, int[] exits, int floor) {
    int row = start * PackedWeights.SLOTS;
    int entry = 0;
    if (start > 0) {
      int before = 3 * (start - 1);
      int ended = Math.max(forward[before + 1], forward[before + 2]);
      entry = Math.max(forward[before], ended + scores[row + SpanModel.RESTART]);
    }
    int sum = scores[row + SpanModel.startOf(state)];
    if (entry + sum + backward[3 * (start + 1) + state] < floor) {
      return;
    }
    for (int end = start + 1; end <= Math.min(length, start + LONGEST); end++) {
      if (entry + sum + exits[3 * end + state] >= floor && candidates.size() < MOST_SPANS) {
        candidates.add(new Candidate(start, end, state, sum * scale));
      }
      if (end < length) {
        sum += scores[end * PackedWeights.SLOTS + SpanModel.goOnOf(state)];
        if (entry + sum + backward[3 * (end + 1) + state] < floor) {
          return;
        }
      }
    }
  }

  /** For each word and state, the best score of what follows a span that ends before it. */
  private int[] exits(int[] backward) {
    int[] exits = new int[3 * (length + 1)];
    for (int end = 1; end <= length; end++) {
      exits[3 * end + SpanModel.QUOTED] = exit(end, SpanModel.QUOTED, backward);
      exits[3 * end + SpanModel.PLAIN] = exit(end, SpanModel.PLAIN, backward);
    }
    return exits;
  }

  private int exit(int end, int state, int[] backward) {
    int row = end * PackedWeights.SLOTS;
    if (end == length) {
      return scores[row + SpanModel.endOf(state)];
    }
    int next = 3 * (end + 1);
    int fresh =
        Math.max(
            backward[next + 1] + scores[row + SpanModel.START_QUOTED],
            backward[next + 2] + scores[row + SpanModel.START_PLAIN]);
    return Math.max(
        backward[next] + scores[row + SpanModel.endOf(state)],
        fresh + scores[row + SpanModel.RESTART]);
  }

  /**
   * How likely each candidate is, given what else speaks for each.
   *
   * @param extra a score for each candidate, minus infinity to leave it out
   * @param covered for each word whether it has to be in a span, or null for none
   * @return a probability for each; and the logarithm of the sum over all readings as the last
   */
  double[] likelihoods(double[] extra, boolean[] covered) {
    double[] out = filled(length + 2);
    double[][] in = {out, filled(length + 2), filled(length + 2)};
    double[] entries = new double[length + 1];
    out[0] = 0;
    for (int i = 0; i <= length; i++) {
      double quoted = in[1][i];
      double plain = in[2][i];
      if (i == length || covered == null || !covered[i]) {
        double stay = out[i] + at(i, SpanModel.STAY_OUT);
        boolean isEnd = quoted > NEVER || plain > NEVER;
        out[i + 1] = isEnd ? logAdd(stay, leave(quoted, plain, i)) : stay;
      }
      if (firstAt[i] == firstAt[i + 1]) {
        continue;
      }
      double entry = logAdd(out[i], logAdd(quoted, plain) + at(i, SpanModel.RESTART));
      entries[i] = entry;
      for (int k = firstAt[i]; k < firstAt[i + 1]; k++) {
        Candidate c = candidates.get(k);
        double[] state = in[c.state];
        state[c.end] = logAdd(state[c.end], entry + c.score + extra[k]);
      }
    }
    double total = out[length + 1];
    return backward(extra, covered, entries, total);
  }

  private double[] backward(double[] extra, boolean[] covered, double[] entries, double total) {
    double[] likelihoods = new double[candidates.size() + 1];
    likelihoods[candidates.size()] = total;
    double[] quoted = new double[length + 1];
    double[] plain = new double[length + 1];
    double out = 0;
    for (int i = length; i >= 0; i--) {
      double fresh = NEVER;
      for (int k = firstAt[i]; k < firstAt[i + 1]; k++) {
        Candidate c = candidates.get(k);
        double from = c.score + extra[k] + (c.state == SpanModel.QUOTED ? quoted : plain)[c.end];
        fresh = logAdd(fresh, from);
        likelihoods[k] = Math.exp(entries[i] + from - total);
      }
      boolean mayBeOut = i == length || covered == null || !covered[i];
      double stay = mayBeOut ? out : NEVER;
      double restart = fresh + at(i, SpanModel.RESTART);
      quoted[i] = logAdd(stay + at(i, SpanModel.END_QUOTED), restart);
      plain[i] = logAdd(stay + at(i, SpanModel.END_PLAIN), restart);
      out = logAdd(stay + at(i, SpanModel.STAY_OUT), fresh);
    }
    return likelihoods;
  }

  /** The candidates on the best path, in order. */
  List<Integer> best(double[] extra) {
    double[] out = filled(length + 2);
    double[][] in = {null, filled(length + 2), filled(length + 2)};
    int[][] inBy = new int[3][length + 2];
    out[0] = 0;
    int[] lastOf = new int[candidates.size()];
    int[] lastOut = new int[length + 2];
    lastOut[0] = -1;
    for (int i = 0; i <= length; i++) {
      int ended = in[1][i] >= in[2][i] ? 1 : 2;
      out[i + 1] = out[i] + at(i, SpanModel.STAY_OUT);
      lastOut[i + 1] = lastOut[i];
      for (int state = 1; state <= 2; state++) {
        double leave = in[state][i] + at(i, SpanModel.endOf(state));
        if (leave > out[i + 1]) {
          out[i + 1] = leave;
          lastOut[i + 1] = inBy[state][i];
        }
      }
      double restart = in[ended][i] + at(i, SpanModel.RESTART);
      double entry = Math.max(out[i], restart);
      int by = out[i] >= restart ? lastOut[i] : inBy[ended][i];
      for (int k = firstAt[i]; k < firstAt[i + 1]; k++) {
        Candidate c = candidates.get(k);
        double score = entry + c.score + extra[k];
        if (score > in[c.state][c.end]) {
          in[c.state][c.end] = score;
          inBy[c.state][c.end] = k;
          lastOf[k] = by;
        }
      }
    }
    List<Integer> path = new ArrayList<>();
    for (int k = lastOut[length + 1]; k >= 0; k = lastOf[k]) {
      path.add(0, k);
    }
    return path;
  }

  private double leave(double quoted, double plain, int edge) {
    return logAdd(quoted + at(edge, SpanModel.END_QUOTED), plain + at(edge, SpanModel.END_PLAIN));
  }

  private double at(int edge, int slot) {
    return scores[edge * PackedWeights.SLOTS + slot] * scale;
  }

  private static double[] filled(int length) {
    double[] values = new double[length];
    Arrays.fill(values, NEVER);
    return values;
  }

  /** The logarithm of the sum of what two logarithms stand for, to some five decimal places. */
  static double logAdd(double a, double b) {
    double high = a > b ? a : b;
    double below = high - (a > b ? b : a);
    if (!(below < NEGLIGIBLE)) {
      return high;
    }
    double step = below * STEPS;
    int at = (int) step;
    return high + RISE[at] + (step - at) * (RISE[at + 1] - RISE[at]);
  }
}
