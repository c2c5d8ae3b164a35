package dev.dateline.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The id of an item: what all its versions share, and by which everything derived from it finds its
 * partition. Pure; thread-safe.
 */
public final class ItemId {

  private static final int HASH_BYTES = 16;

  private ItemId() {}

  /**
   * The item's source, a colon, and the provider's own stable id: its guid, else its URL. Where it
   * has neither, {@code sha256-} and 128 bits, in hex, over headline and body with white space
   * normalised: the same words from the same source are the same item.
   */
  public static String of(WireItem item) {
    String own = item.guid() != null ? item.guid() : item.url();
    return of(item.source(), own == null ? "sha256-" + hash(item) : own);
  }

  /**
   * The id of the item that {@code source} knows as {@code guid}: for links to items that are not
   * at hand. A guid that starts with the source and a colon is the whole id already.
   */
  public static String of(String source, String guid) {
    return guid.startsWith(source + ":") ? guid : source + ":" + guid;
  }

  private static String hash(WireItem item) {
    MessageDigest digest = sha256();
    add(item.headline(), digest);
    for (Block block : item.body()) {
      add(block.text(), digest);
    }
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), HASH_BYTES));
  }

  private static void add(String text, MessageDigest digest) {
    if (text != null) {
      digest.update(normalised(text).getBytes(StandardCharsets.UTF_8));
    }
    // Parts do not run into each other: a headline moved into the body is another item.
    digest.update((byte) 0);
  }

  /** Runs of white space as one blank, none at the ends. */
  private static String normalised(String text) {
    if (isNormalised(text)) {
      return text;
    }
    StringBuilder words = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        blank = words.length() > 0;
      } else {
        if (blank) {
          words.append(' ');
          blank = false;
        }
        words.append(c);
      }
    }
    return words.toString();
  }

  private static boolean isNormalised(String text) {
    boolean blank = true;
    for (char c : text.toCharArray()) { // faster to go through than the string
      boolean afterBlank = blank;
      blank = c == ' ';
      if (blank & afterBlank || (c < ' ' || c >= 0x7f) && Character.isWhitespace(c)) {
        return false;
      }
    }
    return !blank || text.isEmpty();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
