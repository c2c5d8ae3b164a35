package dev.dateline.ingest;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers in a file which files of a folder were sent, so that a restart does not send them
 * again. A file is written down only once the cluster has it: after a crash a file may be sent
 * twice, and the stream drops the second, but none is forgotten. Thread-safe.
 *
 * <p>One line a file: size, time of change, path relative to the folder; UTF-8, parted by tabs.
 */
final class SentJournal {

  private final Path journal;
  private final Path folder;
  private final Map<String, FileStamp> sent = new HashMap<>();

  private SentJournal(Path journal, Path folder) {
    this.journal = journal;
    this.folder = folder;
  }

  /**
   * Reads a journal, which need not be there yet, and drops from it the files that are gone.
   *
   * @throws IOException where it cannot be read or written
   */
  static SentJournal open(Path journal, Path folder) throws IOException {
    SentJournal opened = new SentJournal(journal, folder);
    if (Files.exists(journal)) {
      for (String line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
        opened.read(line);
      }
      opened.sent.keySet().removeIf(name -> !Files.exists(folder.resolve(name)));
    }
    opened.rewrite();
    return opened;
  }

  synchronized boolean contains(Path file, FileStamp stamp) {
    return stamp.equals(sent.get(name(file)));
  }

  synchronized void add(Path file, FileStamp stamp) throws IOException {
    sent.put(name(file), stamp);
    Files.writeString(
        journal, line(name(file), stamp), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void read(String line) {
    String[] parts = line.split("\t", 3);
    if (parts.length < 3) {
      return; // half a line, from a crash: its file is sent again
    }
    try {
      sent.put(parts[2], new FileStamp(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    } catch (NumberFormatException e) {
      return; // likewise
    }
  }

  private void rewrite() throws IOException {
    Path fresh = journal.resolveSibling(journal.getFileName() + ".tmp");
    try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, FileStamp> entry : new TreeMap<>(sent).entrySet()) {
        out.write(line(entry.getKey(), entry.getValue()));
      }
    }
    try {
      Files.move(fresh, journal, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, journal, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String line(String name, FileStamp stamp) {
    return stamp.size() + "\t" + stamp.modified() + "\t" + name + "\n";
  }

  private String name(Path file) {
    return folder.relativize(file).toString();
  }
}
