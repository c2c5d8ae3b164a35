package dev.dateline.wire;

import dev.dateline.text.Normaliser;
import dev.dateline.text.WordList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads embargoes that desks state in prose, in the headline, a note or a line of the text:
 * "EMBARGOED until 10:00 GMT Monday 3 May", "NOT FOR RELEASE BEFORE …". By the phrases of {@code
 * embargo-phrases.txt} and with a time behind them, so that a story about an embargo is none. Pure;
 * thread-safe.
 */
public final class Embargoes {

  private enum Kind {
    UNTIL,
    NOUN,
    CLOCK,
    LABEL,
    LIFTED
  }

  /**
   * @param end index behind it
   * @param time when the embargo ends; null where it is lifted, or without a time
   */
  private record Notice(int end, EmbargoTime time, boolean lifted) {}

  private static final int LONGEST_PHRASE = 260;
  private static final int LONGEST_NOTE = 4000;
  private static final int FEW_WORDS = 3;
  private static final int WORDS_OF_A_LINE = 6;

  /** What no notice is without; spares most texts the patterns. */
  private static final Pattern TRIGGER =
      Pattern.compile(
          "embarg|release|publi|sperr|broadcast|klausul|hold |do not use|distribut|transmi"
              + "|not for use",
          Pattern.CASE_INSENSITIVE);

  /** How a line starts that is for editors. */
  private static final Pattern NOTE =
      Pattern.compile(
          "[\\s*\\[(]*+(?:eds|att|attention|editors?['\\u2019]?s?|notes? to)\\b",
          Pattern.CASE_INSENSITIVE);

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

  private Embargoes() {}

  private static String phrases() {
    return WordList.read(Embargoes.class, "embargo-phrases.txt").stream()
        .map(line -> line.split(" \\| ", 2))
        .collect(
            Collectors.groupingBy(
                columns -> columns[0],
                Collectors.mapping(columns -> columns[1], Collectors.joining("|"))))
        .entrySet()
        .stream()
        // A lift says more than the label that it starts with, as "until" does.
        .sorted((a, b) -> Integer.compare(rank(a.getKey()), rank(b.getKey())))
        .map(kind -> "(?<" + kind.getKey() + ">" + kind.getValue() + ")")
        .collect(Collectors.joining("|"));
  }

  private static int rank(String kind) {
    return List.of("lifted", "until", "clock", "noun", "label").indexOf(kind);
  }

  /**
   * Index behind the notice of an embargo, or of the end of one, that {@code text} starts with; 0
   * where it starts with none.
   */
  public static int noticeEnd(String text) {
    Notice notice = TRIGGER.matcher(start(text)).find() ? notice(text, 0) : null;
    return notice == null ? 0 : notice.end();
  }

  /**
   * {@code item} under the embargo that its headline, notes or text state. One that is stated, but
   * whose time cannot be read, withholds the item until a later version tells more; of several the
   * latest holds. An embargo in a field of the format stands as it is: it is the more exact.
   *
   * @param received when the item was received, or null; it counts where the item has no time
   */
  static WireItem apply(WireItem item, Instant received) {
    if (item.pubStatus() == PubStatus.CANCELED || item.embargo() != null) {
      return item;
    }
    List<Notice> notices = new ArrayList<>();
    addStart(item.headline(), notices);
    item.subheads().forEach(subhead -> addStart(subhead, notices));
    addAny(item.edNote(), notices);
    addAny(item.usageTerms(), notices);
    for (Block block : item.body()) {
      if (NOTE.matcher(block.text()).lookingAt()) {
        addAny(block.text(), notices);
      } else {
        addStart(block.text(), notices);
      }
    }
    notices.removeIf(Notice::lifted);
    if (notices.isEmpty()) {
      return item;
    }
    Instant made = item.versionCreated() == null ? item.firstCreated() : item.versionCreated();
    Instant until = null;
    for (Notice notice : notices) {
      Instant stated =
          notice.time() == null
              ? null
              : notice.time().resolve(made == null ? received : made, item.language());
      until = until == null || stated != null && stated.isAfter(until) ? stated : until;
    }
    return until == null
        ? item.toBuilder().pubStatus(PubStatus.WITHHELD).build()
        : item.toBuilder().embargo(until).build();
  }

  private static void addStart(String text, List<Notice> notices) {
    if (text != null && TRIGGER.matcher(start(text)).find()) {
      Notice notice = notice(Normaliser.clean(text), 0);
      if (notice != null) {
        notices.add(notice);
      }
    }
  }

  /** A note to editors may come to the embargo anywhere, at the start of a sentence or line. */
  private static void addAny(String note, List<Notice> notices) {
    if (note == null || !TRIGGER.matcher(note).find()) {
      return;
    }
    String text = note.substring(0, Math.min(note.length(), LONGEST_NOTE));
    for (String sentence : text.split("(?<=[.!;:)\\]])\\s|\\R")) {
      addStart(sentence, notices);
    }
    if (notices.isEmpty()) {
      addStart(text, notices);
    }
  }

  private static String start(String text) {
    return text.length() <= LONGEST_PHRASE ? text : text.substring(0, LONGEST_PHRASE);
  }

  private static Notice notice(String whole, int from) {
    String text = start(whole);
    Matcher start = START.matcher(text).region(from, text.length());
    if (!start.lookingAt()) {
      return null;
    }
    Kind kind = kind(start);
    String phrase = start.group(kind.name().toLowerCase(Locale.ROOT));
    boolean capitals = phrase.equals(phrase.toUpperCase(Locale.ROOT));
    boolean marked = start.group("mark") != null;
    int rest = start.end();
    EmbargoTime time = EmbargoTime.parse(text, rest);
    boolean closed = isClosed(whole, time.end());
    boolean tells = time.tells();
    boolean nothing = isClosed(whole, rest) && !tells;
    switch (kind) {
      case LIFTED -> {
        boolean all = closed && sentenceEnd(whole, time.end()) == whole.length();
        return all || capitals && (closed || marked)
            ? new Notice(end(whole, time.end()), null, true)
            : null;
      }
      case UNTIL -> {
        if (tells) {
          boolean line = capitals || closed || time.unknown() <= FEW_WORDS;
          return line ? new Notice(end(whole, time.end()), time, false) : null;
        }
        boolean line = capitals || nothing || time.isOpen() || time.unknown() <= WORDS_OF_A_LINE;
        return line ? new Notice(sentenceEnd(whole, time.end()), null, false) : null;
      }
      case NOUN, CLOCK -> {
        if (tells && closed && (kind == Kind.NOUN || capitals || time.hasClock())) {
          return new Notice(end(whole, time.end()), time, false);
        }
        boolean open = time.isOpen() && (capitals || time.unknown() <= FEW_WORDS);
        return open ? new Notice(sentenceEnd(whole, time.end()), null, false) : null;
      }
      default -> {
        return label(whole, rest, time, closed, nothing, capitals, marked, phrase);
      }
    }
  }

  private static Notice label(
      String whole,
      int rest,
      EmbargoTime time,
      boolean closed,
      boolean nothing,
      boolean capitals,
      boolean marked,
      String phrase) {
    if (time.tells() && (closed || marked && time.unknown() <= FEW_WORDS)) {
      return new Notice(end(whole, time.end()), time, false);
    }
    if (time.tells()) {
      return null;
    }
    boolean state = !phrase.toLowerCase(Locale.ROOT).equals("embargo");
    boolean few = time.unknown() <= WORDS_OF_A_LINE;
    boolean figures = few && whole.substring(rest).chars().anyMatch(Character::isDigit);
    if (nothing && (state || capitals) || marked && few && (time.isOpen() || figures)) {
      return new Notice(sentenceEnd(whole, rest), null, false);
    }
    return marked && capitals && state ? new Notice(rest, null, false) : null;
  }

  private static Kind kind(Matcher start) {
    for (Kind kind : Kind.values()) {
      if (start.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
        return kind;
      }
    }
    throw new IllegalStateException("a phrase of no kind");
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
  private static int end(String text, int at) {
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
