package dev.dateline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of what was to be published, and names what was not sent. Thread-safe. */
final class PublishReport {

  private final PrintWriter err;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  PublishReport(PrintWriter err) {
    this.err = err;
  }

  void sent(int size) {
    sent.incrementAndGet();
    bytes.addAndGet(size);
  }

  /** It cannot be an item, and so was skipped. */
  void refused(String name, String reason) {
    skipped.incrementAndGet();
    complain(name, "skipped: it " + reason);
  }

  /** It could not be read, or the cluster did not take it. */
  void failed(String name, String reason) {
    failed.incrementAndGet();
    complain(name, reason);
  }

  /** While watching, each file is told of. */
  void announce(Path file, Boolean taken) {
    if (Boolean.TRUE.equals(taken)) {
      err.println("sent " + file);
    }
  }

  boolean allSent() {
    return skipped.get() == 0 && failed.get() == 0;
  }

  void summarise(String where) {
    err.printf(
        Locale.ROOT,
        "%s: %d sent (%s), %d skipped, %d failed%n",
        where,
        sent.get(),
        size(bytes.get()),
        skipped.get(),
        failed.get());
  }

  private synchronized void complain(String name, String reason) {
    err.println("dateline: " + name + ": " + reason);
  }

  private static String size(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " bytes";
    }
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
  }
}
