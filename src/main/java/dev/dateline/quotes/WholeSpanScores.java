package dev.dateline.quotes;

import java.util.List;

/**
 * The scores of the candidate spans of one run. Spans share their ends: what an end tells is added
 * up once for all of them, and what is inside is counted on from the span before with the same
 * start.
 */
final class WholeSpanScores {

  /** No word, nor the -1 of no cue. */
  private static final int NOT_YET = -2;

  /** An end, and what the weights say of it. */
  private static final class KnownEnd {
    private final WholeSpanFeatures.End end;
    private final PackedWeights.Sum alone = new PackedWeights.Sum();
    private final PackedWeights.Sum withCue = new PackedWeights.Sum();

    /** The cue before a start that {@link #withCue} is for. */
    private int cue = NOT_YET;

    private KnownEnd(WholeSpanFeatures.End end) {
      this.end = end;
    }
  }

  private final WholeSpanFeatures features;
  private final PackedWeights weights;
  private final int run;
  private final FeatureBuffer buffer = new FeatureBuffer();
  private final PackedWeights.Sum sum = new PackedWeights.Sum();
  private final PackedWeights.Sum ofStart = new PackedWeights.Sum();
  private final KnownEnd[] ends;
  private WholeSpanFeatures.Start start;
  private WholeSpanFeatures.Inside inside;

  /**
   * @param run the first word of the run
   * @param length how many words it has
   */
  WholeSpanScores(WholeSpanFeatures features, PackedWeights weights, int run, int length) {
    this.features = features;
    this.weights = weights;
    this.run = run;
    this.ends = new KnownEnd[length + 1];
  }

  /** The sum of the weights of each candidate, in its own slot and in that for all. */
  int[] of(List<SpanLattice.Candidate> candidates) {
    int[] scores = new int[candidates.size()];
    for (int k = 0; k < scores.length; k++) {
      SpanLattice.Candidate candidate = candidates.get(k);
      scores[k] = score(run + candidate.start(), end(candidate.end()));
    }
    return scores;
  }

  private int score(int first, KnownEnd known) {
    if (start == null || start.first != first) {
      start = features.new Start(first);
      inside = features.new Inside(first);
      buffer.clear();
      features.ofStart(start, buffer);
      ofStart.set(weights, buffer);
    }
    if (known.cue != start.cue) {
      known.cue = start.cue;
      buffer.clear();
      features.ofEndAndCueBefore(known.end, start, buffer);
      known.withCue.set(weights, buffer);
    }
    if (!inside.endsBy(known.end.last())) {
      inside = features.new Inside(first);
    }
    inside.extendTo(known.end.last());
    buffer.clear();
    features.ofAll(start, known.end, inside, buffer);
    sum.set(weights, buffer);
    sum.add(ofStart);
    sum.add(known.alone);
    sum.add(known.withCue);
    return sum.at(SpanModel.ANY_SORT) + sum.at(SpanModel.FIRST_SORT + inside.sort());
  }

  private KnownEnd end(int end) {
    if (ends[end] == null) {
      ends[end] = new KnownEnd(features.new End(run + end));
      buffer.clear();
      features.ofEnd(ends[end].end, buffer);
      ends[end].alone.set(weights, buffer);
    }
    return ends[end];
  }
}
