package dev.dateline.delivery;

import dev.dateline.delivery.Outcome.Kind;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What it takes to deliver to a sink.
 *
 * @param sink its name
 * @param reader reads the alerts that it takes
 * @param courier brings them
 * @param retries how often to try
 * @param failed takes those that cannot be delivered
 * @param counts counts what happens
 * @param nanoTime the clock
 * @param dice gives numbers from 0 to 1
 */
record Deliverer(
    String sink,
    AlertReader reader,
    Courier courier,
    Retries retries,
    Failed failed,
    DeliveryCounts counts,
    LongSupplier nanoTime,
    DoubleSupplier dice) {

  long now() {
    return nanoTime.getAsLong();
  }

  void count(String what) {
    counts.count(sink, what);
  }

  /** Whether there is to be another try after so many. */
  boolean goesOn(Outcome outcome, int tried) {
    return outcome.kind() == Kind.FAILED && retries.goOn(tried);
  }

  /** When the next try is due, on the clock. */
  long nextTry(int tried, Duration asked) {
    return now() + retries.wait(tried, asked, dice).toNanos();
  }
}
