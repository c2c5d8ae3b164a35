package dev.dateline.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an embargo ends, as desks write it: "10:00 GMT Monday 3 May", "0001HRS (BST) 12 MAY 2031",
 * "6 p.m. EDT", "00.01 Thursday". What is not written is taken from the item's own time: the year
 * in which it is still to come or just past, the next such clock or weekday. Where a writing has
 * two readings the later one is taken: held too long is better than leaked. Immutable; thread-safe.
 */
final class EmbargoTime {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<iso>\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?"
              + "(?:Z|[+-]\\d{2}:?\\d{2})?)?)"
              + "|(?<numeric>(\\d{1,2})([/.])(\\d{1,2})\\4(\\d{4}|\\d{2})(?!\\d))"
              + "|(?<clock>(\\d{1,2})[:.h](\\d{2})(?::\\d{2})?(?!\\d|[.:]\\d))"
              + "|(?<four>\\d{4})(?!\\d)"
              + "|(?<number>\\d{1,2})(?:st|nd|rd|th|er|:e|[.\\u00ba])?(?!\\d)"
              + "|(?<half>[ap]\\.?m\\b\\.?)"
              + "|(?<offset>[+-]\\d{1,2}(?::?\\d{2})?(?!\\d))"
              + "|(?<word>kl\\.|\\p{L}[\\p{L}'\\u2019-]*)",
          Pattern.CASE_INSENSITIVE);

  /** What may part the words of a time without ending it. */
  private static final String GAPS = " \t,()/";

  private static final int LONGEST = 200;
  private static final int JUST_PAST = 30;
  private static final int LEAP_YEARS = 9;

  private final int end;
  private final int unknown;
  private final boolean open;
  private Instant instant;
  private LocalTime clock;
  private boolean endOfDay;
  private LocalDate date;
  private LocalDate alternative;
  private Month month;
  private int day;
  private int year;
  private DayOfWeek weekday;
  private Integer days;
  private ZoneId zone;

  private int pending = -1;
  private boolean isHour;
  private boolean doubtful;

  private EmbargoTime(String text, int from) {
    String region = text.substring(0, Math.min(text.length(), from + LONGEST));
    Matcher token = TOKEN.matcher(region);
    int at = from;
    int last = from;
    int strange = 0;
    boolean isOpen = false;
    while (at < region.length()) {
      if (GAPS.indexOf(region.charAt(at)) >= 0) {
        at++;
        continue;
      }
      if (!token.region(at, region.length()).lookingAt()) {
        break;
      }
      int known = take(token, region);
      if (known < 0) {
        break;
      }
      last = known > 0 ? token.end() : last;
      at = token.end();
    }
    settleNumber();
    if (clock == null && isHour && pending >= 0 && pending <= 24) {
      clock(pending, 0);
    }
    boolean bare = zone == null && date == null && month == null && weekday == null && days == null;
    if (doubtful && bare) {
      clock = null; // "until 2031" is a year
    }
    end = last;
    // The words up to the end of the sentence: prose has many.
    while (at < region.length() && ".;:".indexOf(region.charAt(at)) < 0) {
      if (token.region(at, region.length()).lookingAt()) {
        strange++;
        isOpen |= EmbargoWords.OPEN.contains(token.group().toLowerCase(Locale.ROOT));
        at = token.end();
      } else {
        at++;
      }
    }
    unknown = strange;
    open = isOpen;
  }

  /** Reads {@code text} from {@code from} on as far as it tells a time. */
  static EmbargoTime parse(String text, int from) {
    return new EmbargoTime(text, from);
  }

  /** The time that {@code text} tells, all of it, or null. */
  static Instant read(String text, Instant made, String language) {
    EmbargoTime time = parse(text, 0);
    return time.tells() && time.unknown == 0 ? time.resolve(made, language) : null;
  }

  /** Index behind the last word that tells of the time; where it started, if none does. */
  int end() {
    return end;
  }

  /** How many other words follow in the sentence. */
  int unknown() {
    return unknown;
  }

  /** Whether it tells more than a date. */
  boolean hasClock() {
    return instant != null || clock != null;
  }

  /** Whether it depends on what nobody can know: "until delivery", "to be confirmed". */
  boolean isOpen() {
    return open;
  }

  /** Whether enough is said for a point in time, given when the item was made. */
  boolean tells() {
    return instant != null
        || date != null
        || month != null && day > 0
        || weekday != null
        || days != null
        || clock != null;
  }

  /**
   * The point in time, or null where it is none.
   *
   * @param made when the item was made, or null where nobody knows
   * @param language BCP 47 tag of the item, or null; its zone is that of a clock without one
   */
  Instant resolve(Instant made, String language) {
    if (instant != null) {
      return instant;
    }
    ZoneId place = zone == null ? EmbargoWords.zoneOf(language) : zone;
    try {
      LocalDate on = date(made, place);
      if (on == null) {
        return null;
      }
      LocalTime time = clock == null ? LocalTime.MIDNIGHT : clock;
      Instant until = on.plusDays(endOfDay ? 1 : 0).atTime(time).atZone(place).toInstant();
      boolean daily = date == null && month == null && weekday == null && days == null;
      return daily && until.isBefore(made) ? until.plus(1, ChronoUnit.DAYS) : until;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private LocalDate date(Instant made, ZoneId place) {
    if (date != null) {
      boolean isMonthFirst = place.getId().startsWith("America/");
      LocalDate written = alternative == null ? date : isMonthFirst ? alternative : later();
      return onWeekday(written);
    }
    if (month != null && day > 0 && year > 0) {
      return onWeekday(LocalDate.of(year, month, day));
    }
    if (made == null) {
      return null;
    }
    LocalDate today = made.atZone(place).toLocalDate();
    if (month != null && day > 0) {
      LocalDate coming = coming(today);
      return coming == null ? null : onWeekday(coming);
    }
    if (days != null) {
      return today.plusDays(days);
    }
    return weekday == null ? today : today.with(TemporalAdjusters.nextOrSame(weekday));
  }

  private LocalDate later() {
    return alternative.isAfter(date) ? alternative : date;
  }

  /** The date, or the first of its weekday from then on where the two contradict. */
  private LocalDate onWeekday(LocalDate written) {
    return weekday == null ? written : written.with(TemporalAdjusters.nextOrSame(weekday));
  }

  /** The coming one, or the one that is just past: notices outlive their embargoes. */
  private LocalDate coming(LocalDate today) {
    LocalDate first = today.minusDays(JUST_PAST);
    int from = first.getYear();
    for (int each = from; each < from + LEAP_YEARS; each++) {
      if (day <= month.length(Year.isLeap(each))) {
        LocalDate candidate = LocalDate.of(each, month, day);
        if (!candidate.isBefore(first)) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** Takes a token: 1 where it tells of the time, 0 where it says nothing, -1 where it ends it. */
  private int take(Matcher token, String text) {
    if (token.group("iso") != null) {
      return iso(token.group("iso"));
    }
    if (token.group("numeric") != null) {
      return numeric(
          Integer.parseInt(token.group(3)),
          Integer.parseInt(token.group(5)),
          Integer.parseInt(token.group(6)));
    }
    if (token.group("clock") != null) {
      return clock(Integer.parseInt(token.group(8)), Integer.parseInt(token.group(9)));
    }
    if (token.group("four") != null) {
      return four(Integer.parseInt(token.group("four")));
    }
    if (token.group("number") != null) {
      settleNumber();
      pending = Integer.parseInt(token.group("number"));
      return 1;
    }
    if (token.group("half") != null) {
      return half(Character.toLowerCase(token.group("half").charAt(0)) == 'p');
    }
    if (token.group("offset") != null) {
      return offset(token.group("offset"));
    }
    return word(token.group("word").toLowerCase(Locale.ROOT));
  }

  private int iso(String text) {
    if (date != null || instant != null) {
      return -1;
    }
    if (text.length() == 10) {
      try {
        date = LocalDate.parse(text);
        return 1;
      } catch (DateTimeException e) {
        return -1;
      }
    }
    boolean zoned = text.endsWith("Z") || text.lastIndexOf('-') > 9 || text.indexOf('+') > 0;
    Instant parsed = Dates.parse(text);
    if (parsed == null) {
      return -1;
    }
    if (zoned) {
      instant = parsed;
    } else {
      date = parsed.atZone(ZoneOffset.UTC).toLocalDate();
      clock = parsed.atZone(ZoneOffset.UTC).toLocalTime();
    }
    return 1;
  }

  /** Day and month in either order, where only the zone of the item may tell which. */
  private int numeric(int first, int second, int written) {
    if (date != null) {
      return -1;
    }
    int full = written < 100 ? 2000 + written : written;
    date = dateOrNull(full, second, first);
    alternative = dateOrNull(full, first, second);
    if (date == null) {
      date = alternative;
      alternative = null;
    }
    return date == null ? -1 : 1;
  }

  private static LocalDate dateOrNull(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private int clock(int hour, int minute) {
    if (clock != null || hour > 24 || minute > 59) {
      return -1;
    }
    endOfDay = hour == 24;
    clock = LocalTime.of(hour % 24, minute);
    return 1;
  }

  /** A year behind a month, or else four figures of a clock: "0001HRS", "1000 GMT". */
  private int four(int figures) {
    boolean isYear = figures > 1990 && figures < 2100;
    settleNumber();
    if (month != null && year == 0 && isYear) {
      year = figures;
      return 1;
    }
    int taken = clock(figures / 100, figures % 100);
    doubtful = taken > 0 && isYear;
    return taken;
  }

  /** "6 p.m.", "6.30pm". */
  private int half(boolean afternoon) {
    if (clock == null && pending >= 0) {
      int hour = pending;
      pending = -1;
      if (hour > 12) {
        return -1;
      }
      clock = LocalTime.of(hour % 12 + (afternoon ? 12 : 0), 0);
      return 1;
    }
    if (clock == null) {
      return -1;
    }
    if (clock.getHour() <= 12) {
      clock = clock.withHour(clock.getHour() % 12 + (afternoon ? 12 : 0));
    }
    return 1;
  }

  /** "GMT+2", "UTC +01:00". */
  private int offset(String text) {
    if (!ZoneOffset.UTC.equals(zone)) {
      return -1;
    }
    try {
      String figures = text.substring(1).replace(":", "");
      int hours = Integer.parseInt(figures.length() > 2 ? figures.substring(0, 2) : figures);
      int minutes = figures.length() > 2 ? Integer.parseInt(figures.substring(2)) : 0;
      int sign = text.charAt(0) == '-' ? -1 : 1;
      zone = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
      return 1;
    } catch (DateTimeException | StringIndexOutOfBoundsException | NumberFormatException e) {
      return -1;
    }
  }

  private int word(String word) {
    if (EmbargoWords.MONTHS.containsKey(word) && month == null && date == null) {
      month = EmbargoWords.MONTHS.get(word);
      settleNumber();
      return 1;
    }
    if (EmbargoWords.WEEKDAYS.containsKey(word) && weekday == null) {
      weekday = EmbargoWords.WEEKDAYS.get(word);
      return 1;
    }
    if (EmbargoWords.DAYS.containsKey(word) && days == null) {
      days = EmbargoWords.DAYS.get(word);
      return 1;
    }
    if (EmbargoWords.ZONES.containsKey(word) && zone == null && (clock != null || pending >= 0)) {
      zone = EmbargoWords.ZONES.get(word);
      if (clock == null) {
        int hour = pending;
        pending = -1;
        return clock(hour, 0);
      }
      return 1;
    }
    if (word.equals("noon") || word.equals("midday") || word.equals("mittag")) {
      pending = pending == 12 ? -1 : pending;
      return clock == null ? clock(12, 0) : -1;
    }
    if (word.equals("midnight") || word.equals("mitternacht") || word.equals("minuit")) {
      pending = pending == 12 ? -1 : pending;
      return clock == null ? clock(24, 0) : -1;
    }
    if (word.equals("uhr") || word.equals("o'clock") || word.equals("h") || word.equals("heures")) {
      if (clock == null && pending >= 0) {
        int hour = pending;
        pending = -1;
        return clock(hour, 0);
      }
      return clock == null ? -1 : 1;
    }
    if (EmbargoWords.FILLERS.contains(word)) {
      isHour = pending < 0 && clock == null && (word.startsWith("kl") || isHour);
      boolean unit = clock != null && (word.startsWith("h") || word.equals("time"));
      doubtful &= !unit;
      return unit ? 1 : 0;
    }
    return -1;
  }

  /** A bare number is the day where there is none yet. */
  private void settleNumber() {
    if (pending > 0 && pending < 32 && day == 0 && (month != null || weekday != null)) {
      day = pending;
      pending = -1;
    } else if (month != null && pending > 0 && year == 0 && day > 0) {
      year = pending > 20 ? 2000 + pending : 0;
      pending = -1;
    }
  }
}
