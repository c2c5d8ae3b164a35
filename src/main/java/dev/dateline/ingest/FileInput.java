package dev.dateline.ingest;

import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file.
 *
 * @param file where it is
 * @param source name of the feed or agency it is from
 * @param format name of the reader to use, or null to detect it
 * @param bytes reads no more than an item may have
 */
record FileInput(Path file, String source, String format, BoundedBytes bytes) implements Input {

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public WireInput read() throws IOException, RefusedException {
    return WireInput.of(bytes.read(file), source)
        .withFormat(format)
        .withUri(file.toAbsolutePath().normalize().toUri().toString());
  }
}
