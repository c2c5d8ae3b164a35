package dev.dateline.stream;

import dev.dateline.wire.WireItem;
import java.time.Instant;

/**
 * One item on its way to be processed, in its own partition; or the word that another replaces it.
 *
 * @param itemId its id
 * @param item the item; null where this is the word that another replaces it
 * @param received when it was received
 * @param origin the record it came in
 */
record Received(String itemId, WireItem item, Instant received, Origin origin) {

  /** Header of a command on the rekeyed topic. */
  static final String COMMAND = "dateline.command";

  /** The command that withdraws an item which another replaces. */
  static final String SUPERSEDED = "superseded";

  /** Header that names the item which replaces it. */
  static final String BY = "dateline.superseded.by";

  boolean isSuperseded() {
    return item == null;
  }
}
