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

  private static final int NONE = -1;
  private static final int FORMAT = 0x444c4e32;

  /** Bits of a feature that say where in {@link #filter} it stands; its row holds the others. */
  private static final int FILTER_BITS = 20;

  /**
   * Where in the last long of a row of weights the other bits of its feature are: behind the lanes
   * of labels, of which two are free before the one that holds the bias.
   */
  private static final int CHECK_SHIFT = Labels.COUNT % Long.BYTES * Byte.SIZE;

  private static final long CHECK_MASK = (1 << Integer.SIZE - FILTER_BITS) - 1;

  /** By how much finer scores of sequences are than the weights, for the sake of the pairs. */
  private static final int FINER = 8;

  /** One bit for each feature: many of those asked for are not in the model. */
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];

  /** How many bits are set in {@link #filter} before each of its longs. */
  private final int[] ranks = new int[filter.length];

  /**
   * Rows of {@link Lanes#WEIGHTS} in the order of the bits in {@link #filter}, so that a bit finds
   * its row without a table beside it; then those of {@link #others}. In lanes where no label is,
   * each row says which feature of its bit it is of.
   */
  private final long[] weights;

  /** Where the rows of features start whose bit is another's, too. */
  private final IntTable others = new IntTable(1 << 10);

  private final int[][] transitions;
  private final int[][] gains;

  /**
   * @param features all different, in order as unsigned numbers
   */
  private NameModel(int[] features, long[] rows, int[][] transitions) {
    this.weights = new long[rows.length];
    this.transitions = transitions;
    this.gains = new int[transitions.length][];
    for (int kind = 0; kind < gains.length; kind++) {
      gains[kind] = gains(transitions[kind]);
    }
    int first = 0;
    int last = features.length;
    for (int i = 0; i < features.length; i++) {
      int bit = features[i] >>> (Integer.SIZE - FILTER_BITS);
      boolean taken = (filter[bit >>> 6] & 1L << bit) != 0;
      int row = (taken ? --last : first++) * Lanes.WEIGHTS;
      if (taken) {
        others.put(features[i], row);
      }
      filter[bit >>> 6] |= 1L << bit;
      System.arraycopy(rows, i * Lanes.WEIGHTS, weights, row, Lanes.WEIGHTS);
      weights[row + Lanes.WEIGHTS - 1] &= ~(CHECK_MASK << CHECK_SHIFT);
      weights[row + Lanes.WEIGHTS - 1] |= (features[i] & CHECK_MASK) << CHECK_SHIFT;
    }
    for (int i = 1; i < ranks.length; i++) {
      ranks[i] = ranks[i - 1] + Long.bitCount(filter[i - 1]);
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
    int[] found = buffer.rows();
    int count = 0;
    for (int i = 0; i < buffer.size(); i++) {
      int feature = buffer.get(i);
      int bit = feature >>> (Integer.SIZE - FILTER_BITS);
      long word = filter[bit >>> 6];
      if ((word & 1L << bit) != 0) {
        int row = (ranks[bit >>> 6] + Long.bitCount(word & (1L << bit) - 1)) * Lanes.WEIGHTS;
        if (check(row) != (feature & CHECK_MASK)) {
          row = others.get(feature, NONE);
        }
        if (row != NONE) {
          found[count++] = row;
        }
      }
    }
    Lanes.add(weights, found, Math.min(count, Lanes.FEATURES), sums, offset);
  }

  /** The bits of the feature that a row is of, but for those that find it. */
  private long check(int row) {
    return weights[row + Lanes.WEIGHTS - 1] >>> CHECK_SHIFT & CHECK_MASK;
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
