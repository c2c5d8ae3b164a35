package dev.dateline.entities;

/**
 * Rows of scores, one for each label, as unsigned 16-bit lanes of longs, and rows of weights as
 * unsigned bytes of longs. One addition of longs adds four lanes, and a row of weights is half a
 * cache line.
 *
 * <p>A lane holds its score plus a bias, which is the same for all lanes of a row and stands in the
 * last of them, where no label is. No lane may pass 65,535: {@link #FEATURES} rows of weights on
 * top of five limited rows do not.
 */
final class Lanes {

  /** Lanes of a row. */
  static final int COUNT = Labels.STRIDE;

  /** Longs of a row of scores. */
  static final int ROW = COUNT / 4;

  /** Longs of a row of weights. */
  static final int WEIGHTS = COUNT / 8;

  /** Bias of a weight: a byte of 128 weighs nothing. */
  static final int WEIGHT_BIAS = 128;

  /** How many rows of weights may be added to one row of scores. */
  static final int FEATURES = 90;

  /** The bias of a limited row, and one more than what its scores may be. */
  private static final int LIMIT = 4096;

  /** Every other byte of a long. */
  private static final long BYTES = 0x00ff00ff00ff00ffL;

  private Lanes() {}

  /**
   * Adds rows of weights to a row of scores.
   *
   * @param rows where in {@code weights} the rows start
   */
  static void add(long[] weights, int[] rows, int count, long[] sums, int offset) {
    long a = sums[offset];
    long b = sums[offset + 1];
    long c = sums[offset + 2];
    long d = sums[offset + 3];
    long e = sums[offset + 4];
    long f = sums[offset + 5];
    long g = sums[offset + 6];
    long h = sums[offset + 7];
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      long first = weights[row];
      long second = weights[row + 1];
      long third = weights[row + 2];
      long fourth = weights[row + 3];
      a += first & BYTES;
      b += first >>> 8 & BYTES;
      c += second & BYTES;
      d += second >>> 8 & BYTES;
      e += third & BYTES;
      f += third >>> 8 & BYTES;
      g += fourth & BYTES;
      h += fourth >>> 8 & BYTES;
    }
    sums[offset] = a;
    sums[offset + 1] = b;
    sums[offset + 2] = c;
    sums[offset + 3] = d;
    sums[offset + 4] = e;
    sums[offset + 5] = f;
    sums[offset + 6] = g;
    sums[offset + 7] = h;
  }

  /** Adds a row of scores to another. */
  static void add(long[] row, long[] sums, int offset) {
    for (int i = 0; i < ROW; i++) {
      sums[offset + i] += row[i];
    }
  }

  /** Whether no label has a higher score than {@code label} in a row that starts at 0. */
  static boolean isTop(long[] row, int label) {
    int score = raw(row, 0, label);
    for (int other = 0; other < Labels.COUNT; other++) {
      if (raw(row, 0, other) > score) {
        return false;
      }
    }
    return true;
  }

  private static int raw(long[] sums, int offset, int lane) {
    // Bytes 0, 2, 4, 6 of a long of weights go to one long of scores, the others to the next.
    return (int) (sums[offset + (lane >>> 3) * 2 + (lane & 1)] >>> ((lane & 6) << 3)) & 0xffff;
  }

  /** Writes the scores of a row, without their bias, to {@code out}. */
  static void unpack(long[] sums, int offset, int[] out) {
    int bias = raw(sums, offset, COUNT - 1);
    for (int i = 0; i < ROW / 2; i++) {
      long even = sums[offset + 2 * i];
      long odd = sums[offset + 2 * i + 1];
      int to = i * 8;
      out[to] = ((int) even & 0xffff) - bias;
      out[to + 1] = ((int) odd & 0xffff) - bias;
      out[to + 2] = ((int) even >>> 16) - bias;
      out[to + 3] = ((int) odd >>> 16) - bias;
      out[to + 4] = ((int) (even >>> 32) & 0xffff) - bias;
      out[to + 5] = ((int) (odd >>> 32) & 0xffff) - bias;
      out[to + 6] = (int) (even >>> 48) - bias;
      out[to + 7] = (int) (odd >>> 48) - bias;
    }
  }

  /** Brings the scores of a row within bounds that leave room to add five such rows. */
  static void limit(long[] sums, int offset) {
    int[] scores = new int[COUNT];
    unpack(sums, offset, scores);
    java.util.Arrays.fill(sums, offset, offset + ROW, 0);
    for (int lane = 0; lane < COUNT; lane++) {
      long value = Math.max(1 - LIMIT, Math.min(LIMIT - 1, scores[lane])) + LIMIT;
      sums[offset + (lane >>> 3) * 2 + (lane & 1)] |= value << ((lane & 6) << 3);
    }
  }
}
