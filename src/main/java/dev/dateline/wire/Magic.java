package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.HexFormat;
import java.util.List;

/** Names kinds of binary files by their first bytes, from {@code magic.txt}. */
final class Magic {

  private record Kind(byte[] start, int offset, String name) {}

  private static final List<Kind> KINDS =
      WordList.read(Magic.class, "magic.txt").stream().map(Magic::kind).toList();

  private Magic() {}

  /** What kind of binary file this is, for people; null where it is none that is known. */
  static String name(byte[] bytes) {
    for (Kind kind : KINDS) {
      if (startsWith(bytes, kind)) {
        return kind.name();
      }
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, Kind kind) {
    if (bytes.length < kind.offset() + kind.start().length) {
      return false;
    }
    for (int i = 0; i < kind.start().length; i++) {
      if (bytes[kind.offset() + i] != kind.start()[i]) {
        return false;
      }
    }
    return true;
  }

  private static Kind kind(String line) {
    String[] columns = line.split("\\s+", 3);
    return new Kind(HexFormat.of().parseHex(columns[1]), Integer.parseInt(columns[0]), columns[2]);
  }
}
