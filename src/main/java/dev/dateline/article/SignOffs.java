package dev.dateline.article;

import java.util.Arrays;
import java.util.Locale;

/**
 * Tells the line with which an agency ends its text: its name or mark, and the initials of those
 * who wrote and edited it. Pure; thread-safe.
 */
final class SignOffs {

  private static final int LONGEST = 60;
  private static final int MOST_AGENCY_WORDS = 3;
  private static final int LONGEST_INITIALS = 5;

  private SignOffs() {}

  /** "AAP be/", "AFP sn", "dpa wsz jln", "(BusinessDesk)", "hh/ph/ts". */
  static boolean isSignOff(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    boolean bracketed = text.charAt(0) == '(' && text.endsWith(")");
    String[] words = (bracketed ? text.substring(1, text.length() - 1) : text).split(" ");
    for (int n = Math.min(MOST_AGENCY_WORDS, words.length); n > 0; n--) {
      String name = String.join(" ", Arrays.copyOf(words, n));
      if (DatelineWords.isAgency(name) && areInitials(words, n)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where a known agency's name in brackets stands behind the last sentence, or -1: "… she said.
   * (Velnews)".
   */
  static int tail(String text) {
    int open = text.endsWith(")") ? text.lastIndexOf('(') : -1;
    boolean behindSentence =
        open > 1
            && text.charAt(open - 1) == ' '
            && ".!?\"\u201d\u2019\u00bb".indexOf(text.charAt(open - 2)) >= 0;
    return behindSentence && DatelineWords.isAgency(text.substring(open + 1, text.length() - 1))
        ? open
        : -1;
  }

  /** Two or three words of which the last is an agency: "Harbours VPA". */
  static boolean endsInAgency(String text) {
    int blank = text.lastIndexOf(' ');
    return blank > 0
        && text.length() <= LONGEST
        && text.split(" ").length <= MOST_AGENCY_WORDS
        && DatelineWords.isAgency(text.substring(blank + 1));
  }

  /** "hh/ph/ts": two or more sets of initials and nothing else. */
  static boolean isInitials(String text) {
    return text.indexOf('/') > 0 && text.indexOf(' ') < 0 && areInitials(new String[] {text}, 0);
  }

  private static boolean areInitials(String[] words, int from) {
    for (int i = from; i < words.length; i++) {
      for (String part : words[i].split("[/.,-]")) {
        if (part.length() > LONGEST_INITIALS || !part.equals(part.toLowerCase(Locale.ROOT))) {
          return false;
        }
      }
    }
    return true;
  }
}
