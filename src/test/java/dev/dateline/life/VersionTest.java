package dev.dateline.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, 2, -1",
    "9, 10, -1",
    "007, 7, 0",
    "2, 2, 0",
    "v2.9, v2.10, -1",
    "20260301T1159Z, 20260301T1200Z, -1",
    "3, 3a, -1",
    "99999999999999999999999998, 99999999999999999999999999, -1"
  })
  void numbersAreInNaturalOrder(String left, String right, int order) {
    assertThat(Integer.signum(Version.compareNumbers(left, right))).isEqualTo(order);
    assertThat(Integer.signum(Version.compareNumbers(right, left))).isEqualTo(-order);
  }

  @Test
  void theProvidersDateGoesBeforeNumberAndArrival() {
    Version older = new Version(NOON, "7", NOON.plusSeconds(60));
    Version newer = new Version(NOON.plusSeconds(1), "2", NOON);
    assertThat(older.isBefore(newer)).isTrue();
    assertThat(newer.isProvenAfter(older)).isTrue();
  }

  @Test
  void theNumberDecidesBetweenEqualDates() {
    Version first = new Version(NOON, "1", NOON.plusSeconds(60));
    Version second = new Version(NOON, "2", NOON);
    assertThat(first.isBefore(second)).isTrue();
    assertThat(second.isBefore(first)).isFalse();
  }

  @Test
  void arrivalDecidesWhereTheProviderSaysNothing() {
    Version first = Version.arrivedAt(NOON);
    Version second = Version.arrivedAt(NOON.plusSeconds(1));
    assertThat(first.isBefore(second)).isTrue();
    assertThat(second.isProvenAfter(first)).as("arrival proves nothing").isFalse();
  }

  @Test
  void whatOnlyOneOfTwoCarriesDoesNotOrderThem() {
    Version dated = new Version(NOON, null, NOON);
    Version bare = Version.arrivedAt(NOON.plusSeconds(5));
    assertThat(dated.isBefore(bare)).isTrue();
    assertThat(bare.isBefore(dated)).isFalse();
  }
}
