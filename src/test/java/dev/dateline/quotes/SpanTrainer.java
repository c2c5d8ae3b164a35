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
 * Trains the weights of {@link SpanModel}: maximum likelihood over the lattice of each run of
 * telling sentences, by AdaGrad. Attributions that are no reported speech (beliefs, plans) are left
 * open: the likelihood sums over every reading of their words.
 *
 * <p>Usage: {@code SpanTrainer FOLDER OUTPUT [EPOCHS [FOLDS]]}, the folder as {@link Polnear} reads
 * it; the last is a folder for the models of {@link Folds}.
 */
public final class SpanTrainer {

  static final int BITS = Integer.getInteger("bits", 18);
  private static final int ROWS = 1 << BITS;
  private static final int SNAPSHOTS = 8;

  /** How many trainings the model is the mean of, each in an order of its own. */
  private static final int SEEDS = 4;

  private static final int SLOTS = PackedWeights.SLOTS;
  private static final int MIN_COUNT = Integer.getInteger("min", 4);
  private static final double DROP = Double.parseDouble(System.getProperty("drop", "0.5"));
  private static final double RATE = Double.parseDouble(System.getProperty("rate", "0.05"));
  private static final double DECAY = Double.parseDouble(System.getProperty("decay", "0.1"));

  /** What is known of a word: outside, in a span and first or further in it, or anything. */
  private static final byte O = 0;

  static final byte FIRST = 1;
  static final byte FURTHER = 2;
  static final byte ANY = 3;

  private record Sequence(int[] features, int[] offsets, byte[] labels, byte[] states) {
    int length() {
      return labels.length;
    }
  }

  private final float[] weights = new float[ROWS * SLOTS];
  private final float[] sums = new float[ROWS * SLOTS];
  private int snapshots;
  private final float[] squares = new float[ROWS * SLOTS];
  private final byte[] counts = new byte[ROWS];

  private SpanTrainer() {}

  public static void main(String[] args) throws IOException {
    int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 24;
    List<Polnear.GoldArticle> articles = TrainingArticles.read(Path.of(args[0]));
    Path output = Path.of(args[1]);
    write(articles, epochs, SEEDS, output);
    if (args.length > 3) {
      for (int fold = 0; fold < Folds.COUNT; fold++) {
        write(Folds.without(fold, articles), epochs, 1, Folds.of(fold, Path.of(args[3])));
      }
    }
  }

  private static void write(List<Polnear.GoldArticle> articles, int epochs, int seeds, Path output)
      throws IOException {
    SpanTrainer trainer = new SpanTrainer();
    List<Sequence> sequences = new ArrayList<>();
    for (Polnear.GoldArticle article : articles) {
      trainer.sequences(article, sequences);
    }
    for (int seed = 0; seed < seeds; seed++) {
      trainer.train(sequences, epochs, new Random(7 + seed));
    }
    try (OutputStream out = Files.newOutputStream(output)) {
      trainer.pack().write(out);
    }
  }

  private void sequences(Polnear.GoldArticle article, List<Sequence> sequences) {
    Document document = article.article().document();
    Words words = new Words(document, Marks.of(document));
    SpanContext context = new SpanContext(words);
    byte[] labels = labels(article, words);
    SpanFeatures features = new SpanFeatures(words, context);
    FeatureBuffer buffer = new FeatureBuffer();
    for (int at = 0; at < words.count; ) {
      if (!context.telling[words.sentence(at)]) {
        at++;
        continue;
      }
      int end = SpanModel.runEnd(words, context, at);
      int length = end - at;
      int[] offsets = new int[length + 2];
      int[] all = new int[(length + 1) * 64];
      int used = 0;
      for (int i = 0; i <= length; i++) {
        offsets[i] = used;
        features.extract(at + i, buffer);
        for (int k = 0; k < buffer.count(); k++) {
          int row = buffer.values()[k] & (ROWS - 1);
          all[used++] = row;
          counts[row] = (byte) Math.min(100, counts[row] + 1);
        }
      }
      offsets[length + 1] = used;
      byte[] run = Arrays.copyOfRange(labels, at, end);
      if (run[0] == FURTHER) {
        run[0] = FIRST;
      }
      byte[] states = states(words, run, at);
      sequences.add(new Sequence(Arrays.copyOf(all, used), offsets, run, states));
      at = end;
    }
  }

  /** A label for each word: the outermost reported spans win, others are left open. */
  static byte[] labels(Polnear.GoldArticle article, Words words) {
    byte[] labels = new byte[words.count];
    List<Polnear.Range> said = new ArrayList<>();
    for (Polnear.Attribution attribution : article.attributions()) {
      if (attribution.eligible()) {
        said.addAll(attribution.content());
      } else {
        for (Polnear.Range range : attribution.content()) {
          int first = firstWord(words, range);
          Arrays.fill(labels, first, Math.max(first, lastWord(words, range)), ANY);
        }
      }
    }
    said.sort((a, b) -> Integer.compare(b.end() - b.begin(), a.end() - a.begin()));
    boolean[] taken = new boolean[words.count];
    for (Polnear.Range range : said) {
      int first = firstWord(words, range);
      int last = lastWord(words, range);
      if (first >= last || taken[first] || taken[last - 1]) {
        continue;
      }
      Arrays.fill(labels, first, last, FURTHER);
      Arrays.fill(taken, first, last, true);
      labels[first] = FIRST;
    }
    return labels;
  }

  static int firstWord(Words words, Polnear.Range range) {
    return words.wordAt(words.document.tokens().at(range.begin()));
  }

  static int lastWord(Words words, Polnear.Range range) {
    int token = words.document.tokens().at(range.end() - 1);
    int word = words.wordAt(token);
    return word < words.count && words.begin(word) < range.end() ? word + 1 : word;
  }

  /** For each labelled word, the state its span is in; 0 where it is in none. */
  private static byte[] states(Words words, byte[] labels, int from) {
    byte[] states = new byte[labels.length];
    byte state = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == FIRST) {
        state = (byte) (words.depth(from + i) > 0 ? SpanModel.QUOTED : SpanModel.PLAIN);
      }
      states[i] = labels[i] == FIRST || labels[i] == FURTHER ? state : 0;
    }
    return states;
  }

  /** Trains from nothing, and adds the weights to the average of all trainings. */
  private void train(List<Sequence> sequences, int epochs, Random random) {
    Arrays.fill(weights, 0);
    Arrays.fill(squares, 0);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(sequences, random);
      double loss = 0;
      float rate = (float) (RATE / (1 + 0.15 * epoch));
      int done = 0;
      int part = sequences.size() / SNAPSHOTS + 1;
      for (Sequence sequence : sequences) {
        loss += update(sequence, rate, random);
        done++;
        if (2 * epoch >= epochs && done % part == 0) {
          snapshot();
        }
      }
      System.err.printf("epoch %d: loss %.1f%n", epoch + 1, loss);
    }
  }

  /** Adds the weights as they are to their average. */
  private void snapshot() {
    for (int i = 0; i < weights.length; i++) {
      sums[i] += weights[i];
    }
    snapshots++;
  }

  private double update(Sequence sequence, float rate, Random random) {
    int length = sequence.length();
    boolean[] dropped = new boolean[sequence.features.length];
    for (int k = 0; k < dropped.length; k++) {
      dropped[k] =
          counts[sequence.features[k]] < MIN_COUNT || DROP > 0 && random.nextFloat() < DROP;
    }
    double[] scores = new double[(length + 1) * SLOTS];
    for (int i = 0; i <= length; i++) {
      for (int k = sequence.offsets[i]; k < sequence.offsets[i + 1]; k++) {
        int row = sequence.features[k];
        if (!dropped[k]) {
          for (int s = 0; s < SLOTS; s++) {
            scores[i * SLOTS + s] += weights[row * SLOTS + s];
          }
        }
      }
    }
    double[] gradient = new double[(length + 1) * SLOTS];
    double free = expectations(scores, sequence, false, gradient, -1);
    double held = expectations(scores, sequence, true, gradient, 1);
    for (int i = 0; i <= length; i++) {
      for (int k = sequence.offsets[i]; k < sequence.offsets[i + 1]; k++) {
        int row = sequence.features[k];
        if (dropped[k]) {
          continue;
        }
        for (int s = 0; s < SLOTS; s++) {
          int at = row * SLOTS + s;
          float g = (float) gradient[i * SLOTS + s];
          if (g != 0) {
            g -= (float) DECAY * weights[at];
            squares[at] += g * g;
            weights[at] += rate * g / (float) Math.sqrt(squares[at] + 1e-1);
          }
        }
      }
    }
    return free - held;
  }

  /** The score of a step between two states; a span that restarts pays for both. */
  private static double step(double[] scores, int row, int from, int to, boolean fresh) {
    if (to == SpanModel.OUT) {
      return scores[row + (from == 0 ? 0 : from == 1 ? SpanModel.END_QUOTED : SpanModel.END_PLAIN)];
    }
    if (!fresh) {
      return scores[row + (to == 1 ? SpanModel.GO_ON_QUOTED : SpanModel.GO_ON_PLAIN)];
    }
    double start = scores[row + (to == 1 ? SpanModel.START_QUOTED : SpanModel.START_PLAIN)];
    return from == 0 ? start : start + scores[row + SpanModel.RESTART];
  }

  private static boolean allowed(
      Sequence sequence, boolean held, int at, int from, int to, boolean fresh) {
    if (at == sequence.length()) {
      return to == SpanModel.OUT;
    }
    if (!fresh && to != SpanModel.OUT && from != to || fresh && to == SpanModel.OUT) {
      return false;
    }
    if (!held) {
      return true;
    }
    switch (sequence.labels[at]) {
      case O:
        return to == SpanModel.OUT;
      case FIRST:
        return fresh && to == sequence.states[at];
      case FURTHER:
        return !fresh && to == sequence.states[at];
      default:
        return true;
    }
  }

  /** Adds each slot's expected count, times {@code sign}; answers the log of the sum of paths. */
  private static double expectations(
      double[] scores, Sequence sequence, boolean held, double[] gradient, int sign) {
    int length = sequence.length();
    double[][] alpha = new double[length + 2][3];
    double[][] beta = new double[length + 2][3];
    for (double[] row : alpha) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    for (double[] row : beta) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    alpha[0][0] = 0;
    beta[length + 1][0] = 0;
    for (int i = 0; i <= length; i++) {
      for (int from = 0; from < 3; from++) {
        if (alpha[i][from] == Double.NEGATIVE_INFINITY) {
          continue;
        }
        for (int k = 0; k < 5; k++) {
          int to = k == 0 ? 0 : (k + 1) / 2;
          boolean fresh = k != 0 && k % 2 == 0;
          if (allowed(sequence, held, i, from, to, fresh)) {
            alpha[i + 1][to] =
                logAdd(alpha[i + 1][to], alpha[i][from] + step(scores, i * SLOTS, from, to, fresh));
          }
        }
      }
    }
    for (int i = length; i >= 0; i--) {
      for (int from = 0; from < 3; from++) {
        for (int k = 0; k < 5; k++) {
          int to = k == 0 ? 0 : (k + 1) / 2;
          boolean fresh = k != 0 && k % 2 == 0;
          if (allowed(sequence, held, i, from, to, fresh)) {
            beta[i][from] =
                logAdd(beta[i][from], beta[i + 1][to] + step(scores, i * SLOTS, from, to, fresh));
          }
        }
      }
    }
    double total = alpha[length + 1][0];
    if (total == Double.NEGATIVE_INFINITY) {
      throw new IllegalStateException("no path");
    }
    for (int i = 0; i <= length; i++) {
      int row = i * SLOTS;
      for (int from = 0; from < 3; from++) {
        for (int k = 0; k < 5; k++) {
          int to = k == 0 ? 0 : (k + 1) / 2;
          boolean fresh = k != 0 && k % 2 == 0;
          if (!allowed(sequence, held, i, from, to, fresh)) {
            continue;
          }
          double p =
              sign
                  * Math.exp(
                      alpha[i][from]
                          + step(scores, row, from, to, fresh)
                          + beta[i + 1][to]
                          - total);
          if (to == 0) {
            gradient[row + (from == 0 ? 0 : from == 1 ? 5 : 6)] += p;
          } else if (!fresh) {
            gradient[row + (to == 1 ? 3 : 4)] += p;
          } else {
            gradient[row + to] += p;
            if (from != 0) {
              gradient[row + SpanModel.RESTART] += p;
            }
          }
        }
      }
    }
    return total;
  }

  private static double logAdd(double a, double b) {
    if (a == Double.NEGATIVE_INFINITY) {
      return b;
    }
    if (b == Double.NEGATIVE_INFINITY) {
      return a;
    }
    return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
  }

  private PackedWeights pack() {
    float keep = (float) (1 - DROP);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sums[i] / snapshots * keep;
    }
    float max = 0;
    for (float weight : weights) {
      max = Math.max(max, Math.abs(weight));
    }
    double scale = Math.min(max, 3.0) / 127;
    long[] rows = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int s = 0; s < SLOTS; s++) {
        long step = Math.round(weights[row * SLOTS + s] / scale);
        long packed = Math.max(-127, Math.min(127, step)) + PackedWeights.ZERO;
        rows[row] |= packed << (8 * s);
      }
    }
    System.err.printf("largest weight %.2f%n", max);
    return new PackedWeights(rows, scale);
  }
}
