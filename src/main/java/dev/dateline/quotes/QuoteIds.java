package dev.dateline.quotes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Gives the quotes of one item their ids: the same words in the same item keep theirs, whoever is
 * found to have said them. Not safe for several threads; make one for each item.
 */
final class QuoteIds {

  private static final int BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final String itemId;
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final MessageDigest digest;

  QuoteIds(String itemId) {
    this.itemId = itemId;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The id of the next quote with this text. */
  String next(String text) {
    String normal = normalise(text);
    int occurrence = occurrences.merge(normal, 1, Integer::sum);
    String key = itemId + '\n' + normal + '\n' + occurrence;
    byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
    return HEX.formatHex(hash, 0, BYTES);
  }

  /** One blank for each run of white space. */
  private static String normalise(String text) {
    if (isNormal(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!blank) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString();
  }

  /** Whether a text has no white space but single blanks between its words. */
  private static boolean isNormal(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' ? blank : c < ' ' || c >= 127 && !Character.isLetter(c) && !isMark(c)) {
        return false;
      }
      blank = c == ' ';
    }
    return true;
  }

  /** Dashes, quotation marks and dots, as news has them. */
  private static boolean isMark(char c) {
    return c >= '\u2010' && c <= '\u2027';
  }
}
