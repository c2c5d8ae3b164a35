package dev.dateline.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The record that something came from, as it came: what a dead letter has to preserve. Where a
 * record was sent on through the rekeyed topic, this is still the first one; headers carry that.
 *
 * @param topic topic it lay in
 * @param partition its partition
 * @param offset its offset
 * @param key its key, or null
 * @param value its value, or null
 * @param headers its headers, without those that carry an origin
 */
record Origin(String topic, int partition, long offset, byte[] key, byte[] value, Headers headers) {

  private static final String PREFIX = "dateline.origin.";
  private static final String TOPIC = PREFIX + "topic";
  private static final String PARTITION = PREFIX + "partition";
  private static final String OFFSET = PREFIX + "offset";
  private static final String KEY = PREFIX + "key";

  /** The origin of a record just read; one that was sent on says where it first lay. */
  static Origin of(
      String topic, int partition, long offset, byte[] key, byte[] value, Headers headers) {
    Headers plain = new RecordHeaders();
    for (Header header : headers) {
      if (!header.key().startsWith(PREFIX)) {
        plain.add(header);
      }
    }
    return new Origin(topic, partition, offset, key, value, plain);
  }

  /** As {@link #of}, for a record of the rekeyed topic. */
  static Origin ofRekeyed(
      String topic, int partition, long offset, byte[] key, byte[] value, Headers headers) {
    Origin here = of(topic, partition, offset, key, value, headers);
    Header first = headers.lastHeader(TOPIC);
    if (first == null) {
      return here;
    }
    Header firstKey = headers.lastHeader(KEY);
    try {
      return new Origin(
          text(first),
          Integer.parseInt(text(headers.lastHeader(PARTITION))),
          Long.parseLong(text(headers.lastHeader(OFFSET))),
          firstKey == null ? null : firstKey.value(),
          value,
          here.headers);
    } catch (NumberFormatException e) {
      return here;
    }
  }

  /** Headers for sending it on, so that {@link #ofRekeyed} finds this origin again. */
  Headers carried() {
    Headers carried = new RecordHeaders(headers);
    carried.add(TOPIC, bytes(topic));
    carried.add(PARTITION, bytes(Integer.toString(partition)));
    carried.add(OFFSET, bytes(Long.toString(offset)));
    if (key != null) {
      carried.add(KEY, key);
    }
    return carried;
  }

  private static String text(Header header) {
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
