package dev.dateline.stream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Reads what {@link BinaryWriter} writes. Not thread-safe. */
final class BinaryReader {

  private final ByteBuffer in;

  BinaryReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  int number() {
    try {
      return in.getInt();
    } catch (BufferUnderflowException e) {
      throw damaged(e);
    }
  }

  long longNumber() {
    try {
      return in.getLong();
    } catch (BufferUnderflowException e) {
      throw damaged(e);
    }
  }

  byte[] octets() {
    int length = number();
    if (length == -1) {
      return null;
    }
    if (length < 0 || length > in.remaining()) {
      throw damaged(null);
    }
    byte[] value = new byte[length];
    in.get(value);
    return value;
  }

  String text() {
    byte[] value = octets();
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  Instant time() {
    String value = text();
    try {
      return value == null ? null : Instant.parse(value);
    } catch (DateTimeException e) {
      throw damaged(e);
    }
  }

  Headers headers() {
    Headers headers = new RecordHeaders();
    for (int left = count(); left > 0; left--) {
      headers.add(text(), octets());
    }
    return headers;
  }

  /** A count of what follows, each at least one byte. */
  int count() {
    int count = number();
    if (count < 0 || count > in.remaining()) {
      throw damaged(null);
    }
    return count;
  }

  static SerializationException damaged(Exception cause) {
    return new SerializationException("damaged state: not what was written", cause);
  }
}
