package dev.dateline.ingest;

import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream, read to its end: standard input.
 *
 * @param name what to call it
 * @param stream the stream; left open
 * @param source name of the feed or agency it is from
 * @param format name of the reader to use, or null to detect it
 * @param bytes reads no more than an item may have
 */
record StreamInput(
    String name, InputStream stream, String source, String format, BoundedBytes bytes)
    implements Input {

  @Override
  public WireInput read() throws IOException, RefusedException {
    return WireInput.of(bytes.read(stream), source).withFormat(format);
  }
}
