package dev.dateline.stream;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens to items, by name: {@code items.published}, {@code items.ignored.same},
 * {@code dead.letters.read}. What is rolled back and done again counts again. Beside the counts,
 * how many there are at present: {@code items.embargoed}. Thread-safe.
 */
public final class StreamCounters {

  private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

  private final Map<String, Map<String, Long>> present = new ConcurrentHashMap<>();

  void count(String name) {
    add(name, 1);
  }

  void add(String name, long amount) {
    counters.computeIfAbsent(name, unused -> new LongAdder()).add(amount);
  }

  /** Says how many of {@code name} there are at present with one owner, a task. */
  void have(String name, String owner, long amount) {
    present.computeIfAbsent(name, unused -> new ConcurrentHashMap<>()).put(owner, amount);
  }

  /** The owner has none any longer: others may. */
  void haveNone(String name, String owner) {
    Map<String, Long> owners = present.get(name);
    if (owners != null) {
      owners.remove(owner);
    }
  }

  /** What there is at present, by name. */
  public Map<String, Long> present() {
    Map<String, Long> all = new TreeMap<>();
    present.forEach(
        (name, owners) -> all.put(name, owners.values().stream().mapToLong(Long::longValue).sum()));
    return all;
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
