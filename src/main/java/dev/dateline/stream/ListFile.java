package dev.dateline.stream;

import dev.dateline.entities.EntityList;
import dev.dateline.entities.EntityListReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A user's list of known entities in a file, read again when the file has changed. One thread
 * checks; any may ask for the list.
 */
final class ListFile {

  private static final Logger LOG = LoggerFactory.getLogger(ListFile.class);
  private static final long MAX_BYTES = 512L << 20;

  /** What tells one content of a file from another without reading it. */
  private record Stamp(long size, long modified) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
  }

  private final String name;
  private final Path file;
  private Stamp seen;
  private Stamp read;
  private volatile EntityList list;

  private ListFile(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  /**
   * Reads a list.
   *
   * @throws ConfigException where the file cannot be read, with the reason
   */
  static ListFile read(String name, Path file) {
    ListFile made = new ListFile(name, file);
    try {
      made.load(Stamp.of(file));
    } catch (IOException e) {
      throw new ConfigException(DatelineSettings.LISTS + name + ": " + file + ": " + reason(e));
    }
    return made;
  }

  EntityList list() {
    return list;
  }

  /**
   * Reads the file again if it has changed since, and not between this check and the one before: it
   * may still be being written. A file that is gone or bad leaves the list as it was, and is
   * logged.
   *
   * @return whether the list is another now
   */
  boolean check() {
    Stamp now = null;
    try {
      now = Stamp.of(file);
      if (now.equals(read) || !now.equals(seen)) {
        return false;
      }
      String before = list.hash();
      load(now);
      LOG.info("List {}: {} rows, {}", name, list.size(), list.hash());
      return !list.hash().equals(before);
    } catch (IOException e) {
      if (now == null ? seen != null : !now.equals(read)) {
        LOG.warn("List {} stays as it was: {}: {}", name, file, reason(e));
      }
      read = now;
      return false;
    } finally {
      seen = now;
    }
  }

  private void load(Stamp stamp) throws IOException {
    if (stamp.size() > MAX_BYTES) {
      throw new IOException("larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    list = EntityListReader.read(name, Files.readAllBytes(file));
    read = stamp;
    seen = stamp;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null || e.getMessage().equals(e.toString())
        ? e.getClass().getSimpleName()
        : e.getMessage();
  }
}
