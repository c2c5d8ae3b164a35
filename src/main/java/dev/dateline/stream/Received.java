package dev.dateline.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.life.Version;
import dev.dateline.wire.WireItem;
import java.time.Instant;
import org.apache.kafka.common.header.Header;

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

  /** Header that says when that item's version was made, where that is known. */
  static final String BY_CREATED = "dateline.superseded.created";

  boolean isSuperseded() {
    return item == null;
  }

  /** When the item that replaces it was made, if that is known, and received. */
  Version supersededBy() {
    Header created = origin.headers().lastHeader(BY_CREATED);
    return new Version(
        created == null ? null : Instant.parse(new String(created.value(), UTF_8)), null, received);
  }
}
