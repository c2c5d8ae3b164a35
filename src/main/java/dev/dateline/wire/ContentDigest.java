package dev.dateline.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Whether two versions of an item say the same. Looks neither at version number and date, nor at
 * the format or at how the bytes came. Pure; thread-safe.
 */
public final class ContentDigest {

  private ContentDigest() {}

  /** 64 bits of SHA-256 over all that the provider sent but version number and date. */
  public static long of(WireItem item) {
    MessageDigest digest = sha256();
    put(digest, item.firstCreated());
    put(digest, item.pubStatus());
    put(digest, item.embargo());
    put(digest, item.headline());
    putAll(digest, item.subheads());
    put(digest, item.byline());
    put(digest, item.dateline());
    put(digest, item.located());
    put(digest, item.language());
    put(digest, item.slug());
    put(digest, item.urgency());
    put(digest, item.edNote());
    put(digest, item.usageTerms());
    put(digest, item.copyright());
    put(digest, item.url());
    put(digest, item.agency());
    putAll(digest, item.relatedIds());
    putAll(digest, item.supersedes());
    for (Subject subject : item.subjects()) {
      put(digest, subject.code());
      put(digest, subject.scheme());
      put(digest, subject.name());
    }
    for (Block block : item.body()) {
      put(digest, block.kind());
      put(digest, block.level());
      put(digest, block.text());
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static void putAll(MessageDigest digest, List<String> values) {
    put(digest, values.size());
    values.forEach(value -> put(digest, value));
  }

  /** A separator that no UTF-8 text holds keeps neighbouring fields apart. */
  private static void put(MessageDigest digest, Object value) {
    if (value != null) {
      digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) (value == null ? 0xfe : 0xff));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
