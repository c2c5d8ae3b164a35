package dev.dateline.delivery;

import dev.dateline.record.Alert;
import java.util.List;

/** Brings alerts to one receiver. Bounded in time. Used by one thread. */
interface Courier extends AutoCloseable {

  /**
   * Tries once to bring alerts, together, in their order.
   *
   * @param alerts one alert, or for a receiver of digests any number
   */
  Outcome deliver(List<Alert> alerts) throws InterruptedException;

  @Override
  void close();
}
