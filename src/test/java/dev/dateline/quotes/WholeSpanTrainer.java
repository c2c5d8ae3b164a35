package dev.dateline.quotes;

import dev.dateline.text.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the weights of {@link WholeSpanFeatures}: maximum likelihood of the marked spans among the
 * readings of {@link SpanLattice}, by AdaGrad, on the lattices of models that have not seen the
 * article.
 *
 * <p>Usage: {@code WholeSpanTrainer FOLDER OUTPUT FOLDS [EPOCHS]}, the folders as {@link Polnear}
 * and {@link Folds} have them.
 */
public final class WholeSpanTrainer {

  private static final int BITS = 18;
  private static final int ROWS = 1 << BITS;
  private static final int SORTS = 4;
  private static final int MIN_COUNT = Integer.getInteger("min", 2);
  private static final double DROP = Double.parseDouble(System.getProperty("drop", "0.5"));
  private static final double RATE = Double.parseDouble(System.getProperty("rate", "0.05"));
  private static final double DECAY = Double.parseDouble(System.getProperty("decay", "0.03"));
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /** The readings of a run, the features of each candidate, and what of it is right. */
  private record Run(
      SpanLattice lattice, int[][] features, int[] sorts, boolean[] right, boolean[] covered) {}

  private final float[] weights = new float[ROWS * SORTS];
  private final float[] squares = new float[ROWS * SORTS];
  private final float[] sums = new float[ROWS * SORTS];
  private int snapshots;
  private final byte[] counts = new byte[ROWS];
  private final List<Run> runs = new ArrayList<>();
  private int lost;
  private int all;

  private WholeSpanTrainer() {}

  public static void main(String[] args) throws IOException {
    List<Polnear.GoldArticle> articles = TrainingArticles.read(Path.of(args[0]));
    WholeSpanTrainer trainer = new WholeSpanTrainer();
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      SpanModel model = new SpanModel(Folds.weights(fold, Path.of(args[2])), null);
      for (int i = 0; i < articles.size(); i++) {
        if (Folds.of(i) == fold) {
          trainer.add(articles.get(i), model);
        }
      }
    }
    System.err.printf(
        "%d runs, %d of %d spans are no candidates%n",
        trainer.runs.size(), trainer.lost, trainer.all);
    trainer.train(args.length > 3 ? Integer.parseInt(args[3]) : 24);
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      trainer.pack().write(out);
    }
  }

  private void add(Polnear.GoldArticle article, SpanModel model) {
    Document document = article.article().document();
    Words words = new Words(document, Marks.of(document));
    SpanContext context = new SpanContext(words);
    SpanFeatures features = new SpanFeatures(words, context);
    byte[] labels = SpanTrainer.labels(article, words);
    for (int at = 0; at < words.count; ) {
      if (!context.telling[words.sentence(at)]) {
        at++;
        continue;
      }
      int end = SpanModel.runEnd(words, context, at);
      SpanLattice lattice = model.lattice(features, at, end);
      if (!lattice.candidates().isEmpty()) {
        add(lattice, features.ofWholeSpans(), Arrays.copyOfRange(labels, at, end), at);
      }
      at = end;
    }
  }

  private void add(SpanLattice lattice, WholeSpanFeatures spans, byte[] labels, int from) {
    List<SpanLattice.Candidate> candidates = lattice.candidates();
    int count = candidates.size();
    int[][] features = new int[count][];
    int[] sorts = new int[count];
    FeatureBuffer buffer = new FeatureBuffer();
    for (int k = 0; k < count; k++) {
      SpanLattice.Candidate c = candidates.get(k);
      sorts[k] = spans.extract(from + c.start(), from + c.end(), buffer);
      features[k] = new int[buffer.count()];
      for (int i = 0; i < features[k].length; i++) {
        int row = buffer.values()[i] & (ROWS - 1);
        features[k][i] = row;
        counts[row] = (byte) Math.min(100, counts[row] + 1);
      }
    }
    boolean[] covered = new boolean[labels.length];
    boolean[] right = right(candidates, labels, covered);
    runs.add(new Run(lattice, features, sorts, right, covered));
  }

  /** Marks the right candidates, and the words that a right reading has to cover. */
  private boolean[] right(
      List<SpanLattice.Candidate> candidates, byte[] labels, boolean[] covered) {
    boolean[] right = new boolean[candidates.size()];
    for (int k = 0; k < right.length; k++) {
      SpanLattice.Candidate c = candidates.get(k);
      boolean open = true;
      for (int i = c.start(); i < c.end(); i++) {
        open &= labels[i] == SpanTrainer.ANY;
      }
      right[k] = open;
    }
    for (int start = 0; start < labels.length; start++) {
      if (labels[start] != SpanTrainer.FIRST) {
        continue;
      }
      int end = start + 1;
      while (end < labels.length && labels[end] == SpanTrainer.FURTHER) {
        end++;
      }
      all++;
      // The marked span itself; where the chain has lost it, the candidates nearest to it.
      double best = 0.5;
      for (SpanLattice.Candidate c : candidates) {
        best = Math.max(best, overlap(c, start, end));
      }
      boolean found = false;
      for (int k = 0; k < right.length; k++) {
        if (overlap(candidates.get(k), start, end) >= best) {
          right[k] = true;
          found = true;
          SpanLattice.Candidate c = candidates.get(k);
          if (c.start() == start && c.end() == end) {
            Arrays.fill(covered, start, end, true);
          } else {
            int middle = (Math.max(c.start(), start) + Math.min(c.end(), end)) / 2;
            covered[middle] = true;
          }
        }
      }
      lost += found ? 0 : 1;
    }
    return right;
  }

  private static double overlap(SpanLattice.Candidate c, int start, int end) {
    double shared = Math.min(c.end(), end) - Math.max(c.start(), start);
    return shared <= 0 ? 0 : shared / (Math.max(c.end(), end) - Math.min(c.start(), start));
  }

  private void train(int epochs) {
    Random random = new Random(5);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(runs, random);
      double loss = 0;
      float rate = (float) (RATE / (1 + 0.15 * epoch));
      for (Run run : runs) {
        loss += update(run, rate, random);
      }
      if (2 * epoch >= epochs) {
        for (int i = 0; i < weights.length; i++) {
          sums[i] += weights[i];
        }
        snapshots++;
      }
      System.err.printf("epoch %d: loss %.1f%n", epoch + 1, loss);
    }
  }

  private double update(Run run, float rate, Random random) {
    int count = run.features.length;
    double[] free = new double[count];
    double[] held = new double[count];
    int[][] kept = new int[count][];
    for (int k = 0; k < count; k++) {
      int[] rows = new int[run.features[k].length];
      int n = 0;
      for (int row : run.features[k]) {
        if (counts[row] >= MIN_COUNT && random.nextFloat() >= DROP) {
          rows[n++] = row;
          free[k] += weights[row * SORTS] + weights[row * SORTS + 1 + run.sorts[k]];
        }
      }
      kept[k] = Arrays.copyOf(rows, n);
      held[k] = run.right[k] ? free[k] : NEVER;
    }
    double[] expected = run.lattice.likelihoods(free, null);
    double[] wanted = run.lattice.likelihoods(held, run.covered);
    if (wanted[count] == NEVER) {
      return 0;
    }
    for (int k = 0; k < count; k++) {
      float gradient = (float) (wanted[k] - expected[k]);
      if (Math.abs(gradient) < 1e-5) {
        continue;
      }
      for (int row : kept[k]) {
        step(row * SORTS, gradient, rate);
        step(row * SORTS + 1 + run.sorts[k], gradient, rate);
      }
    }
    return expected[count] - wanted[count];
  }

  private void step(int at, float gradient, float rate) {
    float g = gradient - (float) DECAY * weights[at];
    squares[at] += g * g;
    weights[at] += rate * g / (float) Math.sqrt(squares[at] + 0.1);
  }

  private PackedWeights pack() {
    float max = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (sums[i] / snapshots * (1 - DROP));
      max = Math.max(max, Math.abs(weights[i]));
    }
    System.err.printf("largest weight %.2f%n", max);
    double scale = Math.min(max, 3.0) / 127;
    long[] rows = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int slot = 0; slot < PackedWeights.SLOTS; slot++) {
        long step = slot < SORTS ? Math.round(weights[row * SORTS + slot] / scale) : 0;
        rows[row] |= (Math.max(-127, Math.min(127, step)) + PackedWeights.ZERO) << (8 * slot);
      }
    }
    return new PackedWeights(rows, scale);
  }
}
