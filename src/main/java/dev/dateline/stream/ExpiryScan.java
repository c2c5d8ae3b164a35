package dev.dateline.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Deletes from a store what has expired, a bounded number of entries looked at a time; the next run
 * goes on where the last one stopped. Not thread-safe.
 */
final class ExpiryScan {

  private final KeyValueStore<String, byte[]> store;
  private final int most;
  private final Expired expired;
  private String from;

  ExpiryScan(KeyValueStore<String, byte[]> store, int most, Expired expired) {
    this.store = store;
    this.most = most;
    this.expired = expired;
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
