package dev.dateline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole files and streams, but never more than a raw record may hold. */
public final class BoundedBytes {

  private final int limit;

  /**
   * @param limit bytes an item may have, at least 1
   */
  public BoundedBytes(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit);
    }
    this.limit = limit;
  }

  /**
   * All of a file.
   *
   * @throws RefusedException where it is empty, over the limit, or no regular file
   * @throws IOException where it cannot be read
   */
  public byte[] read(Path file) throws IOException, RefusedException {
    if (Files.isDirectory(file)) {
      throw new RefusedException("is a folder");
    }
    // The size is asked first so that a huge file is refused with its size, unread.
    if (Files.isRegularFile(file)) {
      long size = Files.size(file);
      if (size > limit) {
        throw tooLarge(describe(size));
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /**
   * All of a stream, which is left open.
   *
   * @throws RefusedException where it is empty or over the limit
   */
  public byte[] read(InputStream in) throws IOException, RefusedException {
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw tooLarge("more");
    }
    if (bytes.length == 0) {
      throw new RefusedException("is empty");
    }
    return bytes;
  }

  private RefusedException tooLarge(String size) {
    return new RefusedException(
        "is too large: "
            + size
            + ", the limit is "
            + describe(limit)
            + " (dateline.max.item.bytes)");
  }

  private static String describe(long bytes) {
    return bytes >= 1 << 20
        ? Math.round(bytes * 10.0 / (1 << 20)) / 10.0 + " MiB"
        : bytes + " bytes";
  }
}
