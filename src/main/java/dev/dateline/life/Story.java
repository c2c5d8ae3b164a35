package dev.dateline.life;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A story: the items that share their text, by the first that was seen.
 *
 * @param firstItemId that item; the story goes by its id
 * @param firstSeen when that item was received
 */
public record Story(String firstItemId, Instant firstSeen) {

  /** The one that was seen first comes first. */
  static final Comparator<Story> BY_AGE =
      Comparator.comparing(Story::firstSeen).thenComparing(Story::firstItemId);

  private static final int ID_BYTES = 16;

  public Story {
    Objects.requireNonNull(firstItemId, "firstItemId");
    Objects.requireNonNull(firstSeen, "firstSeen");
  }

  /** The story's id: 128 bits of SHA-256, in hex, over the id of its first item. */
  public String id() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(firstItemId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
