package dev.dateline.stream;

import java.util.List;

/**
 * Names of the topics, all with one prefix. Immutable.
 *
 * @param prefix what every name begins with: {@code news.}
 */
public record Topics(String prefix) {

  /** Bytes as received. */
  public String raw() {
    return prefix + "raw";
  }

  /** Items that were not in their own partition; internal. */
  public String rekeyed() {
    return prefix + "raw.rekeyed";
  }

  public String articles() {
    return prefix + "articles";
  }

  public String sections() {
    return prefix + "sections";
  }

  public String quotes() {
    return prefix + "quotes";
  }

  public String entities() {
    return prefix + "entities";
  }

  public String enriched() {
    return prefix + "enriched";
  }

  public String stories() {
    return prefix + "stories";
  }

  /** What the index of near-duplicates is asked and told, by band; internal. */
  public String storyQueries() {
    return prefix + "story-queries";
  }

  /** What it answers, by item; internal. */
  public String storyAnswers() {
    return prefix + "story-answers";
  }

  /** The rules: compacted. */
  public String alertRules() {
    return prefix + "alert-rules";
  }

  /** Matches and their withdrawal on the way to alerting, by rule id; internal. */
  public String alertMatches() {
    return prefix + "alert-matches";
  }

  public String alerts() {
    return prefix + "alerts";
  }

  public String deadLetters() {
    return prefix + "dead-letters";
  }

  /** The topics that hold what is derived from items, by item's partition. */
  public List<String> derived() {
    return List.of(articles(), sections(), quotes(), entities(), enriched(), stories());
  }

  /** Every topic, in the order of the way of an item. */
  public List<String> all() {
    return List.of(
        raw(),
        rekeyed(),
        articles(),
        sections(),
        quotes(),
        entities(),
        enriched(),
        stories(),
        storyQueries(),
        storyAnswers(),
        alertRules(),
        alertMatches(),
        alerts(),
        deadLetters());
  }
}
