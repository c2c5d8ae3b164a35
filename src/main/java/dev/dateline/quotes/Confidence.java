package dev.dateline.quotes;

import dev.dateline.text.WordList;
import java.util.List;

/**
 * How sure it is that a quote's words and speaker are right: a logistic regression over the margins
 * by which the models preferred them, from {@code confidence.txt}. Immutable.
 */
final class Confidence {

  /** How many features there are. */
  static final int FEATURES = 18;

  private final double[] weights;

  Confidence(double[] weights) {
    this.weights = weights.clone();
  }

  static Confidence read() {
    List<String> lines = WordList.read(Confidence.class, "confidence.txt");
    return new Confidence(lines.stream().mapToDouble(Double::parseDouble).toArray());
  }

  /** The probability that the quote is right, to three places. */
  double of(Words words, Linker.Linked linked) {
    return Math.round(1000 * probability(weights, features(words, linked))) / 1000.0;
  }

  static double probability(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  static double[] features(Words words, Linker.Linked linked) {
    List<Fragment> fragments = linked.fragments();
    QuoteKind kind = Parts.kind(words, fragments);
    double margin = Double.MAX_VALUE;
    int length = 0;
    boolean whole = true;
    for (Fragment fragment : fragments) {
      margin = Math.min(margin, fragment.margin());
      length += fragment.last() - fragment.first();
      whole &= isWhole(words, fragment);
    }
    Speaker.Kind source = linked.source() == null ? Speaker.Kind.NONE : linked.source().kind();
    int cue = linked.cue();
    boolean says = cue >= 0 && Cues.is(words.cue(cue), Cues.Kind.SAY);
    boolean beside =
        cue >= 0
            && linked.source() != null
            && (linked.source().last() == cue || linked.source().first() == cue + 1);
    return new double[] {
      1,
      Math.min(margin, 10) / 4,
      Math.min(margin, 2),
      Math.min(linked.cueMargin(), 6) / 2,
      Math.min(linked.sourceMargin(), 8) / 2,
      Math.min(linked.sourceMargin(), 2),
      kind == QuoteKind.DIRECT ? 1 : 0,
      kind == QuoteKind.MIXED ? 1 : 0,
      cue < 0 ? 1 : 0,
      source == Speaker.Kind.NONE ? 1 : 0,
      source == Speaker.Kind.NAME ? 1 : 0,
      source == Speaker.Kind.PRONOUN ? 1 : 0,
      Math.log(1 + length),
      whole ? 1 : 0,
      says ? 1 : 0,
      beside ? 1 : 0,
      says && beside && whole ? 1 : 0,
      Math.min(fragments.size(), 3)
    };
  }

  /** Whether a fragment ends where its marks end, and starts where they start. */
  private static boolean isWhole(Words words, Fragment fragment) {
    return words.hasGap(fragment.first(), Words.GAP_OPEN)
        && words.hasGap(fragment.last(), Words.GAP_CLOSE);
  }
}
