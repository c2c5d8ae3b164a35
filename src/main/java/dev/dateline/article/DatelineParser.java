package dev.dateline.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the dateline that opens a paragraph, in the styles of the agencies: places, date and agency
 * in any order that is in use, then a dash, a colon, a period or nothing but the text. What could
 * as well be the start of a sentence is none. Pure; thread-safe; looks at the first characters
 * only.
 */
final class DatelineParser {

  private static final int LONGEST = 160;
  private static final int MOST_SMALL_WORDS = 3;
  private static final int LETTERS_OF_HEADLINE = 20;
  private static final String DASHES = "-\u2013\u2014_";

  private DatelineParser() {}

  /**
   * A dateline found.
   *
   * @param end UTF-16 index one past its last character; it starts at 0
   * @param places places as written, each with its region
   * @param agency as written, or null
   * @param date as written, or null
   */
  record Found(int end, List<String> places, String agency, String date) {}

  /** The dateline at the start of {@code paragraph}, or null. */
  static Found parse(String paragraph) {
    if (paragraph.isEmpty() || !canStart(paragraph.charAt(0))) {
      return null;
    }
    int limit = limit(paragraph);
    Found longest = null;
    for (int at = 1; at < limit; at++) {
      Separator separator = Separator.at(paragraph, at);
      if (separator == null) {
        continue;
      }
      Found found = judge(paragraph, at, separator);
      if (found != null) {
        if (longest == null || !onlyMarks(paragraph, longest.end(), at)) {
          longest = found;
        }
      } else if (longest != null && separator != Separator.CLOSED) {
        break;
      }
    }
    return longest == null ? whole(paragraph) : longest;
  }

  private static boolean onlyMarks(String paragraph, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (Character.isLetterOrDigit(paragraph.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A paragraph that is nothing but a dateline. */
  private static Found whole(String paragraph) {
    if (limit(paragraph) < paragraph.length()) {
      return null;
    }
    int end = paragraph.length();
    while (end > 0 && (DASHES + " .:").indexOf(paragraph.charAt(end - 1)) >= 0) {
      end--;
    }
    DatelineHead head = DatelineHead.read(paragraph.substring(0, end));
    boolean sure =
        head != null
            && head.areAllPlaces()
            && (head.isUpper() || head.isKnown())
            && (head.isAgencyKnown() || head.date() != null && head.isKnown());
    return sure ? found(head, end) : null;
  }

  /** A dateline ends before several words in small letters follow each other. */
  private static int limit(String paragraph) {
    int end = Math.min(paragraph.length(), LONGEST);
    int small = 0;
    for (int i = 1; i < end; i++) {
      if (paragraph.charAt(i - 1) == ' ' && Character.isLetterOrDigit(paragraph.charAt(i))) {
        small = Character.isLowerCase(paragraph.charAt(i)) ? small + 1 : 0;
        if (small == MOST_SMALL_WORDS) {
          return i;
        }
      }
    }
    return end;
  }

  /** Whether what follows goes on in capitals, as in a headline of a telex. */
  private static boolean isUpper(String text, int begin) {
    int letters = 0;
    for (int i = begin; i < text.length() && letters < LETTERS_OF_HEADLINE; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters > 1;
  }

  private static boolean canStart(char c) {
    return Character.isUpperCase(c) || c == '(' || c == '/' || Character.isLowerCase(c);
  }

  private static Found judge(String paragraph, int at, Separator separator) {
    DatelineHead head = DatelineHead.read(paragraph.substring(0, at));
    if (head == null) {
      return null;
    }
    int next = separator.next(paragraph, at);
    if (next >= paragraph.length()) {
      return head.isAgencyKnown() && head.isAgencyMarked() ? found(head, at) : null;
    }
    boolean headline =
        head.isUpper() && !head.isKnown() && !head.isAgencyKnown() && isUpper(paragraph, next);
    return !headline && accepts(head, separator, paragraph.charAt(next)) ? found(head, at) : null;
  }

  private static Found found(DatelineHead head, int end) {
    return new Found(
        end,
        Collections.unmodifiableList(new ArrayList<>(head.places())),
        head.agency(),
        head.date());
  }

  /** Whether such a head, so parted from a text that starts with {@code next}, is a dateline. */
  private static boolean accepts(DatelineHead head, Separator separator, char next) {
    boolean startsText = !Character.isLowerCase(next);
    if (head.places().isEmpty()) {
      boolean agency = head.isAgencyKnown() || head.date() != null && head.isAgencyName();
      return agency
          && (head.isAgencyMarked() || head.date() != null)
          && separator.isDash()
          && startsText;
    }
    if (!head.areAllPlaces()) {
      return false;
    }
    if (head.isAgencyKnown()) {
      if (head.isAgencyMarked()) {
        return separator.isDash()
            || separator == Separator.STOP
            || (head.isUpper() || head.isKnown()) && startsText;
      }
      return (separator.isDash() || separator == Separator.STOP || separator == Separator.COLON)
          && (head.date() != null || head.isUpper() || head.isKnown());
    }
    if (separator == Separator.CLOSED) {
      return false;
    }
    boolean place = head.isKnown() || head.isUpper();
    if (head.agency() != null) {
      return place
          && startsText
          && (separator.isDash() || separator == Separator.STOP && head.isAgencyInSlashes())
          && (head.isKnown() || head.date() != null || head.isUpper() && head.looksLikePlace());
    }
    if (head.date() != null) {
      return place && startsText;
    }
    switch (separator) {
      case SPACED_DASH:
      case EM_DASH:
        return startsText && (head.isKnown() || head.isUpper() && head.looksLikePlace());
      case GLUED_DASH:
      case COLON:
        return startsText && head.isKnown();
      default:
        return false;
    }
  }

  /** What stands between a dateline and the text. */
  enum Separator {
    SPACED_DASH,
    EM_DASH,
    GLUED_DASH,
    COLON,
    STOP,
    /** Nothing but a blank, after a bracket or slash that closes the agency. */
    CLOSED;

    boolean isDash() {
      return this == SPACED_DASH || this == EM_DASH || this == GLUED_DASH;
    }

    static Separator at(String text, int at) {
      char c = text.charAt(at);
      char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
      if (c == ' ') {
        if (DASHES.indexOf(next) >= 0) {
          return SPACED_DASH;
        }
        char before = text.charAt(at - 1);
        return before == ')' || before == '/' ? CLOSED : null;
      }
      if (c == '\u2014' || c == '\u2013' || c == '-' && next == '-') {
        return EM_DASH;
      }
      if (c == '-' && next == ' ') {
        return GLUED_DASH;
      }
      if (c == ':' && next == ' ') {
        return COLON;
      }
      if (c == '.' && (next == ' ' || next == '-' || next == '\u2014' || next == '\u2013')) {
        return STOP;
      }
      return null;
    }

    /** Where the text starts. */
    int next(String text, int at) {
      int next = at;
      while (next < text.length()
          && (text.charAt(next) == ' '
              || text.charAt(next) == '.'
              || text.charAt(next) == ':'
              || DASHES.indexOf(text.charAt(next)) >= 0)) {
        next++;
      }
      return next;
    }
  }
}
