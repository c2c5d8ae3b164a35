package dev.dateline.entities;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Gives the entities of one article their ids. One article, one instance. */
final class EntityIds {

  private static final int BYTES = 8;

  private final Map<String, Integer> homonyms = new HashMap<>();
  private final MessageDigest digest = sha256();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * A hash of type, normalised canonical name and ordinal among homonyms.
   *
   * @param key the canonical name in normal form
   */
  String next(EntityType type, String key) {
    String content = type + "\n" + key;
    int ordinal = homonyms.merge(content, 1, Integer::sum);
    byte[] hash = digest.digest((content + "\n" + ordinal).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
