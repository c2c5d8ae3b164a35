package dev.dateline.stream;

import java.util.Locale;

/** What is being done to an item: named in its dead letter. */
enum Stage {
  DECODE,
  READ,
  ENRICH,
  MATCH,
  ENCODE,
  ALERT;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
