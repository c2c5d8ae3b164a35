package dev.dateline.quotes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The weights of a linear model over hashed features: a row of eight small numbers for each hash.
 *
 * <p>A row is one {@code long} of eight unsigned bytes, 128 standing for zero. Rows are summed four
 * bytes at a time in 16-bit lanes, so that a feature costs one load and two additions. At most 250
 * rows may be added up. Immutable.
 */
final class PackedWeights {

  static final int SLOTS = 8;
  static final int ZERO = 128;
  private static final long LANES = 0x00FF00FF00FF00FFL;
  private static final int NARROW_LANES = 0x00FF00FF;

  /** The upper half of a row that has no weights there. */
  private static final long EMPTY = 0x80808080L << Integer.SIZE;

  private static final int MAGIC = 0x444C5157;

  /** The rows; null where their lower halves do. */
  private final long[] rows;

  /**
   * The lower halves of rows whose upper ones are empty, else null: the less memory, the faster.
   */
  private final int[] narrow;

  private final int mask;
  private final double scale;

  /**
   * @param rows as many as a power of two
   * @param scale what a step of one stands for
   */
  PackedWeights(long[] rows, double scale) {
    this.narrow = narrow(rows);
    this.rows = narrow == null ? rows : null;
    this.mask = rows.length - 1;
    this.scale = scale;
  }

  private static int[] narrow(long[] rows) {
    int[] narrow = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      narrow[i] = (int) rows[i];
      if ((rows[i] & -1L << Integer.SIZE) != EMPTY) {
        return null;
      }
    }
    return narrow;
  }

  private long row(int at) {
    return narrow == null ? rows[at] : EMPTY | narrow[at] & 0xFFFFFFFFL;
  }

  /** Reads the resource {@code name} beside this class. */
  static PackedWeights read(String name) {
    InputStream resource = PackedWeights.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IllegalStateException("no resource " + name);
    }
    return read(resource, name);
  }

  /** Reads what {@link #write} writes, and closes it. */
  static PackedWeights read(InputStream stream, String name) {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IllegalStateException("not a model: " + name);
      }
      int bits = in.readUnsignedByte();
      double scale = in.readDouble();
      long[] rows = new long[1 << bits];
      // Slot by slot: rows that are all zero pack best that way.
      for (int slot = 0; slot < SLOTS; slot++) {
        byte[] column = in.readNBytes(rows.length);
        for (int row = 0; row < rows.length; row++) {
          rows[row] |= (long) ((column[row] ^ 0x80) & 0xFF) << (8 * slot);
        }
      }
      return new PackedWeights(rows, scale);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Writes what {@link #read} reads. */
  void write(OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
      data.writeInt(MAGIC);
      data.writeByte(Integer.numberOfTrailingZeros(mask + 1));
      data.writeDouble(scale);
      for (int slot = 0; slot < SLOTS; slot++) {
        byte[] column = new byte[mask + 1];
        for (int row = 0; row <= mask; row++) {
          column[row] = (byte) ((row(row) >>> (8 * slot) & 0xFF) ^ 0x80);
        }
        data.write(column);
      }
    }
  }

  /** The sum of the rows of the features in one slot. */
  int sum(FeatureBuffer buffer, int slot) {
    int[] features = buffer.values();
    int count = buffer.count();
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (int) (row(features[i] & mask) >>> (8 * slot)) & 0xFF;
    }
    return sum - count * ZERO;
  }

  /** What a score of one stands for. */
  double scale() {
    return scale;
  }

  /** Adds the rows of the features to {@code sum}. */
  void add(FeatureBuffer buffer, Sum sum) {
    if (narrow != null) {
      addNarrow(buffer, sum);
      return;
    }
    int[] features = buffer.values();
    int count = buffer.count();
    long even = 0;
    long odd = 0;
    for (int i = 0; i < count; i++) {
      long row = rows[features[i] & mask];
      even += row & LANES;
      odd += row >>> 8 & LANES;
    }
    sum.even += even;
    sum.odd += odd;
    sum.count += count;
  }

  private void addNarrow(FeatureBuffer buffer, Sum sum) {
    int[] features = buffer.values();
    int count = buffer.count();
    int even = 0;
    int odd = 0;
    for (int i = 0; i < count; i++) {
      int row = narrow[features[i] & mask];
      even += row & NARROW_LANES;
      odd += row >>> 8 & NARROW_LANES;
    }
    long empty = (long) count * ZERO * (1L << 32 | 1L << 48);
    sum.even += empty | even & 0xFFFFFFFFL;
    sum.odd += empty | odd & 0xFFFFFFFFL;
    sum.count += count;
  }

  /** A sum of rows, slot by slot. */
  static final class Sum {
    private long even;
    private long odd;
    private int count;

    void clear() {
      even = 0;
      odd = 0;
      count = 0;
    }

    void add(Sum other) {
      even += other.even;
      odd += other.odd;
      count += other.count;
    }

    /** Makes it the sum of the rows of the features. */
    void set(PackedWeights weights, FeatureBuffer features) {
      clear();
      weights.add(features, this);
    }

    /** The sum in one slot. */
    int at(int slot) {
      long lanes = slot % 2 == 0 ? even : odd;
      return (int) (lanes >>> (16 * (slot / 2)) & 0xFFFF) - count * ZERO;
    }

    /** Writes the sums to {@code sums[at, at + 8)}. */
    void write(int[] sums, int at) {
      int zero = count * ZERO;
      for (int lane = 0; lane < 4; lane++) {
        sums[at + 2 * lane] = (int) (even >>> (16 * lane) & 0xFFFF) - zero;
        sums[at + 2 * lane + 1] = (int) (odd >>> (16 * lane) & 0xFFFF) - zero;
      }
    }
  }
}
