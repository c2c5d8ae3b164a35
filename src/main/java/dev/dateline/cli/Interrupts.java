package dev.dateline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a command in good order on Ctrl-C or SIGTERM: asks it to stop, and holds the JVM back until
 * it has.
 */
final class Interrupts implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interrupts(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              awaitFinished();
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Calls {@code stop} on an interrupt; it must return soon and may be called from any thread. */
  static Interrupts wakingUp(Runnable stop) {
    return new Interrupts(stop);
  }

  /** The command has finished its work. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the JVM is going down already, which is what the hook was for
    }
  }

  private void awaitFinished() {
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
