package dev.dateline.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;

/**
 * An embargoed item while it is held: its bytes and where they came from, so that releasing it is
 * like receiving it, and a dead letter born then is whole.
 *
 * @param itemId the item
 * @param received when it was received, milliseconds
 * @param origin the record it came in
 */
record HeldItem(String itemId, long received, Origin origin) {

  private static final int LAYOUT = 1;

  /** A key that sorts by time of release. */
  static Bytes key(Instant until, String itemId) {
    byte[] id = itemId.getBytes(StandardCharsets.UTF_8);
    long time = Math.max(0, until.toEpochMilli());
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length).putLong(time).put(id).array());
  }

  /** A key after everything that is to be released at {@code now} or before. */
  static Bytes firstAfter(Instant now) {
    return key(now.plusMillis(1), "");
  }

  byte[] write() {
    BinaryWriter out = new BinaryWriter();
    out.number(LAYOUT)
        .text(itemId)
        .number(received)
        .text(origin.topic())
        .number(origin.partition())
        .number(origin.offset())
        .octets(origin.key())
        .octets(origin.value())
        .headers(origin.headers());
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws SerializationException where it is no such thing
   */
  static HeldItem read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    int layout = in.number();
    if (layout != LAYOUT) {
      throw new SerializationException("held item in unknown layout " + layout);
    }
    String itemId = in.text();
    long received = in.longNumber();
    String topic = in.text();
    int partition = in.number();
    long offset = in.longNumber();
    byte[] key = in.octets();
    byte[] value = in.octets();
    return new HeldItem(
        itemId, received, new Origin(topic, partition, offset, key, value, in.headers()));
  }
}
