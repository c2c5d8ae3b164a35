package dev.dateline.cli;

import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.EnrichedItems;
import dev.dateline.rules.Rule;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleMatch;
import dev.dateline.rules.RuleMatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a rule would have found. Items come in any number of versions; the last one counts, and none
 * that was withdrawn. Not thread-safe.
 */
final class BackTest implements AutoCloseable {

  private static final String RULE = "back-test";

  private final RuleMatcher matcher = new RuleMatcher();
  private final Set<String> items = new HashSet<>();
  private final Map<String, Found> found = new HashMap<>();
  private Instant first;

  /**
   * An item that the rule matches.
   *
   * @param source where it is from
   * @param headline its headline, or null
   * @param received when it came
   * @param matches every match in it
   */
  record Found(String source, String headline, Instant received, List<RuleMatch> matches) {

    /** The match that says most. */
    RuleMatch best() {
      return matches.stream().max(Comparator.comparingDouble(RuleMatch::score)).orElseThrow();
    }
  }

  /**
   * @throws RuleException where the query could not be a rule's
   */
  BackTest(String query) throws RuleException {
    matcher.put(new Rule(RULE, query));
  }

  /** The next record, in the order of their topic; null where it was withdrawn. */
  void add(String key, Instant received, EnrichedArticle article) {
    found.remove(key);
    if (article == null) {
      items.remove(key);
      return;
    }
    items.add(key);
    first = first == null || received.isBefore(first) ? received : first;
    List<RuleMatch> matches = matcher.match(EnrichedItems.of(article));
    if (!matches.isEmpty()) {
      String headline = article.getHeadline() == null ? null : article.getHeadline().getText();
      found.put(key, new Found(article.getSource(), headline, received, matches));
    }
  }

  /** Items that stand. */
  int items() {
    return items.size();
  }

  /** Items that the rule matches. */
  int matchedItems() {
    return found.size();
  }

  /** Matches: a rule on quotes may have several in an item. */
  int matches() {
    return found.values().stream().mapToInt(one -> one.matches().size()).sum();
  }

  /** Matched items a day, from the first item to {@code now}, at least a day. */
  double perDay(Instant now) {
    double days =
        first == null
            ? 1
            : Duration.between(first, now).toMillis() / (double) Duration.ofDays(1).toMillis();
    return found.size() / Math.max(1, days);
  }

  /** Matched items by day, UTC. */
  Map<LocalDate, Integer> byDay() {
    Map<LocalDate, Integer> days = new TreeMap<>();
    found
        .values()
        .forEach(
            one ->
                days.merge(LocalDate.ofInstant(one.received(), ZoneOffset.UTC), 1, Integer::sum));
    return days;
  }

  /** Those with the best score, the newest of equals first. */
  List<Found> top(int count) {
    return found.values().stream()
        .sorted(
            Comparator.comparingDouble((Found one) -> one.best().score())
                .thenComparing(Found::received)
                .reversed())
        .limit(count)
        .toList();
  }

  @Override
  public void close() {
    matcher.close();
  }
}
