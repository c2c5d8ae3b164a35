package dev.dateline.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Writes the small binary forms that stores keep. Absent values are allowed. Not thread-safe. */
final class BinaryWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final DataOutputStream out = new DataOutputStream(bytes);

  BinaryWriter number(int value) {
    return write(() -> out.writeInt(value));
  }

  BinaryWriter number(long value) {
    return write(() -> out.writeLong(value));
  }

  BinaryWriter octets(byte[] value) {
    return write(
        () -> {
          out.writeInt(value == null ? -1 : value.length);
          if (value != null) {
            out.write(value);
          }
        });
  }

  BinaryWriter text(String value) {
    return octets(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  BinaryWriter time(Instant value) {
    return text(value == null ? null : value.toString());
  }

  BinaryWriter headers(Headers headers) {
    Header[] all = headers.toArray();
    number(all.length);
    for (Header header : all) {
      text(header.key()).octets(header.value());
    }
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private BinaryWriter write(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen on a byte array", e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
