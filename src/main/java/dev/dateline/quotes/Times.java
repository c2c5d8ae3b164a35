package dev.dateline.quotes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Finds when something was said in the words around its cue, and the date that they mean. */
final class Times {

  private static final int REACH = 16;

  private final Words words;
  private final LocalDate today;

  /**
   * @param today the day that the article was made, or null
   */
  Times(Words words, LocalDate today) {
    this.words = words;
    this.today = today;
  }

  Said said(Linker.Linked linked) {
    int cue = linked.cue();
    if (cue < 0) {
      return null;
    }
    int best = -1;
    int sentence = words.sentence(cue);
    int end = Math.min(words.sentenceLast(sentence), cue + REACH);
    for (int word = Math.max(words.sentenceFirst(sentence), cue - REACH); word < end; word++) {
      if (tellsTime(word)
          && !Fragment.anyHas(linked.fragments(), word)
          && isOfCue(word, cue)
          && (best < 0 || Math.abs(word - cue) < Math.abs(best - cue))) {
        best = word;
      }
    }
    return best < 0 ? null : said(best);
  }

  /**
   * Whether a time can be that of the cue: no verb stands between what it follows and itself ("who
   * left in June, said"), nor between it and the cue.
   */
  private boolean isOfCue(int word, int cue) {
    boolean comma = false;
    for (int i = Math.min(word, cue) + 1; i <= Math.max(word, cue); i++) {
      comma |= words.hasGap(i, Words.GAP_BREAK & ~Words.GAP_HYPHEN);
      if (i < Math.max(word, cue) && isVerb(i)) {
        return false;
      }
    }
    if (!comma) {
      return true;
    }
    for (int i = word; i >= 0 && words.sentence(i) == words.sentence(word); i--) {
      if (isVerb(i) || words.is(i, WordClass.WHO)) {
        return false;
      }
      if (words.hasGap(i, Words.GAP_BREAK & ~Words.GAP_HYPHEN)) {
        break;
      }
    }
    return true;
  }

  private boolean isVerb(int word) {
    return words.is(word, WordClass.CUE)
        || words.is(word, WordClass.AUXILIARY)
        || words.is(word, WordClass.MODAL)
        || words.is(word, WordClass.ENDS_ED);
  }

  private boolean tellsTime(int word) {
    WordClass type = words.type(word);
    if (type == WordClass.WEEKDAY || type == WordClass.ADVERB && isDay(word)) {
      return !words.hasGap(word, Words.GAP_HYPHEN);
    }
    boolean capital = words.isCapitalised(word);
    boolean month = type == WordClass.MONTH && capital && !words.is(word, "may");
    boolean may = capital && words.is(word, "may") && dayBeside(word) > 0;
    boolean relative =
        type == WordClass.TIME
            && word > 0
            && (words.is(word - 1, "last") || words.is(word - 1, "this"));
    return month || may || relative;
  }

  /** Whether an adverb names a day. */
  private boolean isDay(int word) {
    return words.is(word, "yesterday") || words.is(word, "today") || words.is(word, "tonight");
  }

  private Said said(int word) {
    int first = word;
    int last = word + 1;
    LocalDate date = null;
    if (words.is(word, WordClass.WEEKDAY)) {
      boolean lastWeek = word > 0 && words.is(word - 1, "last");
      first = lastWeek ? word - 1 : word;
      date = weekday(words.hash(word));
    } else if (words.is(word, "yesterday")) {
      date = today == null ? null : today.minusDays(1);
    } else if (words.is(word, "today") || words.is(word, "tonight")) {
      date = today;
    } else if (words.is(word, WordClass.TIME)) {
      first = word - 1;
    } else {
      int day = dayBeside(word);
      if (day > 0) {
        boolean after = word + 1 < words.count && number(word + 1) == day;
        first = after ? word : word - 1;
        last = after ? word + 2 : word + 1;
        date = date(word, day, last);
        last += date != null && year(last) > 0 ? 1 : 0;
      }
    }
    return new Said(words.document.textSpan(words.begin(first), words.end(last - 1)), date);
  }

  /** The last day of this name, today included. */
  private LocalDate weekday(int hash) {
    if (today == null) {
      return null;
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).hashCode() == hash) {
        return today.with(TemporalAdjusters.previousOrSame(day));
      }
    }
    return null;
  }

  private LocalDate date(int monthWord, int day, int next) {
    String name =
        words.document.text().substring(words.begin(monthWord), words.begin(monthWord) + 3);
    int year = year(next);
    if (year == 0 && today == null) {
      return null;
    }
    for (Month month : Month.values()) {
      if (month.name().startsWith(name.toUpperCase(Locale.ROOT))) {
        int in = year > 0 ? year : today.getYear();
        if (day > month.length(java.time.Year.isLeap(in))) {
          return null;
        }
        LocalDate date = LocalDate.of(in, month, day);
        return year == 0 && date.isAfter(today.plusDays(7)) ? date.minusYears(1) : date;
      }
    }
    return null;
  }

  private int year(int word) {
    int number = word < words.count && !words.hasGap(word, Words.GAP_SENTENCE) ? number(word) : 0;
    return number > 1500 && number < 2200 ? number : 0;
  }

  private int dayBeside(int month) {
    int after = month + 1 < words.count ? number(month + 1) : 0;
    if (after >= 1 && after <= 31) {
      return after;
    }
    int before = month > 0 ? number(month - 1) : 0;
    return before >= 1 && before <= 31 ? before : 0;
  }

  /** The number that a word is, "5th" being 5; 0 for none. */
  private int number(int word) {
    if (!words.is(word, WordClass.NUMBER)) {
      return 0;
    }
    int value = 0;
    for (int i = words.begin(word); i < words.end(word) && value < 10_000; i++) {
      int digit = words.document.text().charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return i > words.begin(word) && i >= words.end(word) - 2 ? value : 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
