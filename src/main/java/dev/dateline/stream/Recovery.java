package dev.dateline.stream;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies.
 *
 * <p>Where something is away that may come back, the thread is replaced and processing pauses, for
 * a time that grows from half a second to half a minute (five seconds for the registry); then it
 * goes on where it was, since the offset stayed. Nothing waits inline: threads stay in their group,
 * and no transaction is left open. While it lasts, readiness is off. Wrong settings end the
 * application, and so does what nobody foresaw, if it happens again and again.
 */
final class Recovery implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Asking the registry whether it is back costs little, and items wait for it. */
  private static final Duration LONGEST_WAIT_FOR_REGISTRY = Duration.ofSeconds(5);

  private static final Duration CALM = Duration.ofMinutes(2);
  private static final int MOST_UNFORESEEN = 5;

  private final Stream stream;
  private final Readiness readiness;
  private final Later later;
  private final LongSupplier nanoTime;
  private int failures;
  private long lastFailure;
  private boolean waiting;

  Recovery(Stream stream, Readiness readiness, Later later, LongSupplier nanoTime) {
    this.stream = stream;
    this.readiness = readiness;
    this.later = later;
    this.nanoTime = nanoTime;
  }

  /** Runs something later, on a thread of its own. */
  @FunctionalInterface
  interface Later {
    void run(Runnable what, Duration delay);
  }

  /** What is paused and resumed. */
  interface Stream {
    void pause();

    void resume();

    /** Throws while the schema registry does not answer. */
    void checkRegistry();

    /** Told why the application ends. */
    void failed(Throwable why);
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable error) {
    boolean transientError = Failures.isOfInfrastructure(error);
    boolean ofRegistry = Failures.isOfRegistry(error);
    if (!ofRegistry && Failures.isOfSettings(error)) {
      return giveUp("The stream ends: settings or rights are wrong", error);
    }
    long now = nanoTime.getAsLong();
    if (failures > 0 && now - lastFailure > CALM.toNanos()) {
      failures = 0;
    }
    lastFailure = now;
    failures++;
    if (!transientError && failures > MOST_UNFORESEEN) {
      return giveUp("The stream ends: the same thing keeps failing", error);
    }
    String why = Failures.message(error);
    LOG.warn("A stream thread stopped and is replaced: {}", why, transientError ? null : error);
    readiness.trouble(why);
    stream.pause();
    if (!waiting) {
      waiting = true;
      schedule(ofRegistry);
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private void schedule(boolean ofRegistry) {
    Duration longest = ofRegistry ? LONGEST_WAIT_FOR_REGISTRY : LONGEST_WAIT;
    long wait = Math.min(longest.toMillis(), FIRST_WAIT.toMillis() << Math.min(failures - 1, 10));
    later.run(() -> goOn(ofRegistry), Duration.ofMillis(wait));
  }

  private void goOn(boolean ofRegistry) {
    if (ofRegistry) {
      try {
        stream.checkRegistry();
      } catch (RuntimeException e) {
        synchronized (this) {
          failures++;
          lastFailure = nanoTime.getAsLong();
          readiness.trouble(String.valueOf(e.getMessage()));
          schedule(true);
        }
        return;
      }
    }
    synchronized (this) {
      waiting = false;
    }
    LOG.info("Processing goes on");
    stream.resume();
    readiness.recovered();
  }

  private StreamThreadExceptionResponse giveUp(String what, Throwable error) {
    LOG.error("{}: {}", what, Failures.message(error), error);
    readiness.trouble(what + ": " + Failures.message(error));
    stream.failed(error);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
