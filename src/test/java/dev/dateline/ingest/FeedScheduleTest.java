package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedScheduleTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  @ParameterizedTest
  @CsvSource({
    "0, , PT5M",
    "1, , PT10M",
    "3, , PT40M",
    "60, , PT12H",
    "0, 90, PT5M",
    "1, 7200, PT2H",
    "1, 999999999, PT12H",
    "1, soon, PT10M",
    "1, 'Sun, 01 Mar 2026 13:00:00 GMT', PT1H",
    "1, 'Sun, 01 Mar 2026 11:00:00 GMT', PT10M",
  })
  void aFeedThatFailsIsLeftAlone(int failures, String retryAfter, Duration expected) {
    assertThat(FeedSchedule.delay(INTERVAL, failures, retryAfter, NOW)).isEqualTo(expected);
  }

  @Test
  void anIntervalOfOnesOwnMayBeLonger() {
    Duration daily = Duration.ofDays(1);
    assertThat(FeedSchedule.delay(daily, 4, null, NOW)).isEqualTo(daily);
  }
}
