package dev.dateline.text;

/**
 * Puts right UTF-8 that somebody read as windows-1252 or Latin-1, as in a three-character garble
 * where an apostrophe stood. Repairs sequences, not whole texts: a paragraph may hold both kinds.
 * What could as well be meant as written stays. Pure; thread-safe.
 */
final class Mojibake {

  /** How often text may have been through the same mistake. */
  private static final int ROUNDS = 3;

  private Mojibake() {}

  static String repair(String text) {
    String repaired = text;
    for (int round = 0; round < ROUNDS; round++) {
      String next = repairOnce(repaired);
      if (next.equals(repaired)) {
        break;
      }
      repaired = next;
    }
    return repaired;
  }

  private static String repairOnce(String text) {
    StringBuilder out = null;
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int length = c < 0xc2 || c > 0xf4 ? 0 : sequence(text, at, c);
      if (length == 0 || !isPlausible(text, at, length)) {
        at++;
        continue;
      }
      if (out == null) {
        out = new StringBuilder(text.length());
      }
      out.append(text, copied, at).appendCodePoint(decode(text, at, length));
      at += length;
      copied = at;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  /** Length of the well-formed UTF-8 sequence that the characters from {@code at} spell, or 0. */
  private static int sequence(String text, int at, char lead) {
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (at + length > text.length()) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      int code = Windows1252.code(text.charAt(at + i));
      if (code < 0x80 || code > 0xbf) {
        return 0;
      }
    }
    int decoded = decode(text, at, length);
    boolean shortest = decoded >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
    boolean character = decoded <= 0x10ffff && (decoded < 0xd800 || decoded > 0xdfff);
    return shortest && character ? length : 0;
  }

  private static int decode(String text, int at, int length) {
    int value = text.charAt(at) & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
      value = value << 6 | Windows1252.code(text.charAt(at + i)) & 0x3f;
    }
    return value;
  }

  /**
   * Whether the sequence is a garble rather than what the writer meant. Four characters hardly meet
   * by chance, nor does what decodes to punctuation; two may, as where a word in capitals ends in
   * an accent before a closing mark.
   */
  private static boolean isPlausible(String text, int at, int length) {
    char lead = text.charAt(at);
    if (length == 4) {
      return true;
    }
    if (length == 3) {
      return lead == '\u00e2' || lead == '\u00ef' || neighbours(text, at, length);
    }
    if (lead == '\u00c2' || lead == '\u00c3') {
      return at < 2
          || !Character.isUpperCase(text.charAt(at - 1))
          || !Character.isUpperCase(text.charAt(at - 2));
    }
    return neighbours(text, at, length);
  }

  /** Whether another sequence stands right before or behind: a garbled word, not a chance. */
  private static boolean neighbours(String text, int at, int length) {
    int next = at + length;
    if (next < text.length()) {
      char c = text.charAt(next);
      if (c >= 0xc2 && c <= 0xf4 && sequence(text, next, c) > 0) {
        return true;
      }
    }
    if (at < 2) {
      return false;
    }
    // The sequence before may be repaired already, and then is no longer Latin-1.
    for (int back = 2; back <= 3 && back <= at; back++) {
      char c = text.charAt(at - back);
      if (c >= 0xc2 && c <= 0xf4 && sequence(text, at - back, c) == back) {
        return true;
      }
    }
    return false;
  }
}
