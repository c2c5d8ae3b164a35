package dev.dateline.wire;

/** The control characters that frame telex formats. */
final class ControlCharacters {

  static final char START_OF_HEADER = 1;
  static final char START_OF_TEXT = 2;
  static final char END_OF_TEXT = 3;
  static final char END_OF_TRANSMISSION = 4;
  static final char SYNCHRONOUS_IDLE = 0x16;

  private static final int REACH = 400;

  private ControlCharacters() {}

  /** Where the first {@code control} stands in the first few hundred bytes, or -1. */
  static int find(byte[] bytes, char control, int from) {
    for (int i = from; i < Math.min(bytes.length, REACH); i++) {
      if (bytes[i] == control) {
        return i;
      }
    }
    return -1;
  }

  /** The first byte that is no white space, or -1. */
  static int first(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, REACH); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\n' && bytes[i] != '\t') {
        return i;
      }
    }
    return -1;
  }

  /** {@code text} with a blank for each control character. */
  static String blanked(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(text.charAt(i) < ' ' ? ' ' : text.charAt(i));
    }
    return out.toString();
  }

  /** Text of telex formats, in whatever one-byte encoding or UTF-8. */
  static String decode(byte[] bytes) {
    try {
      return TextDecoder.decode(bytes, null);
    } catch (WireException e) {
      // Control characters and stray bytes are the rule in these formats.
      return new String(bytes, TextDecoder.named("windows-1252"));
    }
  }
}
