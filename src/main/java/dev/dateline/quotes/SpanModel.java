package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the stretches of words that somebody is reported to have said: a linear-chain conditional
 * random field (Lafferty, McCallum and Pereira 2001) over the words of sentences with a mark or a
 * cue. Its states are outside, inside a span that started in quotation marks, and inside one that
 * did not; every feature weighs every step from one state to another. Immutable.
 */
final class SpanModel {

  /** Slots of a row of weights: the steps between states. */
  static final int STAY_OUT = 0;

  static final int START_QUOTED = 1;
  static final int START_PLAIN = 2;
  static final int GO_ON_QUOTED = 3;
  static final int GO_ON_PLAIN = 4;
  static final int END_QUOTED = 5;
  static final int END_PLAIN = 6;

  /** Beside a start: a span that ends where another starts. */
  static final int RESTART = 7;

  static final int OUT = 0;
  static final int QUOTED = 1;
  static final int PLAIN = 2;

  private static final int NEVER = Integer.MIN_VALUE / 4;

  /** The score of a step that no span takes. */
  private static final int FORBIDDEN = -100_000;

  /** Taken off each step outside of spans, in favour of finding more. */
  private static final double BIAS = 0.12;

  /** Slots of the weights of whole spans: for all, and for each sort of them. */
  static final int ANY_SORT = 0;

  static final int FIRST_SORT = 1;

  /** What speaks for each whole span beforehand, in favour of finding more. */
  private static final double WHOLE_BIAS = 1.5;

  private final PackedWeights weights;
  private final PackedWeights whole;
  private final int bias;

  /**
   * @param weights of the edges
   * @param whole of whole spans, or null to leave them to the chain
   */
  SpanModel(PackedWeights weights, PackedWeights whole) {
    this.weights = weights;
    this.whole = whole;
    this.bias = (int) Math.round(BIAS / weights.scale());
  }

  /** The spans of a document, in order. */
  List<Fragment> find(Words words, SpanContext context) {
    List<Fragment> found = new ArrayList<>();
    SpanFeatures features = new SpanFeatures(words, context);
    int at = 0;
    while (at < words.count) {
      if (!context.telling[words.sentence(at)]) {
        at++;
        continue;
      }
      int end = runEnd(words, context, at);
      decode(features, at, end, found);
      at = end;
    }
    return found;
  }

  /** One past the last word of the run of telling sentences that starts at {@code first}. */
  static int runEnd(Words words, SpanContext context, int first) {
    int end = first + 1;
    while (end < words.count && context.telling[words.sentence(end)]) {
      end++;
    }
    return end;
  }

  private void decode(SpanFeatures features, int first, int end, List<Fragment> found) {
    SpanLattice lattice = lattice(features, first, end);
    List<SpanLattice.Candidate> candidates = lattice.candidates();
    if (candidates.isEmpty()) {
      return;
    }
    double[] extra = new double[candidates.size()];
    if (whole != null) {
      int[] scores =
          new WholeSpanScores(features.ofWholeSpans(), whole, first, end - first).of(candidates);
      for (int k = 0; k < extra.length; k++) {
        extra[k] = scores[k] * whole.scale() + WHOLE_BIAS;
      }
    }
    List<Integer> best = lattice.best(extra);
    double[] likelihoods = lattice.likelihoods(extra, null);
    for (int k : best) {
      SpanLattice.Candidate c = candidates.get(k);
      found.add(new Fragment(first + c.start(), first + c.end(), logOdds(likelihoods[k])));
    }
  }

  /** What is open about the words {@code [first, end)}. */
  SpanLattice lattice(SpanFeatures features, int first, int end) {
    int length = end - first;
    int[] scores = new int[(length + 1) * PackedWeights.SLOTS];
    EdgeScores edges = new EdgeScores(features, weights);
    for (int i = 0; i <= length; i++) {
      edges.write(first + i, scores, i * PackedWeights.SLOTS);
      scores[i * PackedWeights.SLOTS + STAY_OUT] -= bias;
      if (features.isWall(first + i)) {
        forbid(scores, i, GO_ON_QUOTED, GO_ON_PLAIN);
      }
      if (features.isInWord(first + i)) {
        forbid(scores, i, START_QUOTED, START_PLAIN, END_QUOTED, END_PLAIN);
      }
    }
    return new SpanLattice(scores, length, weights.scale());
  }

  private static void forbid(int[] scores, int edge, int... slots) {
    for (int slot : slots) {
      scores[edge * PackedWeights.SLOTS + slot] = FORBIDDEN;
    }
  }

  private static double logOdds(double p) {
    double bounded = Math.max(1e-6, Math.min(1 - 1e-6, p));
    return Math.log(bounded / (1 - bounded));
  }

  static int startOf(int state) {
    return state == QUOTED ? START_QUOTED : START_PLAIN;
  }

  static int goOnOf(int state) {
    return state == QUOTED ? GO_ON_QUOTED : GO_ON_PLAIN;
  }

  static int endOf(int state) {
    return state == QUOTED ? END_QUOTED : END_PLAIN;
  }

  /** For each word and state, the best score of a path up to and with it. */
  static int[] forward(int[] scores, int length) {
    int[] best = new int[(length + 1) * 3];
    int out = 0;
    int quoted = NEVER;
    int plain = NEVER;
    for (int i = 0; i <= length; i++) {
      int row = i * PackedWeights.SLOTS;
      int ended = Math.max(quoted, plain) + scores[row + RESTART];
      int fresh = Math.max(out, ended);
      int nextOut =
          Math.max(
              out + scores[row],
              Math.max(quoted + scores[row + END_QUOTED], plain + scores[row + END_PLAIN]));
      int nextQuoted =
          Math.max(quoted + scores[row + GO_ON_QUOTED], fresh + scores[row + START_QUOTED]);
      int nextPlain =
          Math.max(plain + scores[row + GO_ON_PLAIN], fresh + scores[row + START_PLAIN]);
      out = nextOut;
      quoted = nextQuoted;
      plain = nextPlain;
      best[3 * i] = out;
      best[3 * i + 1] = quoted;
      best[3 * i + 2] = plain;
    }
    return best;
  }

  /** For each word and the state before it, the best score of a path from there to the end. */
  static int[] backward(int[] scores, int length) {
    int[] best = new int[(length + 2) * 3];
    int out = 0;
    int quoted = NEVER;
    int plain = NEVER;
    for (int i = length; i >= 0; i--) {
      int row = i * PackedWeights.SLOTS;
      int fresh = Math.max(quoted + scores[row + START_QUOTED], plain + scores[row + START_PLAIN]);
      int restart = fresh + scores[row + RESTART];
      int nextOut = Math.max(out + scores[row], fresh);
      int nextQuoted =
          Math.max(
              Math.max(quoted + scores[row + GO_ON_QUOTED], out + scores[row + END_QUOTED]),
              restart);
      int nextPlain =
          Math.max(
              Math.max(plain + scores[row + GO_ON_PLAIN], out + scores[row + END_PLAIN]), restart);
      out = nextOut;
      quoted = nextQuoted;
      plain = nextPlain;
      best[3 * i] = out;
      best[3 * i + 1] = quoted;
      best[3 * i + 2] = plain;
    }
    return best;
  }
}
