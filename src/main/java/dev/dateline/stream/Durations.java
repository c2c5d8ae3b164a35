package dev.dateline.stream;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them in settings and flags: {@code 30d}, {@code 12h}. */
public final class Durations {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d|w)");

  private Durations() {}

  /** As people write it, in the largest unit that it is a whole number of: {@code 90m}. */
  public static String print(Duration duration) {
    long millis = duration.toMillis();
    for (Unit unit : Unit.values()) {
      if (millis % unit.millis == 0 && millis >= unit.millis) {
        return millis / unit.millis + unit.name().toLowerCase(Locale.ROOT);
      }
    }
    return millis + "ms";
  }

  private enum Unit {
    D(86_400_000),
    H(3_600_000),
    M(60_000),
    S(1_000);

    private final long millis;

    Unit(long millis) {
      this.millis = millis;
    }
  }

  /**
   * Reads a number with a unit (ms, s, m, h, d, w) or an ISO 8601 duration ({@code P30D}).
   *
   * @throws IllegalArgumentException where it is neither, or negative
   */
  public static Duration parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SHORT.matcher(lower);
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        case "d" -> Duration.ofDays(amount);
        default -> Duration.ofDays(7 * amount);
      };
    }
    try {
      Duration duration = Duration.parse(lower);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeException e) {
      // told below, in words for the one who wrote it
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no length of time: write 30d, 12h, 15m, 20s or P30D");
  }
}
