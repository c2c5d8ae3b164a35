package dev.dateline.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps requests to one host apart, whoever makes them. Thread-safe. */
final class Pace {

  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private final Map<String, Long> nextFree = new ConcurrentHashMap<>();

  Pace() {
    this(System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  Pace(LongSupplier nanoTime, Sleeper sleeper) {
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
  }

  @FunctionalInterface
  interface Sleeper {
    void sleep(long nanos) throws InterruptedException;
  }

  /** Waits for one's turn at the host of {@code uri}; the next has to wait for {@code gap}. */
  void await(URI uri, Duration gap) throws InterruptedException {
    long now = nanoTime.getAsLong();
    long[] turn = new long[1];
    nextFree.compute(
        uri.getHost().toLowerCase(Locale.ROOT),
        (host, free) -> {
          turn[0] = free == null || free - now < 0 ? now : free;
          return turn[0] + gap.toNanos();
        });
    if (turn[0] - now > 0) {
      sleeper.sleep(turn[0] - now);
    }
  }
}
