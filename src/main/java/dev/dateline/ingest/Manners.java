package dev.dateline.ingest;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * How to behave towards other people's servers: requests to one host are kept apart, and pages are
 * fetched only where the site's robots.txt allows it, and as slowly as it asks. Thread-safe.
 */
public final class Manners {

  private final Pace pace;
  private final Robots robots;
  private final Duration gap;

  /**
   * @param fetcher fetches robots.txt
   * @param name what robots.txt may call us, in lower case
   * @param gap between two requests to one host, at least
   */
  public Manners(Fetcher fetcher, String name, Duration gap) {
    this(fetcher, name, gap, new Pace(), Clock.systemUTC());
  }

  Manners(Fetcher fetcher, String name, Duration gap, Pace pace, Clock clock) {
    this.pace = pace;
    this.gap = gap;
    this.robots = new Robots(fetcher, this::beforeFeed, name, clock);
  }

  /** Waits for one's turn. Whoever publishes a feed wants it to be read. */
  void beforeFeed(URI uri) throws InterruptedException {
    pace.await(uri, gap);
  }

  /**
   * Waits for one's turn at a page.
   *
   * @throws RefusedException where robots.txt forbids it
   */
  void beforePage(URI uri) throws IOException, RefusedException, InterruptedException {
    if (!robots.isAllowed(uri)) {
      throw new RefusedException("is not for robots (robots.txt)");
    }
    Duration asked = robots.delay(uri);
    pace.await(uri, asked.compareTo(gap) > 0 ? asked : gap);
  }
}
