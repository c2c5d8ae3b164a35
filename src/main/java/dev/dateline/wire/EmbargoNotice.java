package dev.dateline.wire;

import dev.dateline.text.PhraseFinder;
import dev.dateline.text.WordList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The notice of an embargo, or of the end of one, with which a text starts, by the phrases of
 * {@code embargo-phrases.txt} and a time behind them, so that a story about an embargo is none.
 *
 * @param end index behind it
 * @param time when the embargo ends; null where it is lifted, or without a time that can be read
 */
record EmbargoNotice(int end, EmbargoTime time, boolean lifted) {

  /** What a phrase says; the first that fits counts, as a lift says more than its label. */
  private enum Kind {
    LIFTED,
    UNTIL,
    CLOCK,
    NOUN,
    LABEL;

    /** Name of its group in the pattern. */
    String group() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LONGEST_PHRASE = 260;
  private static final int FEW_WORDS = 3;
  private static final int WORDS_OF_A_LINE = 6;

  /** What no notice is without; spares most texts the patterns. */
  private static final PhraseFinder TRIGGERS =
      PhraseFinder.of(
          "embarg",
          "release",
          "publi",
          "sperr",
          "broadcast",
          "klausul",
          "hold ",
          "do not use",
          "distribut",
          "transmi",
          "not for use");

  private static final String OPENING =
      "[\\s*\\[(<>#=_+!.\\u2022-]*+"
          + "(?:(?:eds|att|editors?|attention|all|notes?(?: to)?|editor['\\u2019]?s|media|please note|nb"
          + "|urgent)\\b[\\s:,.!*-]*+){0,5}+"
          + "(?:(?:this|the|all|following)\\s(?:[\\p{L}-]+\\s){1,3}?(?:is|are|remains?)\\s(?:strictly )?)?+";

  private static final String PHRASES = phrases();
  private static final Pattern START =
      Pattern.compile(
          OPENING + "(?:" + PHRASES + ")(?![\\p{L}\\p{N}])(?<mark>\\s?[:=\\u2013\\u2014-]+)?+\\s*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static String phrases() {
    Map<Kind, List<String>> phrases = new EnumMap<>(Kind.class);
    for (String line : WordList.read(EmbargoNotice.class, "embargo-phrases.txt")) {
      String[] columns = line.split(" \\| ", 2);
      Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
      phrases.computeIfAbsent(kind, any -> new ArrayList<>()).add(columns[1]);
    }
    return phrases.entrySet().stream()
        .map(
            kind -> "(?<%s>%s)".formatted(kind.getKey().group(), String.join("|", kind.getValue())))
        .collect(Collectors.joining("|"));
  }

  /** Whether a notice may be in {@code text}: cheap, and true of few others. */
  static boolean isLikely(String text) {
    return TRIGGERS.isIn(text, text.length());
  }

  /** Whether {@code text} may start with a notice. */
  static boolean mayStart(String text) {
    return TRIGGERS.isIn(text, Math.min(text.length(), LONGEST_PHRASE));
  }

  /** The notice that {@code text} starts with, or null. */
  static EmbargoNotice at(String text) {
    if (!mayStart(text)) {
      return null;
    }
    Matcher start = START.matcher(start(text));
    return start.lookingAt() ? new Reading(text, start).notice() : null;
  }

  private static String start(String text) {
    return text.length() <= LONGEST_PHRASE ? text : text.substring(0, LONGEST_PHRASE);
  }

  /** What stands behind the phrase that a text starts with. */
  private static final class Reading {

    private final String text;
    private final Kind kind;
    private final String phrase;
    private final boolean capitals;

    /** Whether a colon or a dash follows the phrase, and where what it says begins. */
    private final boolean marked;

    private final int rest;

    private final EmbargoTime time;

    /** Whether nothing else follows the time. */
    private final boolean closed;

    /** Whether nothing at all follows the phrase. */
    private final boolean bare;

    Reading(String text, Matcher start) {
      this.text = text;
      kind = kind(start);
      phrase = start.group(kind.group());
      capitals = phrase.equals(phrase.toUpperCase(Locale.ROOT));
      marked = start.group("mark") != null;
      rest = start.end();
      time = EmbargoTime.parse(start(text), rest);
      closed = isClosed(text, time.end());
      bare = isClosed(text, rest) && !time.tells();
    }

    private static Kind kind(Matcher start) {
      for (Kind kind : Kind.values()) {
        if (start.group(kind.group()) != null) {
          return kind;
        }
      }
      throw new IllegalStateException("a phrase of no kind");
    }

    EmbargoNotice notice() {
      return switch (kind) {
        case LIFTED -> lifted();
        case UNTIL -> until();
        case NOUN, CLOCK -> named();
        case LABEL -> label();
      };
    }

    private EmbargoNotice lifted() {
      boolean all = closed && sentenceEnd(text, time.end()) == text.length();
      return all || capitals && (closed || marked)
          ? new EmbargoNotice(behind(text, time.end()), null, true)
          : null;
    }

    private EmbargoNotice until() {
      if (time.tells()) {
        return capitals || closed || time.unknown() <= FEW_WORDS ? timed() : null;
      }
      boolean line = capitals || bare || time.isOpen() || time.unknown() <= WORDS_OF_A_LINE;
      return line ? untimed(sentenceEnd(text, time.end())) : null;
    }

    private EmbargoNotice named() {
      if (time.tells() && closed && (kind == Kind.NOUN || capitals || time.hasClock())) {
        return timed();
      }
      boolean open = time.isOpen() && (capitals || time.unknown() <= FEW_WORDS);
      return open ? untimed(sentenceEnd(text, time.end())) : null;
    }

    private EmbargoNotice label() {
      if (time.tells()) {
        return closed || marked && time.unknown() <= FEW_WORDS ? timed() : null;
      }
      boolean state = !phrase.equalsIgnoreCase("embargo");
      boolean few = time.unknown() <= WORDS_OF_A_LINE;
      boolean figures = few && text.substring(rest).chars().anyMatch(Character::isDigit);
      if (bare && (state || capitals) || marked && few && (time.isOpen() || figures)) {
        return untimed(sentenceEnd(text, rest));
      }
      return marked && capitals && state ? untimed(rest) : null;
    }

    private EmbargoNotice timed() {
      return new EmbargoNotice(behind(text, time.end()), time, false);
    }

    private static EmbargoNotice untimed(int end) {
      return new EmbargoNotice(end, null, false);
    }
  }

  /** Whether the text ends here, or a mark closes what stands before. */
  private static boolean isClosed(String text, int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next == text.length() || ".:;)]*-\u2013\u2014|!".indexOf(text.charAt(next)) >= 0;
  }

  /** Behind the marks that close a notice, and a word or two on the media it holds for. */
  private static int behind(String text, int at) {
    int end = skipMarks(text, at);
    boolean all = !isClosed(text, at) && sentenceEnd(text, at) == text.length();
    return all && EmbargoTime.parse(text, at).unknown() <= FEW_WORDS ? text.length() : end;
  }

  /** Behind the sentence or the bracket that goes on at {@code at}. */
  private static int sentenceEnd(String text, int at) {
    for (int i = at; i < text.length(); i++) {
      boolean stop = ".:;!".indexOf(text.charAt(i)) >= 0;
      boolean last = i + 1 == text.length() || text.charAt(i + 1) == ' ';
      if (stop && last || ")]".indexOf(text.charAt(i)) >= 0) {
        return skipMarks(text, i);
      }
    }
    return text.length();
  }

  private static int skipMarks(String text, int at) {
    int end = at;
    while (end < text.length() && " .:;)]*-\u2013\u2014|!,".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
