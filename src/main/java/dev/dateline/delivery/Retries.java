package dev.dateline.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often to try, and how long to wait between: twice as long each time up to a longest, of which
 * between a half and all is waited, so that what failed together does not come back together.
 *
 * @param attempts tries in all, at least 1
 * @param first wait after the first try
 * @param longest longest wait
 */
record Retries(int attempts, Duration first, Duration longest) {

  /** About an hour. */
  static final Retries USUAL = new Retries(14, Duration.ofSeconds(1), Duration.ofMinutes(10));

  /** What a receiver may ask for. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  Retries {
    if (attempts < 1 || attempts > 1_000) {
      throw new IllegalArgumentException("attempts are from 1 to 1000");
    }
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("waits are from 'first' to 'most', longer than nothing");
    }
  }

  /** Whether another try is due after so many. */
  boolean goOn(int tried) {
    return tried < attempts;
  }

  /**
   * How long to wait.
   *
   * @param tried tries so far, at least 1
   * @param asked how long the receiver asks to be left alone, or null
   * @param dice gives numbers from 0 to 1
   */
  Duration wait(int tried, Duration asked, DoubleSupplier dice) {
    long doubled = first.toMillis() << Math.min(tried - 1, 30);
    long most = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
    Duration wait = Duration.ofMillis((long) (most * (0.5 + 0.5 * dice.getAsDouble())));
    if (asked == null || asked.compareTo(wait) <= 0) {
      return wait;
    }
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
  }
}
