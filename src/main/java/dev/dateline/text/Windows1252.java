package dev.dateline.text;

/** The one-byte encoding that most old Western text is in. */
final class Windows1252 {

  /** What bytes 0x80 to 0x9f stand for; the five undefined ones stand for themselves. */
  private static final String HIGH =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d"
          + "\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
          + "\u009d\u017e\u0178";

  private Windows1252() {}

  /** The character that a byte, or a control character of that number, stands for. */
  static char character(int code) {
    return code >= 0x80 && code <= 0x9f ? HIGH.charAt(code - 0x80) : (char) code;
  }

  /** The byte that stands for {@code c}, or -1. */
  static int code(char c) {
    if (c < 0x100) {
      return c;
    }
    int at = HIGH.indexOf(c);
    return at < 0 ? -1 : 0x80 + at;
  }
}
