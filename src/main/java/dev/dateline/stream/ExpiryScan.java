package dev.dateline.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Deletes from a store what has expired, a bounded number of entries looked at a time; the next run
 * goes on where the last one stopped. Not thread-safe.
 */
final class ExpiryScan {

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final KeyValueStore<String, byte[]> store;
  private final int most;
  private final Expired expired;
  private String from;

  private ExpiryScan(KeyValueStore<String, byte[]> store, int most, Expired expired) {
    this.store = store;
    this.most = most;
    this.expired = expired;
  }

  /**
   * Looks through a store every minute, as long as the task lives.
   *
   * @param clock the time by which entries expire, given that of the clock, in milliseconds
   */
  static void schedule(
      ProcessorContext<?, ?> context,
      KeyValueStore<String, byte[]> store,
      Expired expired,
      LongUnaryOperator clock) {
    ExpiryScan scan = new ExpiryScan(store, MOST, expired);
    context.schedule(
        EVERY,
        PunctuationType.WALL_CLOCK_TIME,
        now -> scan.run(Instant.ofEpochMilli(clock.applyAsLong(now))));
  }

  /** Whether an entry has expired. */
  @FunctionalInterface
  interface Expired {
    boolean test(String key, byte[] value, Instant now);
  }

  /** Looks at the next entries and deletes the expired ones. */
  void run(Instant now) {
    List<String> gone = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries = store.range(from, null)) {
      int seen = 0;
      while (entries.hasNext() && seen++ < most) {
        KeyValue<String, byte[]> entry = entries.next();
        if (expired.test(entry.key, entry.value, now)) {
          gone.add(entry.key);
        }
      }
      from = entries.hasNext() ? entries.peekNextKey() : null;
    }
    gone.forEach(store::delete);
  }
}
