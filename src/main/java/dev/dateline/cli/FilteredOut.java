package dev.dateline.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of records that were not wanted, so that their withdrawal need not be shown either. It
 * forgets the oldest: then a withdrawal too many is shown, never one too few. Not thread-safe.
 */
final class FilteredOut {

  private static final int REMEMBERED = 100_000;

  private final Map<String, Boolean> keys =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  void add(String key) {
    keys.put(key, Boolean.TRUE);
  }

  /** Forgets a key, which is wanted now or withdrawn. */
  boolean remove(String key) {
    return keys.remove(key) != null;
  }
}
