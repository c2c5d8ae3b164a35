package dev.dateline.ingest;

import dev.dateline.ingest.FeedPoller.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls feeds, several at a time: once, or again and again. A feed that fails is left alone for
 * longer and longer, and for as long as its server asks; one that is gone for good, for ever.
 */
public final class FeedSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);
  private static final int AT_A_TIME = 4;
  private static final Duration LONGEST = Duration.ofHours(12);

  private final FeedPoller poller;
  private final Duration interval;
  private final BiConsumer<Feed, Outcome> told;

  /**
   * @param poller polls a feed
   * @param interval between two polls of a feed
   * @param told told what came of each, on several threads
   */
  public FeedSchedule(FeedPoller poller, Duration interval, BiConsumer<Feed, Outcome> told) {
    this.poller = poller;
    this.interval = interval;
    this.told = told;
  }

  /** Polls each feed once. */
  public void once(List<Feed> feeds) throws InterruptedException {
    ScheduledExecutorService threads = threads();
    try {
      List<Future<?>> polls = new ArrayList<>();
      feeds.forEach(feed -> polls.add(threads.submit(() -> poll(feed))));
      for (Future<?> poll : polls) {
        poll.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      end(threads);
    }
  }

  /** Polls feeds until the thread is interrupted, or all are gone for good. */
  public void run(List<Feed> feeds) throws InterruptedException {
    ScheduledExecutorService threads = threads();
    CountDownLatch left = new CountDownLatch(feeds.size());
    try {
      feeds.forEach(feed -> threads.execute(() -> pollAndComeBack(feed, 0, threads, left)));
      left.await();
    } finally {
      end(threads);
    }
  }

  private void pollAndComeBack(
      Feed feed, int failures, ScheduledExecutorService threads, CountDownLatch left) {
    Outcome outcome = poll(feed);
    if (outcome == null || outcome.gone()) {
      left.countDown();
      return;
    }
    int now = outcome.failure() == null ? 0 : failures + 1;
    Duration delay = delay(interval, now, outcome.retryAfter(), Instant.now());
    if (!threads.isShutdown()) {
      threads.schedule(
          () -> pollAndComeBack(feed, now, threads, left), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Null where it was interrupted. */
  private Outcome poll(Feed feed) {
    Outcome outcome;
    try {
      outcome = poller.poll(feed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (RuntimeException e) {
      // One feed must not end the polling of all.
      LOG.warn("Polling {} failed", feed.uri(), e);
      outcome = Outcome.failed(e.toString());
    }
    told.accept(feed, outcome);
    return outcome;
  }

  /**
   * How long to leave a feed alone: the interval, doubled with each failure in a row, and at least
   * what its server asks for; at most {@code LONGEST}, unless the interval is longer.
   */
  static Duration delay(Duration interval, int failures, String retryAfter, Instant now) {
    Duration delay = interval;
    for (int i = 0; i < failures && delay.compareTo(LONGEST) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    Duration asked = asked(retryAfter, now);
    if (asked.compareTo(delay) > 0) {
      delay = asked;
    }
    Duration longest = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
    return delay.compareTo(longest) > 0 ? longest : delay;
  }

  /** Seconds or a date (RFC 9110, section 10.2.3); zero where it is neither. */
  private static Duration asked(String retryAfter, Instant now) {
    if (retryAfter == null) {
      return Duration.ZERO;
    }
    try {
      return retryAfter.strip().matches("\\d{1,9}")
          ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
          : Duration.between(
              now,
              ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant());
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  private static ScheduledExecutorService threads() {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(
            AT_A_TIME,
            task -> {
              Thread thread = new Thread(task, "poll");
              thread.setDaemon(true);
              return thread;
            });
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return threads;
  }

  private static void end(ScheduledExecutorService threads) throws InterruptedException {
    threads.shutdownNow();
    if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("A poll does not end");
    }
  }
}
