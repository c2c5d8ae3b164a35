package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedWeightsTest {

  private static final int BITS = 8;

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void sumsEverySlotHoweverManyAreUsed(int slots) {
    int[][] table = table(slots, 3);
    PackedWeights weights = pack(table);
    FeatureBuffer features = features();
    int[] expected = new int[PackedWeights.SLOTS];
    for (int i = 0; i < features.count(); i++) {
      for (int slot = 0; slot < expected.length; slot++) {
        expected[slot] += table[features.values()[i] & (1 << BITS) - 1][slot];
      }
    }

    PackedWeights.Sum sum = new PackedWeights.Sum();
    sum.set(weights, features);
    int[] written = new int[PackedWeights.SLOTS];
    sum.write(written, 0);

    assertThat(written).containsExactly(expected);
    for (int slot = 0; slot < expected.length; slot++) {
      assertThat(sum.at(slot)).isEqualTo(expected[slot]);
      assertThat(weights.sum(features, slot)).isEqualTo(expected[slot]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void readsWhatItWrites(int slots) throws IOException {
    PackedWeights weights = random(slots, 5);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    weights.write(out);
    PackedWeights read = PackedWeights.read(new ByteArrayInputStream(out.toByteArray()), "a test");

    assertThat(read.scale()).isEqualTo(weights.scale());
    for (int slot = 0; slot < PackedWeights.SLOTS; slot++) {
      assertThat(read.sum(features(), slot)).isEqualTo(weights.sum(features(), slot));
    }
  }

  /** Weights of which the first slots are anything and the others zero. */
  static PackedWeights random(int slots, long seed) {
    return pack(table(slots, seed));
  }

  private static int[][] table(int slots, long seed) {
    Random random = new Random(seed);
    int[][] table = new int[1 << BITS][PackedWeights.SLOTS];
    for (int[] row : table) {
      for (int slot = 0; slot < slots; slot++) {
        row[slot] = random.nextInt(255) - 127;
      }
    }
    return table;
  }

  private static PackedWeights pack(int[][] table) {
    long[] rows = new long[table.length];
    for (int row = 0; row < rows.length; row++) {
      for (int slot = 0; slot < PackedWeights.SLOTS; slot++) {
        rows[row] |= (long) (table[row][slot] + PackedWeights.ZERO) << (8 * slot);
      }
    }
    return new PackedWeights(rows, 0.25);
  }

  private static FeatureBuffer features() {
    FeatureBuffer features = new FeatureBuffer();
    for (int i = 0; i < 60; i++) {
      features.add(i, 7 * i, 3);
    }
    return features;
  }
}
