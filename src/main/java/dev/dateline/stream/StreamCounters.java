package dev.dateline.stream;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens to items, by name: {@code items.published}, {@code items.ignored.same},
 * {@code dead.letters.read}. What is rolled back and done again counts again. Thread-safe.
 */
public final class StreamCounters {

  private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

  void count(String name) {
    add(name, 1);
  }

  void add(String name, long amount) {
    counters.computeIfAbsent(name, unused -> new LongAdder()).add(amount);
  }

  /** The count of {@code name}, 0 where nothing was counted. */
  public long get(String name) {
    LongAdder counter = counters.get(name);
    return counter == null ? 0 : counter.sum();
  }

  /** All counts so far, by name. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counters.forEach((name, counter) -> all.put(name, counter.sum()));
    return all;
  }
}
