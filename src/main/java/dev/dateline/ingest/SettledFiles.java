package dev.dateline.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which files of a folder are ready: those that have not changed between two looks. One
 * that is still being written is not. Not thread-safe.
 */
final class SettledFiles {

  private Map<Path, FileStamp> before = new HashMap<>();

  /**
   * Takes in what a look at the folder found.
   *
   * @return the files that looked the same the time before, in the order of their names
   */
  List<Path> look(Map<Path, FileStamp> now) {
    List<Path> settled = new ArrayList<>();
    new TreeMap<>(now)
        .forEach(
            (file, stamp) -> {
              if (stamp.equals(before.get(file))) {
                settled.add(file);
              }
            });
    before = Map.copyOf(now);
    return settled;
  }
}
