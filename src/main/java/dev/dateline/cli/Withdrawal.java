package dev.dateline.cli;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A tombstone: what was sent under a key is no longer to be used.
 *
 * @param key the key
 * @param itemId the item it was derived from, or null
 * @param version the item's version that withdraws it, or null
 * @param reason KILLED, CORRECTED, SUPERSEDED or REPROCESSED, or null
 */
record Withdrawal(String key, String itemId, String version, String reason) {

  static Withdrawal of(ConsumerRecord<byte[], byte[]> tombstone) {
    return new Withdrawal(
        Keys.text(tombstone.key()),
        header(tombstone, "dateline.item.id"),
        header(tombstone, "dateline.item.version"),
        header(tombstone, "dateline.reason"));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
