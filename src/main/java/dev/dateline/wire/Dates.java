package dev.dateline.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Points in time as wires write them: ISO 8601 in its full and compact forms, RFC 822 and its
 * relatives. A time without an offset is taken as UTC. Pure; thread-safe.
 */
final class Dates {

  private static final int LONGEST = 64;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter COMPACT =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .appendValue(ChronoField.DAY_OF_MONTH, 2)
          .optionalStart()
          .appendPattern("['T']HHmm[ss]")
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter RFC_822 =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .parseLenient()
          .appendPattern(
              "[EEEE, ][EEE, ][EEE ]d[-][ ]MMM[-][ ][yyyy][yy][ H:mm[:ss]][ XX][ XXX][ z][ VV]")
          .toFormatter(Locale.ENGLISH);

  private static final DateTimeFormatter ASCTIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .parseLenient()
          .appendPattern("[EEE ]MMM d HH:mm:ss[ z] yyyy")
          .toFormatter(Locale.ENGLISH);

  private static final List<DateTimeFormatter> FORMATS = List.of(ISO, COMPACT, RFC_822, ASCTIME);

  private Dates() {}

  /** The point in time, or null where {@code text} names none that is understood. */
  static Instant parse(String text) {
    if (text == null) {
      return null;
    }
    String date = text.strip();
    if (date.isEmpty() || date.length() > LONGEST) {
      return null;
    }
    for (DateTimeFormatter format : FORMATS) {
      try {
        TemporalAccessor parsed =
            format.parseBest(
                date,
                ZonedDateTime::from,
                OffsetDateTime::from,
                LocalDateTime::from,
                LocalDate::from);
        return instant(parsed);
      } catch (DateTimeException e) {
        // The next format may fit.
      }
    }
    return null;
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    if (time instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    if (time instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    return LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
