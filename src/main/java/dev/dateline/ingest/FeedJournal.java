package dev.dateline.ingest;

import dev.dateline.ingest.Fetcher.Validators;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers in a file what of which feed was published, and what servers said to recognise an
 * unchanged feed by, so that a restart publishes nothing again. An item is written down only once
 * the cluster has it: after a crash one may be sent twice, and the stream drops the second, but
 * none is forgotten. Held by one process at a time. Thread-safe.
 *
 * <p>Lines of fields parted by tabs, UTF-8: {@code feed}, address, entity tag, last change; and
 * {@code item}, address of the feed, hash of the item's id, digest of its content, the day it was
 * last seen. Later lines win. What no feed has shown for {@value #KEPT_DAYS} days is dropped when
 * the journal is opened.
 */
public final class FeedJournal implements AutoCloseable {

  static final int KEPT_DAYS = 60;

  private static final int HASH_BYTES = 16;

  private final Path file;
  private final Clock clock;
  private final FileChannel lockFile;
  private final Map<String, Validators> feeds = new TreeMap<>();
  private final Map<Entry, Seen> entries = new HashMap<>();
  private final Map<String, String> published = new HashMap<>();
  private Writer out;

  private record Entry(String feed, String item) {}

  private record Seen(String digest, long day) {}

  private FeedJournal(Path file, Clock clock, FileChannel lockFile) {
    this.file = file;
    this.clock = clock;
    this.lockFile = lockFile;
  }

  /**
   * Opens a journal, which need not be there yet.
   *
   * @throws IOException where it cannot be read or written, or another process has it
   */
  public static FeedJournal open(Path file, Clock clock) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    FileChannel lockFile = lock(folder.resolve(file.getFileName() + ".lock"), file);
    try {
      FeedJournal journal = new FeedJournal(file, clock, lockFile);
      journal.read();
      journal.rewrite();
      journal.out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return journal;
    } catch (IOException | RuntimeException e) {
      lockFile.close();
      throw e;
    }
  }

  private static FileChannel lock(Path path, Path journal) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // held in this very process
    }
    if (lock == null) {
      channel.close();
      throw new IOException("another 'dateline poll' is using " + journal);
    }
    return channel;
  }

  /** What is known of a feed as it was when all of it had been published. */
  synchronized Validators validators(Feed feed) {
    return feeds.getOrDefault(feed.uri().toString(), Validators.NONE);
  }

  /** All of the feed as these validators name it has been published. */
  synchronized void setValidators(Feed feed, Validators validators) throws IOException {
    String address = feed.uri().toString();
    if (!validators.equals(feeds.put(address, validators))) {
      write(line(address, validators));
    }
  }

  /** Whether an item with this content was published already; if so, it has been seen again. */
  synchronized boolean isPublished(Feed feed, String itemId, long digest) throws IOException {
    Entry entry = new Entry(feed.uri().toString(), hash(itemId));
    String content = Long.toHexString(digest);
    Seen seen = entries.get(entry);
    boolean before = seen != null && seen.digest().equals(content);
    // Another feed of the same source may just have had it.
    if (before || content.equals(published.get(entry.item()))) {
      if (!before || seen.day() != today()) {
        put(entry, content);
      }
      return true;
    }
    return false;
  }

  /** An item is published. */
  synchronized void add(Feed feed, String itemId, long digest) throws IOException {
    put(new Entry(feed.uri().toString(), hash(itemId)), Long.toHexString(digest));
  }

  @Override
  public synchronized void close() throws IOException {
    try (lockFile) {
      out.close();
    }
  }

  private void put(Entry entry, String digest) throws IOException {
    Seen seen = new Seen(digest, today());
    entries.put(entry, seen);
    published.put(entry.item(), digest);
    write(line(entry, seen));
  }

  private void write(String line) throws IOException {
    out.write(line);
    out.flush();
  }

  private void read() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] fields = line.split("\t", -1);
      if (fields.length == 4 && fields[0].equals("feed")) {
        feeds.put(fields[1], new Validators(orNull(fields[2]), orNull(fields[3])));
      } else if (fields.length == 5 && fields[0].equals("item")) {
        readEntry(fields);
      } // else half a line, from a crash: what it said is found out again
    }
  }

  private void readEntry(String[] fields) {
    try {
      long day = Long.parseLong(fields[4]);
      if (day >= today() - KEPT_DAYS) {
        entries.put(new Entry(fields[1], fields[2]), new Seen(fields[3], day));
        published.put(fields[2], fields[3]);
      }
    } catch (NumberFormatException e) {
      return; // likewise
    }
  }

  private void rewrite() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, Validators> feed : feeds.entrySet()) {
        writer.write(line(feed.getKey(), feed.getValue()));
      }
      for (Map.Entry<Entry, Seen> entry : entries.entrySet()) {
        writer.write(line(entry.getKey(), entry.getValue()));
      }
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String line(String address, Validators validators) {
    return "feed\t"
        + address
        + "\t"
        + field(validators.etag())
        + "\t"
        + field(validators.lastModified())
        + "\n";
  }

  private static String line(Entry entry, Seen seen) {
    return "item\t"
        + entry.feed()
        + "\t"
        + entry.item()
        + "\t"
        + seen.digest()
        + "\t"
        + seen.day()
        + "\n";
  }

  /** A header with a control character in it is not worth keeping. */
  private static String field(String value) {
    return value == null || value.chars().anyMatch(c -> c < ' ') ? "" : value;
  }

  private static String orNull(String field) {
    return field.isEmpty() ? null : field;
  }

  private long today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  private static String hash(String itemId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(itemId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
