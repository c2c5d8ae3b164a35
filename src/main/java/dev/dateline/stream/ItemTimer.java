package dev.dateline.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds an item to its time. No item may use a quarter of the transaction timeout: what outlasts a
 * transaction is aborted and comes back for ever. Not thread-safe.
 */
final class ItemTimer {

  private final LongSupplier nanoTime;
  private final Duration limit;
  private long started;
  private Stage stage = Stage.READ;

  ItemTimer(LongSupplier nanoTime, Duration limit) {
    this.nanoTime = nanoTime;
    this.limit = limit;
  }

  void start(Stage first) {
    started = nanoTime.getAsLong();
    stage = first;
  }

  /**
   * Ends a stage and begins the next.
   *
   * @throws ItemTooSlowException where the item has used up its time
   */
  void next(Stage following) throws ItemTooSlowException {
    check();
    stage = following;
  }

  void check() throws ItemTooSlowException {
    long used = nanoTime.getAsLong() - started;
    if (used > limit.toNanos()) {
      throw new ItemTooSlowException(
          "took %d ms up to the end of stage %s; no item may take more than %d ms"
              .formatted(used / 1_000_000, stage.label(), limit.toMillis()));
    }
  }

  Stage stage() {
    return stage;
  }

  /** An item took longer than any may. */
  static final class ItemTooSlowException extends Exception {

    private static final long serialVersionUID = 1L;

    ItemTooSlowException(String message) {
      super(message);
    }
  }
}
