package dev.dateline.ingest;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.dateline.ingest.Fetcher.StatusException;
import dev.dateline.ingest.Fetcher.Validators;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What sites allow robots to fetch, by their robots.txt (RFC 9309): a site that has none allows
 * everything, one whose file cannot be had allows nothing for the time being. Thread-safe.
 */
final class Robots {

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration KEPT_AFTER_FAILURE = Duration.ofMinutes(30);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

  private final Fetcher fetcher;
  private final Fetcher.Gate gate;
  private final String name;
  private final Clock clock;
  private final Map<String, Rules> sites = new ConcurrentHashMap<>();

  /**
   * @param fetcher fetches the files
   * @param gate what it waits for before it does
   * @param name what robots.txt may call us, in lower case
   */
  Robots(Fetcher fetcher, Fetcher.Gate gate, String name, Clock clock) {
    this.fetcher = fetcher;
    this.gate = gate;
    this.name = name;
    this.clock = clock;
  }

  private record Rules(BaseRobotRules rules, Instant until) {}

  boolean isAllowed(URI uri) throws InterruptedException {
    return rules(uri).isAllowed(uri.toString());
  }

  /** How far apart the site wants requests to be; zero where it does not say. */
  Duration delay(URI uri) throws InterruptedException {
    long millis = rules(uri).getCrawlDelay();
    return millis <= 0
        ? Duration.ZERO
        : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
  }

  private BaseRobotRules rules(URI uri) throws InterruptedException {
    String site = uri.getScheme() + "://" + uri.getRawAuthority();
    Rules known = sites.get(site);
    if (known == null || clock.instant().isAfter(known.until())) {
      known = fetch(site);
      sites.put(site, known);
    }
    return known.rules();
  }

  private Rules fetch(String site) throws InterruptedException {
    String address = site + "/robots.txt";
    try {
      Fetcher.Page page = fetcher.fetch(URI.create(address), Validators.NONE, gate).orElseThrow();
      BaseRobotRules rules =
          new SimpleRobotRulesParser()
              .parseContent(address, page.bytes(), page.contentType(), List.of(name));
      return rules(rules, KEPT);
    } catch (StatusException e) {
      return e.status() < 500
          ? rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), KEPT)
          : rules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), KEPT_AFTER_FAILURE);
    } catch (RefusedException e) {
      return rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), KEPT); // empty
    } catch (IOException e) {
      return rules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), KEPT_AFTER_FAILURE);
    }
  }

  private Rules rules(BaseRobotRules rules, Duration kept) {
    return new Rules(rules, clock.instant().plus(kept));
  }
}
