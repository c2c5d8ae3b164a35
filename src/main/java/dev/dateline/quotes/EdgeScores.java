package dev.dateline.quotes;

/**
 * The scores of the edges of one document, in order. What most edges share with the one before (the
 * cues and the marks around them, and how far these are) is added up once for all of them.
 */
final class EdgeScores {

  private final SpanFeatures features;
  private final PackedWeights weights;
  private final FeatureBuffer buffer = new FeatureBuffer();
  private final PackedWeights.Sum sum = new PackedWeights.Sum();
  private final Shared clauses = new Shared();
  private final Shared cueBefore = new Shared();
  private final Shared cueAfter = new Shared();
  private final Shared marks = new Shared();

  EdgeScores(SpanFeatures features, PackedWeights weights) {
    this.features = features;
    this.weights = weights;
  }

  /** Writes the scores of the edge before {@code at} to a row of {@code scores}. */
  void write(int at, int[] scores, int row) {
    features.moveTo(at);
    sum.clear();
    addMarks();
    if (features.isPlain()) {
      addClauses();
      addCueBefore();
      addCueAfter();
      buffer.clear();
    } else {
      buffer.clear();
      features.ofClauses(buffer);
      features.ofCueBefore(buffer);
      features.ofCueAfter(buffer);
    }
    features.ofWords(buffer);
    weights.add(buffer, sum);
    sum.write(scores, row);
  }

  private void addMarks() {
    if (features.isOutside()) {
      return;
    }
    if (marks.isOther(features.stretch(), features.place())) {
      buffer.clear();
      features.ofMarks(buffer);
      marks.sum.set(weights, buffer);
    }
    sum.add(marks.sum);
  }

  private void addClauses() {
    if (clauses.isOther(features.cues(), features.place())) {
      buffer.clear();
      features.ofClauses(buffer);
      clauses.sum.set(weights, buffer);
    }
    sum.add(clauses.sum);
  }

  private void addCueBefore() {
    if (cueBefore.isOther(features.cueBefore(), features.place())) {
      buffer.clear();
      features.ofCueBefore(buffer);
      cueBefore.sum.set(weights, buffer);
    }
    sum.add(cueBefore.sum);
  }

  private void addCueAfter() {
    if (cueAfter.isOther(features.cueAfter(), features.place())) {
      buffer.clear();
      features.ofCueAfter(buffer);
      cueAfter.sum.set(weights, buffer);
    }
    sum.add(cueAfter.sum);
  }

  /** The sum of the features that edges share whose keys are the same. */
  private static final class Shared {
    private final PackedWeights.Sum sum = new PackedWeights.Sum();
    private long key = Long.MIN_VALUE;
    private int place;

    /** Whether the keys are others than before; they are from now on those of the sum. */
    boolean isOther(long newKey, int newPlace) {
      if (key == newKey && place == newPlace) {
        return false;
      }
      key = newKey;
      place = newPlace;
      return true;
    }
  }
}
