package dev.dateline.entities;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Weights of the sequence model: a row of one byte a label for each hashed feature, and scores of
 * label pairs by the kind of the second token. Immutable; thread-safe.
 */
final class NameModel {

  private static final int FORMAT = 0x444c4e32;

  /** Bits of a feature that say where in {@link #filter} it stands. */
  private static final int FILTER_BITS = 21;

  /** Bits of a feature that say where in {@link #starts} it stands. */
  private static final int START_BITS = 17;

  /** By how much finer scores of sequences are than the weights, for the sake of the pairs. */
  private static final int FINER = 8;

  /** One bit for each feature: most of those asked for are not in the model. */
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];

  /** Where features with the same first bits start in {@link #features}. */
  private final int[] starts = new int[(1 << START_BITS) + 1];

  /** In order, as unsigned numbers. */
  private final int[] features;

  /** Rows of {@link Lanes#WEIGHTS} in the order of the features. */
  private final long[] weights;

  private final int[][] transitions;
  private final int[][] gains;

  private NameModel(int[] features, long[] weights, int[][] transitions) {
    this.features = features;
    this.weights = weights;
    this.transitions = transitions;
    this.gains = new int[transitions.length][];
    for (int kind = 0; kind < gains.length; kind++) {
      gains[kind] = gains(transitions[kind]);
    }
    for (int feature : features) {
      int bit = feature >>> (32 - FILTER_BITS);
      filter[bit >>> 6] |= 1L << bit;
      starts[(feature >>> (32 - START_BITS)) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
  }

  static NameModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT || in.readInt() != Labels.COUNT) {
      throw new IOException("not a name model of this version");
    }
    float unit = in.readFloat() / FINER;
    int kinds = in.readInt();
    int count = in.readInt();
    int[][] transitions = new int[kinds][Labels.COUNT * Labels.COUNT];
    for (int[] kind : transitions) {
      for (int i = 0; i < kind.length; i++) {
        kind[i] = Math.round(in.readFloat() / unit);
      }
    }
    int[] features = new int[count];
    ByteBuffer.wrap(in.readNBytes(count * Integer.BYTES)).asIntBuffer().get(features);
    long[] weights = new long[count * Lanes.WEIGHTS];
    ByteBuffer.wrap(in.readNBytes(count * Lanes.COUNT))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asLongBuffer()
        .get(weights);
    return new NameModel(features, weights, transitions);
  }

  /**
   * Writes a model; equal models give equal bytes.
   *
   * @param scale unit of the weights
   * @param features hash of each feature, all different, in order as unsigned numbers
   * @param weights {@link Labels#COUNT} for each feature, in units of {@code scale}
   * @param transitions scores by {@link Transitions} kind and from-label times count plus to-label
   */
  static void write(
      OutputStream stream, float scale, int[] features, byte[] weights, float[][] transitions)
      throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    out.writeInt(Labels.COUNT);
    out.writeFloat(scale);
    out.writeInt(transitions.length);
    out.writeInt(features.length);
    for (float[] kind : transitions) {
      for (float value : kind) {
        out.writeFloat(value);
      }
    }
    for (int feature : features) {
      out.writeInt(feature);
    }
    for (int feature = 0; feature < features.length; feature++) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        int weight = lane < Labels.COUNT ? weights[feature * Labels.COUNT + lane] : 0;
        out.writeByte(weight + Lanes.WEIGHT_BIAS);
      }
    }
    out.flush();
  }

  /**
   * Adds the weights of all features in {@code buffer} to the row of {@link Lanes} in {@code sums}
   * from {@code offset} on.
   */
  void score(FeatureBuffer buffer, long[] sums, int offset) {
    // First all look-ups, then all additions: the processor waits for many rows at a time so.
    int[] rows = buffer.rows();
    int count = 0;
    for (int i = 0; i < buffer.size(); i++) {
      int feature = buffer.get(i);
      int bit = feature >>> (32 - FILTER_BITS);
      if ((filter[bit >>> 6] & 1L << bit) != 0) {
        int at = find(feature);
        if (at >= 0) {
          rows[count++] = at * Lanes.WEIGHTS;
        }
      }
    }
    Lanes.add(weights, rows, Math.min(count, Lanes.FEATURES), sums, offset);
  }

  private int find(int feature) {
    int bucket = feature >>> (32 - START_BITS);
    int end = starts[bucket + 1];
    for (int at = starts[bucket]; at < end; at++) {
      if (features[at] == feature) {
        return at;
      }
    }
    return -1;
  }

  /** Scores of pairs of labels, in units a score of {@link #unpack} is given in. */
  int[] transitions(int kind) {
    return transitions[kind];
  }

  /**
   * By how much a closed label may score less than another and still be the better one before some
   * label that begins anew: at the other's number times {@link Labels#COUNT} plus its own.
   */
  int[] gains(int kind) {
    return gains[kind];
  }

  private static int[] gains(int[] transitions) {
    int[] gains = new int[transitions.length];
    for (int i = 0; i < gains.length; i++) {
      int other = i / Labels.COUNT;
      int own = i % Labels.COUNT;
      for (int to = 0; to < Labels.COUNT; to++) {
        if (Labels.mayFollow(own, to) && Labels.mayFollow(other, to)) {
          int gain = transitions[own * Labels.COUNT + to] - transitions[other * Labels.COUNT + to];
          gains[i] = Math.max(gains[i], gain);
        }
      }
    }
    return gains;
  }

  /** Writes the scores of a row of {@link Lanes} to {@code out}. */
  static void unpack(long[] sums, int offset, int[] out) {
    Lanes.unpack(sums, offset, out);
    for (int label = 0; label < Labels.STRIDE; label++) {
      out[label] *= FINER;
    }
  }
}
