package dev.dateline.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record ready to be sent: serialised and measured.
 *
 * @param sink where it goes
 * @param key its key and partition
 * @param value its value; null: a tombstone
 * @param headers its headers
 */
record Outgoing(Sink sink, RoutedKey key, byte[] value, Headers headers) {

  static Outgoing of(Sink sink, RoutedKey key, byte[] value) {
    return new Outgoing(sink, key, value, new RecordHeaders());
  }

  /** Adds a header and returns this. */
  Outgoing with(String name, String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** Bytes of key, value and headers together. */
  int size() {
    long size = (key.bytes() == null ? 0 : key.bytes().length) + (value == null ? 0 : value.length);
    for (Header header : headers) {
      size += header.key().length() + (header.value() == null ? 0 : header.value().length) + 10L;
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  Record<RoutedKey, byte[]> at(long timestamp) {
    return new Record<>(key, value, timestamp, headers);
  }
}
