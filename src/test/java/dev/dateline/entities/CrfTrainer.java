package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains a linear-chain CRF (Lafferty, McCallum and Pereira, 2001) by stochastic gradient with the
 * FTRL-Proximal rule (McMahan and others, 2013), whose L1 part keeps the model small.
 */
final class CrfTrainer {

  /**
   * A stretch of tokens decoded together.
   *
   * @param features ids of the features of each token
   * @param plain how many of these are known in the first reading
   * @param kinds {@link Transitions} kind of each token
   * @param labels the right labels
   */
  record Sequence(int[][] features, int[] plain, byte[] kinds, byte[] labels) {}

  /** Settings of a run. */
  record Settings(
      float alpha,
      float l1,
      float l2,
      float dropout,
      float firstReadings,
      int epochs,
      int averaged,
      long seed) {}

  private static final int COUNT = Labels.COUNT;
  private static final float BETA = 1;

  /** Gradients below this are left out: they cost most of the time and change little. */
  private static final double SMALL = 1e-3;

  private final Settings settings;
  private final float[] weights;
  private final float[] average;
  private final float[] sums;
  private final float[] squares;
  private final int transitionBase;
  private final double[] exponentials = new double[Transitions.KINDS * COUNT * COUNT];

  private final float[] row = new float[COUNT];
  private int runs;
  private double[] potential = new double[0];
  private double[] forward;
  private double[] backward;

  CrfTrainer(int features, Settings settings) {
    this.settings = settings;
    this.transitionBase = features * COUNT;
    int size = transitionBase + Transitions.KINDS * COUNT * COUNT;
    weights = new float[size];
    average = new float[size];
    sums = new float[size];
    squares = new float[size];
  }

  /**
   * Trains on {@code sequences} from nothing. The weights of several runs are averaged: they see
   * the sequences in other orders and with other features left out.
   */
  void train(List<Sequence> sequences, int run) {
    Arrays.fill(weights, 0);
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    for (int i = 0; i < exponentials.length; i++) {
      exponentials[i] = Labels.mayFollow(i / COUNT % COUNT, i % COUNT) ? 1 : 0;
    }
    runs++;
    Random random = new Random(settings.seed() + run);
    List<Sequence> order = new ArrayList<>(sequences);
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      Collections.shuffle(order, random);
      double loss = 0;
      for (Sequence sequence : order) {
        loss += learn(thinned(sequence, random));
      }
      if (epoch > settings.epochs() - settings.averaged()) {
        for (int i = 0; i < weights.length; i++) {
          average[i] += weights[i] / settings.averaged();
        }
      }
      System.err.printf("epoch %d loss %.1f%n", epoch, loss);
    }
  }

  /**
   * The sequence without a random part of its features (dropout: Wager, Wang and Liang, 2013), and
   * every other time as the first reading sees it, since one model serves both.
   */
  private Sequence thinned(Sequence sequence, Random random) {
    boolean first = random.nextFloat() < settings.firstReadings();
    int[][] features = new int[sequence.features().length][];
    for (int i = 0; i < features.length; i++) {
      int[] all = sequence.features()[i];
      int limit = first ? sequence.plain()[i] : all.length;
      int[] kept = new int[limit];
      int size = 0;
      for (int j = 0; j < limit; j++) {
        if (random.nextFloat() >= settings.dropout()) {
          kept[size++] = all[j];
        }
      }
      features[i] = Arrays.copyOf(kept, size);
    }
    return new Sequence(features, sequence.plain(), sequence.kinds(), sequence.labels());
  }

  float weight(int feature, int label) {
    return average[feature * COUNT + label] * (1 - settings.dropout()) / runs;
  }

  float[] transitions(int kind) {
    float[] table = new float[COUNT * COUNT];
    for (int i = 0; i < table.length; i++) {
      table[i] = average[transitionBase + kind * table.length + i] / runs;
    }
    return table;
  }

  private double learn(Sequence sequence) {
    int length = sequence.labels().length;
    if (potential.length < length * COUNT) {
      potential = new double[length * COUNT * 2];
      forward = new double[length * COUNT * 2];
      backward = new double[length * COUNT * 2];
    }
    double goldScore = 0;
    double shift = 0;
    for (int i = 0; i < length; i++) {
      double top = score(sequence, i);
      goldScore += potential[i * COUNT + sequence.labels()[i]];
      int from = i == 0 ? Labels.OUTSIDE : sequence.labels()[i - 1];
      goldScore +=
          weights[
              transitionBase + (sequence.kinds()[i] * COUNT + from) * COUNT + sequence.labels()[i]];
      shift += top;
      for (int label = 0; label < COUNT; label++) {
        potential[i * COUNT + label] = Math.exp(potential[i * COUNT + label] - top);
      }
    }
    double logZ = forward(sequence, length) + shift;
    backward(sequence, length);
    update(sequence, length);
    return logZ - goldScore;
  }

  private double score(Sequence sequence, int token) {
    int offset = token * COUNT;
    Arrays.fill(row, 0);
    for (int feature : sequence.features()[token]) {
      int from = feature * COUNT;
      for (int label = 0; label < COUNT; label++) {
        row[label] += weights[from + label];
      }
    }
    for (int label = 0; label < COUNT; label++) {
      potential[offset + label] = row[label];
    }
    double top = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < COUNT; label++) {
      top = Math.max(top, potential[offset + label]);
    }
    return top;
  }

  /** Normalised at each step; the sum of the logs of the norms is returned. */
  private double forward(Sequence sequence, int length) {
    double logs = 0;
    for (int i = 0; i < length; i++) {
      int table = sequence.kinds()[i] * COUNT * COUNT;
      double norm = 0;
      for (int to = 0; to < COUNT; to++) {
        double sum = 0;
        if (i == 0) {
          sum = exponentials[table + Labels.OUTSIDE * COUNT + to];
        } else {
          int before = (i - 1) * COUNT;
          for (int from : FROM[to]) {
            sum += forward[before + from] * exponentials[table + from * COUNT + to];
          }
        }
        sum *= potential[i * COUNT + to];
        if (i == length - 1 && !Labels.mayFollow(to, Labels.OUTSIDE)) {
          sum = 0;
        }
        forward[i * COUNT + to] = sum;
        norm += sum;
      }
      for (int to = 0; to < COUNT; to++) {
        forward[i * COUNT + to] /= norm;
      }
      logs += Math.log(norm);
    }
    return logs;
  }

  private void backward(Sequence sequence, int length) {
    int end = (length - 1) * COUNT;
    for (int label = 0; label < COUNT; label++) {
      backward[end + label] = Labels.mayFollow(label, Labels.OUTSIDE) ? 1 : 0;
    }
    for (int i = length - 2; i >= 0; i--) {
      int table = sequence.kinds()[i + 1] * COUNT * COUNT;
      int after = (i + 1) * COUNT;
      double norm = 0;
      for (int from = 0; from < COUNT; from++) {
        double sum = 0;
        for (int to : TO[from]) {
          sum +=
              exponentials[table + from * COUNT + to]
                  * potential[after + to]
                  * backward[after + to];
        }
        backward[i * COUNT + from] = sum;
        norm += sum;
      }
      for (int from = 0; from < COUNT; from++) {
        backward[i * COUNT + from] /= norm;
      }
    }
  }

  private void update(Sequence sequence, int length) {
    double[] marginal = new double[COUNT];
    double[] pairs = new double[COUNT * COUNT];
    int[] labels = new int[COUNT];
    for (int i = 0; i < length; i++) {
      double norm = 0;
      for (int label = 0; label < COUNT; label++) {
        marginal[label] = forward[i * COUNT + label] * backward[i * COUNT + label];
        norm += marginal[label];
      }
      int gold = sequence.labels()[i];
      for (int label = 0; label < COUNT; label++) {
        marginal[label] = marginal[label] / norm - (label == gold ? 1 : 0);
      }
      updatePairs(sequence, i, pairs);
      int active = 0;
      for (int label = 0; label < COUNT; label++) {
        if (Math.abs(marginal[label]) > SMALL) {
          labels[active++] = label;
        }
      }
      for (int feature : sequence.features()[i]) {
        for (int j = 0; j < active; j++) {
          step(feature * COUNT + labels[j], (float) marginal[labels[j]]);
        }
      }
    }
  }

  private void updatePairs(Sequence sequence, int i, double[] pairs) {
    int table = sequence.kinds()[i] * COUNT * COUNT;
    int goldFrom = i == 0 ? Labels.OUTSIDE : sequence.labels()[i - 1];
    int goldTo = sequence.labels()[i];
    double norm = 0;
    for (int from = 0; from < COUNT; from++) {
      double alpha = i == 0 ? (from == Labels.OUTSIDE ? 1 : 0) : forward[(i - 1) * COUNT + from];
      for (int to : TO[from]) {
        double value =
            alpha == 0
                ? 0
                : alpha
                    * exponentials[table + from * COUNT + to]
                    * potential[i * COUNT + to]
                    * backward[i * COUNT + to];
        pairs[from * COUNT + to] = value;
        norm += value;
      }
    }
    for (int from = 0; from < COUNT; from++) {
      for (int to : TO[from]) {
        int pair = from * COUNT + to;
        double gradient = pairs[pair] / norm - (from == goldFrom && to == goldTo ? 1 : 0);
        if (Math.abs(gradient) > SMALL) {
          step(transitionBase + table + pair, (float) gradient);
          exponentials[table + pair] = Math.exp(weights[transitionBase + table + pair]);
        }
      }
    }
  }

  private void step(int at, float gradient) {
    float square = squares[at] + gradient * gradient;
    float root = (float) Math.sqrt(square);
    float sigma = (root - (float) Math.sqrt(squares[at])) / settings.alpha();
    float sum = sums[at] + gradient - sigma * weights[at];
    squares[at] = square;
    sums[at] = sum;
    weights[at] =
        Math.abs(sum) <= settings.l1()
            ? 0
            : -(sum - Math.signum(sum) * settings.l1())
                / ((BETA + root) / settings.alpha() + settings.l2());
  }

  private static final int[][] FROM = new int[COUNT][];
  private static final int[][] TO = new int[COUNT][];

  static {
    for (int label = 0; label < COUNT; label++) {
      int here = label;
      FROM[label] =
          java.util.stream.IntStream.range(0, COUNT)
              .filter(from -> Labels.mayFollow(from, here))
              .toArray();
      TO[label] =
          java.util.stream.IntStream.range(0, COUNT)
              .filter(to -> Labels.mayFollow(here, to))
              .toArray();
    }
  }
}
