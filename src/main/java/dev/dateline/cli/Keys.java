package dev.dateline.cli;

import java.nio.charset.StandardCharsets;

/** Keys of records, which are text on every topic that Dateline writes. */
final class Keys {

  private Keys() {}

  static String text(byte[] key) {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }
}
