package dev.dateline.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the tests of readers have in common. */
final class Wires {

  private Wires() {}

  static WireInput input(String text) {
    return WireInput.of(text.getBytes(StandardCharsets.UTF_8), "velpress");
  }

  /** All items of {@code text}, whatever format it is found to have. */
  static List<WireItem> items(String text) throws WireException {
    return WireReaders.standard().read(input(text));
  }

  /** The one item of {@code text}, whatever format it is found to have. */
  static WireItem item(String text) throws WireException {
    List<WireItem> items = items(text);
    if (items.size() != 1) {
      throw new AssertionError(items.size() + " items");
    }
    return items.get(0);
  }

  /** "KIND: words" of every block. */
  static List<String> blocks(WireItem item) {
    return item.body().stream().map(block -> block.kind() + ": " + block.text()).toList();
  }
}
