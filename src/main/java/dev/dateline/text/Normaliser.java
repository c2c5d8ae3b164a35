package dev.dateline.text;

import java.text.Normalizer;
import org.jsoup.parser.Parser;

/**
 * Brings one paragraph into the form that everything after it relies on: Unicode NFC, single
 * blanks, no control, bidirectional or zero-width characters, no soft hyphens, UTF-8 that was read
 * as windows-1252 put right, character references resolved. Typographic marks stay as they are.
 *
 * <p>Pure; thread-safe. Text that needs nothing is returned as it is, after one pass.
 */
public final class Normaliser {

  private Normaliser() {}

  /** {@code text} as one clean line, without blanks at its ends; "" for null. */
  public static String clean(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    if (isClean(text)) {
      return text;
    }
    String repaired = Mojibake.repair(resolveReferences(text));
    String plain = replaceCharacters(repaired);
    return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
        ? plain
        : Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** Whether {@link #clean} has surely nothing to do. */
  private static boolean isClean(String text) {
    char[] chars = text.toCharArray(); // faster to go through than the string
    boolean blank = true;
    boolean high = false;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      boolean afterBlank = blank;
      blank = c == ' ';
      if (c >= ' ' && c < 0x7f && c != '&') {
        // Nearly all there is: no branch for blanks, which nobody foresees.
        if (blank & afterBlank) {
          return false;
        }
        high = false;
        continue;
      }
      if (c < 0x80) {
        if (c < ' ' || c == 0x7f || c == '&' && startsReference(text, i)) {
          return false;
        }
        high = false;
      } else if (high || !isPlain(c)) {
        // Two characters beyond ASCII in a row may be mojibake: the long way looks closer.
        return false;
      } else {
        high = c < 0x2000;
      }
    }
    return !blank;
  }

  /** Letters and marks that news is full of and that NFC leaves alone. */
  private static boolean isPlain(char c) {
    return c >= 0xa1 && c < 0x180 && c != 0xad || c >= 0x2010 && c <= 0x2027 || c == '\u20ac';
  }

  private static String resolveReferences(String text) {
    for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
      if (startsReference(text, i)) {
        return Parser.unescapeEntities(text, true);
      }
    }
    return text;
  }

  /** Whether a complete character reference, with its semicolon, starts at {@code at}. */
  private static boolean startsReference(String text, int at) {
    int end = at + 1;
    if (end < text.length() && text.charAt(end) == '#') {
      end++;
    }
    int begin = end;
    while (end < text.length() && end - begin < 9 && isReferenceCharacter(text.charAt(end))) {
      end++;
    }
    return end > begin && end < text.length() && text.charAt(end) == ';';
  }

  private static boolean isReferenceCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static String replaceCharacters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c <= 0x9f) {
        c = Windows1252.character(c);
      }
      if (isBlank(c)) {
        if (!blank) {
          out.append(' ');
        }
        blank = true;
      } else if (!isDropped(text, i, c)) {
        appendLetter(out, c);
        blank = false;
      }
    }
    if (blank && out.length() > 0) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c >= 0xa0 && Character.isSpaceChar(c);
  }

  private static boolean isDropped(String text, int at, char c) {
    if (c < 0x80) {
      return c < ' ' || c == 0x7f;
    }
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.UNASSIGNED:
      case Character.PRIVATE_USE:
        return true;
      case Character.SURROGATE:
        return !isPaired(text, at, c);
      case Character.FORMAT:
        // Joiners shape letters in Persian or Hindi, and emoji: only between Latin letters are
        // they residue.
        boolean joiner = c == '\u200c' || c == '\u200d';
        return !joiner || at == 0 || text.charAt(at - 1) < 0x250;
      default:
        return false;
    }
  }

  private static boolean isPaired(String text, int at, char c) {
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Typesetters' ligatures become the letters they stand for. */
  private static void appendLetter(StringBuilder out, char c) {
    switch (c) {
      case '\ufb00' -> out.append("ff");
      case '\ufb01' -> out.append("fi");
      case '\ufb02' -> out.append("fl");
      case '\ufb03' -> out.append("ffi");
      case '\ufb04' -> out.append("ffl");
      default -> out.append(c);
    }
  }
}
