package dev.dateline.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Weights of the sequence model: a row of one byte a label for each hashed feature, and scores of
 * label pairs by the kind of the second token. Immutable; thread-safe.
 */
final class NameModel {

  private static final int FORMAT = 0x444c4e31;

  /** Bits of a feature that say where in {@link #filter} it stands. */
  private static final int FILTER_BITS = 21;

  /** One bit for each feature: most of those asked for are not in the model. */
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];

  /** Open addressing: the feature in the upper half, its row, counted from 1, in the lower. */
  private final long[] table;

  private final int mask;
  private final float[] weights;
  private final float[][] transitions;
  private final float[] spreads;

  private NameModel(float scale, int[] features, byte[] weights, float[][] transitions) {
    this.weights = new float[features.length * Labels.STRIDE];
    this.transitions = transitions;
    this.spreads = new float[transitions.length];
    for (int kind = 0; kind < spreads.length; kind++) {
      spreads[kind] = spread(transitions[kind]);
    }
    int capacity = Integer.highestOneBit(Math.max(16, features.length)) * 4;
    this.mask = capacity - 1;
    this.table = new long[capacity];
    for (int i = 0; i < features.length; i++) {
      int at = features[i] & mask;
      while (table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = (long) features[i] << 32 | (i + 1);
      int bit = features[i] >>> (32 - FILTER_BITS);
      filter[bit >>> 6] |= 1L << bit;
      for (int label = 0; label < Labels.COUNT; label++) {
        this.weights[i * Labels.STRIDE + label] = weights[i * Labels.COUNT + label] * scale;
      }
    }
  }

  /**
   * Makes a model.
   *
   * @param features hash of each feature, all different
   * @param weights {@link Labels#COUNT} for each feature, in units of {@code scale}
   * @param transitions scores by {@link Transitions} kind and from-label times count plus to-label
   */
  static NameModel of(float scale, int[] features, byte[] weights, float[][] transitions) {
    return new NameModel(scale, features, weights, transitions);
  }

  static NameModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT || in.readInt() != Labels.COUNT) {
      throw new IOException("not a name model of this version");
    }
    float scale = in.readFloat();
    float[][] transitions = new float[in.readInt()][Labels.COUNT * Labels.COUNT];
    for (float[] kind : transitions) {
      for (int i = 0; i < kind.length; i++) {
        kind[i] = in.readFloat();
      }
    }
    int count = in.readInt();
    byte[] raw = new byte[count * 4];
    in.readFully(raw);
    int[] features = new int[count];
    for (int i = 0; i < count; i++) {
      int at = i * 4;
      features[i] =
          raw[at] << 24 | (raw[at + 1] & 255) << 16 | (raw[at + 2] & 255) << 8 | raw[at + 3] & 255;
    }
    byte[] weights = new byte[count * Labels.COUNT];
    in.readFully(weights);
    return new NameModel(scale, features, weights, transitions);
  }

  /** Writes the model; equal models give equal bytes. */
  static void write(
      OutputStream stream, float scale, int[] features, byte[] weights, float[][] transitions)
      throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    out.writeInt(Labels.COUNT);
    out.writeFloat(scale);
    out.writeInt(transitions.length);
    for (float[] kind : transitions) {
      for (float value : kind) {
        out.writeFloat(value);
      }
    }
    out.writeInt(features.length);
    for (int feature : features) {
      out.writeInt(feature);
    }
    out.write(weights);
    out.flush();
  }

  /**
   * Adds the weights of all features in {@code buffer} to {@code sums} from {@code offset} on, a
   * row of {@link Labels#STRIDE}.
   */
  void score(FeatureBuffer buffer, float[] sums, int offset) {
    // First all look-ups, then all additions: the processor waits for many rows at a time so.
    int[] rows = buffer.rows();
    int count = 0;
    for (int i = 0; i < buffer.size(); i++) {
      int feature = buffer.get(i);
      int bit = feature >>> (32 - FILTER_BITS);
      if ((filter[bit >>> 6] & 1L << bit) != 0) {
        int row = row(feature);
        if (row >= 0) {
          rows[count++] = row * Labels.STRIDE;
        }
      }
    }
    int i = 0;
    for (; i + 1 < count; i += 2) {
      add(rows[i], rows[i + 1], sums, offset);
    }
    if (i < count) {
      add(rows[i], sums, offset);
    }
  }

  private int row(int feature) {
    int at = feature & mask;
    for (long entry = table[at]; entry != 0; entry = table[at]) {
      if ((int) (entry >>> 32) == feature) {
        return (int) entry - 1;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** Short and plain, so that the compiler makes it a few wide additions. */
  private void add(int from, float[] sums, int offset) {
    for (int label = 0; label < Labels.STRIDE; label++) {
      sums[offset + label] += weights[from + label];
    }
  }

  /** Two rows, one after the other, in one pass. */
  private void add(int from, int next, float[] sums, int offset) {
    for (int label = 0; label < Labels.STRIDE; label++) {
      sums[offset + label] = sums[offset + label] + weights[from + label] + weights[next + label];
    }
  }

  private static float spread(float[] transitions) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < transitions.length; i++) {
      if (Labels.mayFollow(i / Labels.COUNT, i % Labels.COUNT)) {
        least = Math.min(least, transitions[i]);
        most = Math.max(most, transitions[i]);
      }
    }
    return most - least;
  }

  /** By how much the scores of possible label pairs of a kind differ at most. */
  float spread(int kind) {
    return spreads[kind];
  }

  float[] transitions(int kind) {
    return transitions[kind];
  }
}
