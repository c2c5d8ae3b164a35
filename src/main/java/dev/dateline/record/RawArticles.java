package dev.dateline.record;

import dev.dateline.wire.WireInput;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Maps raw records to and from what the wire readers take. Pure; thread-safe. */
public final class RawArticles {

  static {
    RecordClasses.trust();
  }

  private RawArticles() {}

  /** The record of bytes received at {@code received}. */
  public static RawArticle of(WireInput input, Instant received) {
    return RawArticle.newBuilder()
        .setBytes(ByteBuffer.wrap(input.bytes()))
        .setContentType(input.contentType())
        .setFormat(input.format())
        .setSource(input.source())
        .setUri(input.uri())
        .setReceived(received)
        .setHeaders(input.headers())
        .build();
  }

  /** What the wire readers take of a raw record. */
  public static WireInput input(RawArticle raw) {
    ByteBuffer buffer = raw.getBytes().duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new WireInput(
        bytes,
        raw.getSource(),
        raw.getContentType(),
        raw.getFormat(),
        raw.getUri(),
        raw.getHeaders(),
        raw.getReceived());
  }
}
