package dev.dateline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hands on each new or changed file of a folder, once it is written in full. What was handed on is
 * kept in {@value #JOURNAL} inside the folder, so that a restart goes on where it stopped.
 *
 * <p>The folder's listing decides; events of the file system only say when to look, because on
 * network and container file systems they do not always come.
 */
public final class FolderWatch {

  /** The journal's name, hidden so that nobody takes it for an item. */
  public static final String JOURNAL = ".dateline-sent";

  private static final int MAX_DEPTH = 32;

  private final Path folder;
  private final Duration interval;
  private final SentJournal journal;
  private final SettledFiles settled = new SettledFiles();
  private final Set<Path> underWay = ConcurrentHashMap.newKeySet();
  private final Map<Path, FileStamp> refused = new ConcurrentHashMap<>();

  /**
   * @param folder the folder, watched with all below it
   * @param interval between two looks: a file that does not change for so long counts as written
   * @throws NotDirectoryException where it is no folder
   * @throws IOException where the journal cannot be written
   */
  public FolderWatch(Path folder, Duration interval) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    this.folder = folder;
    this.interval = interval;
    this.journal = SentJournal.open(folder.resolve(JOURNAL), folder);
  }

  /**
   * Watches until the thread is interrupted.
   *
   * @param send sends a file; completes with whether it was taken, exceptionally where it should be
   *     tried again at a later look. What was not taken is not tried again until it changes.
   * @param failed told of files and of the folder itself where they cannot be read
   */
  public void run(Function<Path, CompletionStage<Boolean>> send, Consumer<IOException> failed)
      throws IOException {
    try (WatchService events = FileSystems.getDefault().newWatchService()) {
      folder.register(
          events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      while (!Thread.currentThread().isInterrupted()) {
        try {
          look(send, failed);
        } catch (IOException e) {
          failed.accept(e);
        }
        pause(events);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once. */
  void look(Function<Path, CompletionStage<Boolean>> send, Consumer<IOException> failed)
      throws IOException {
    Map<Path, FileStamp> now = new HashMap<>();
    try {
      for (Path file : Inputs.below(folder, MAX_DEPTH)) {
        stamp(file, now);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    refused.keySet().retainAll(new HashSet<>(now.keySet()));
    for (Path file : settled.look(now)) {
      FileStamp stamp = now.get(file);
      if (!journal.contains(file, stamp)
          && !stamp.equals(refused.get(file))
          && underWay.add(file)) {
        send.apply(file)
            .whenComplete((taken, failure) -> done(file, stamp, taken, failure, failed));
      }
    }
  }

  private void done(
      Path file, FileStamp stamp, Boolean taken, Throwable failure, Consumer<IOException> failed) {
    try {
      if (failure == null && taken) {
        journal.add(file, stamp);
      } else if (failure == null) {
        refused.put(file, stamp);
      }
    } catch (IOException e) {
      failed.accept(e);
    } finally {
      underWay.remove(file);
    }
  }

  private static void stamp(Path file, Map<Path, FileStamp> stamps) throws IOException {
    try {
      stamps.put(file, FileStamp.of(file));
    } catch (NoSuchFileException e) {
      stamps.remove(file); // gone between listing and asking
    }
  }

  /** Waits for an event, then for the interval in which a file shows whether it still changes. */
  private void pause(WatchService events) throws InterruptedException {
    WatchKey key = events.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
    if (key != null) {
      key.pollEvents();
      key.reset();
      TimeUnit.MILLISECONDS.sleep(interval.toMillis());
    }
  }
}
