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

  /** Taken off each step outside of spans, in favour of finding more. */
  private static final double BIAS = 0.12;

  private final PackedWeights weights;
  private final int bias;

  SpanModel(PackedWeights weights) {
    this.weights = weights;
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
    int length = end - first;
    int[] scores = new int[(length + 1) * PackedWeights.SLOTS];
    FeatureBuffer buffer = new FeatureBuffer();
    for (int i = 0; i <= length; i++) {
      features.extract(first + i, buffer);
      weights.sum(buffer, scores, i * PackedWeights.SLOTS);
      scores[i * PackedWeights.SLOTS + STAY_OUT] -= bias;
    }
    int[] forward = forward(scores, length);
    int[] backward = backward(scores, length);
    int best = backward[0];
    // Walks the best path from the left, by what is best to the right of each word.
    int state = OUT;
    int start = -1;
    for (int i = 0; i <= length; i++) {
      int row = i * PackedWeights.SLOTS;
      int step = bestStep(scores, row, state, backward, i, length);
      boolean starts = step == START_QUOTED || step == START_PLAIN;
      boolean goesOn = step == GO_ON_QUOTED || step == GO_ON_PLAIN;
      if (start >= 0 && !goesOn) {
        int rival = rival(scores, forward, backward, start, i, length, best);
        found.add(new Fragment(first + start, first + i, (best - rival) * weights.scale()));
        start = -1;
      }
      if (starts) {
        start = i;
      }
      state = stateAfter(step, state);
    }
  }

  /** For each word and state, the best score of a path up to and with it. */
  private static int[] forward(int[] scores, int length) {
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
  private static int[] backward(int[] scores, int length) {
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

  private static int bestStep(int[] scores, int row, int state, int[] backward, int i, int length) {
    int next = 3 * (i + 1);
    boolean last = i == length;
    int out = last ? 0 : backward[next];
    int quoted = last ? NEVER : backward[next + 1];
    int plain = last ? NEVER : backward[next + 2];
    int stop = state == OUT ? STAY_OUT : state == QUOTED ? END_QUOTED : END_PLAIN;
    int restart = state == OUT ? 0 : scores[row + RESTART];
    int bestStep = stop;
    int best = out + scores[row + stop];
    int value = quoted + scores[row + START_QUOTED] + restart;
    if (value > best) {
      best = value;
      bestStep = START_QUOTED;
    }
    value = plain + scores[row + START_PLAIN] + restart;
    if (value > best) {
      best = value;
      bestStep = START_PLAIN;
    }
    if (state == QUOTED && quoted + scores[row + GO_ON_QUOTED] > best) {
      return GO_ON_QUOTED;
    }
    if (state == PLAIN && plain + scores[row + GO_ON_PLAIN] > best) {
      return GO_ON_PLAIN;
    }
    return bestStep;
  }

  private static int stateAfter(int step, int state) {
    switch (step) {
      case START_QUOTED:
        return QUOTED;
      case START_PLAIN:
        return PLAIN;
      case GO_ON_QUOTED:
      case GO_ON_PLAIN:
        return state;
      default:
        return OUT;
    }
  }

  /**
   * The best score of a reading that leaves the middle word of the span out of every span, or
   * starts or ends a span elsewhere than here: the strongest rival found by looking at each end and
   * the middle.
   */
  private static int rival(
      int[] scores, int[] forward, int[] backward, int start, int end, int length, int best) {
    int middle = (start + end) / 2;
    int outside = forward[3 * middle] + (middle == length ? 0 : backward[3 * (middle + 1)]);
    return Math.min(best, outside);
  }
}
