package dev.dateline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells one content of a file from another without reading it.
 *
 * @param size bytes
 * @param modified milliseconds since the epoch
 */
record FileStamp(long size, long modified) {

  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
  }
}
