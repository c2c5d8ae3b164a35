package dev.dateline.wire;

/**
 * Tells text in windows-1252 from bytes that are damaged or in another encoding: its letters beyond
 * ASCII stand inside words, in the case of their neighbours, and are few.
 */
final class Windows1252Words {

  private Windows1252Words() {}

  /** Whether {@code bytes}, which are no valid UTF-8, read as words in windows-1252. */
  static boolean plausible(byte[] bytes) {
    int high = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (b < 0x80) {
        continue;
      }
      high++;
      if (b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d) {
        return false;
      }
      if (isUtf8Pair(bytes, i) || isLetter(b) && !fitsIn(bytes, i, b)) {
        return false;
      }
    }
    return high * 5 <= bytes.length;
  }

  /** A well-formed sequence of UTF-8: then the text is UTF-8, and damaged elsewhere. */
  private static boolean isUtf8Pair(byte[] bytes, int at) {
    int b = bytes[at] & 0xff;
    int next = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
    boolean continues = next >= 0x80 && next <= 0xbf;
    return b >= 0xc2 && b <= 0xf4 && continues;
  }

  /** Whether a letter has a letter beside it, and no small one before a capital. */
  private static boolean fitsIn(byte[] bytes, int at, int b) {
    int before = at > 0 ? bytes[at - 1] & 0xff : ' ';
    int next = at + 1 < bytes.length ? bytes[at + 1] & 0xff : ' ';
    if (!isWord(before) && !isWord(next)) {
      // "à" and "é" are words, as are "À" and "É" at the start of a sentence.
      return b == 0xe0 || b == 0xe9 || b == 0xc0 || b == 0xc9 || b == 0xf3 || b == 0xe8;
    }
    return !(isSmall(before) && isCapital(b));
  }

  private static boolean isWord(int b) {
    return isSmall(b) || isCapital(b);
  }

  private static boolean isLetter(int b) {
    return b >= 0xc0 && b != 0xd7 && b != 0xf7
        || b == 0x8a
        || b == 0x8c
        || b == 0x8e
        || b == 0x9a
        || b == 0x9c
        || b == 0x9e
        || b == 0x9f;
  }

  private static boolean isSmall(int b) {
    return b >= 'a' && b <= 'z' || b >= 0xdf && b != 0xf7 || b == 0x9a || b == 0x9c || b == 0x9e;
  }

  private static boolean isCapital(int b) {
    return b >= 'A' && b <= 'Z'
        || b >= 0xc0 && b <= 0xde && b != 0xd7
        || b == 0x8a
        || b == 0x8c
        || b == 0x8e
        || b == 0x9f;
  }
}
