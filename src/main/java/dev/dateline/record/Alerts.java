package dev.dateline.record;

import dev.dateline.rules.Rule;
import dev.dateline.rules.RuleMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Maps rules and alerts. Pure; thread-safe. */
public final class Alerts {

  static {
    RecordClasses.trust();
  }

  private Alerts() {}

  /**
   * What the matcher takes of a rule.
   *
   * @throws IllegalArgumentException where the record has no id
   */
  public static Rule rule(AlertRule rule) {
    return new Rule(rule.getId(), rule.getQuery());
  }

  /**
   * A match, on its way to alerting.
   *
   * @param matchId the same for a match and its withdrawal
   * @param match what matched
   * @param more further quotes or sections of the item that match
   * @param rule the rule as it is
   * @param item the item it matched in
   * @param now when
   */
  public static Alert matched(
      String matchId, RuleMatch match, int more, AlertRule rule, ItemRef item, Instant now) {
    List<TextSpan> terms = new ArrayList<>(match.terms().size());
    for (dev.dateline.text.TextSpan term : match.terms()) {
      terms.add(Records.textSpan(term));
    }
    return Alert.newBuilder()
        .setAlertId(matchId)
        .setRuleId(match.ruleId())
        .setState(AlertState.FIRED)
        .setItem(item)
        .setQuery(match.query())
        .setRule(rule)
        .setMatchedOn(MatchedOn.valueOf(match.matchedOn().name()))
        .setMatchedId(match.matchedId())
        .setSection(match.section())
        .setSpeaker(match.speaker())
        .setTerms(terms)
        .setSnippet(match.snippet())
        .setMore(more)
        .setScore(match.score())
        .setFired(now)
        .build();
  }

  /**
   * The alert that a match makes.
   *
   * @param alertId the same for the firing and its retraction
   * @param match the match that made it fire
   * @param earlier those that counted before it, oldest first
   * @param count how many counted, this one included
   * @param fired when
   */
  public static Alert fired(
      String alertId, Alert match, List<Alert> earlier, int count, Instant fired) {
    return Alert.newBuilder(match)
        .setAlertId(alertId)
        .setEarlier(earlier.stream().map(Alerts::brief).toList())
        .setCount(count)
        .setFired(fired)
        .build();
  }

  private static AlertMatch brief(Alert match) {
    return AlertMatch.newBuilder()
        .setItem(match.getItem())
        .setMatchedOn(match.getMatchedOn())
        .setMatchedId(match.getMatchedId())
        .setSection(match.getSection())
        .setSpeaker(match.getSpeaker())
        .setSnippet(match.getSnippet())
        .build();
  }

  /**
   * The retraction of an alert, or the withdrawal of a match. What is known of an alert afterwards
   * is its id and its rule, never its words.
   *
   * @param reason KILLED, CORRECTED, SUPERSEDED or REPROCESSED
   */
  public static Alert retracted(
      String alertId, String ruleId, ItemRef item, String reason, Instant retracted) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRuleId(ruleId)
        .setState(AlertState.RETRACTED)
        .setReason(reason)
        .setItem(item)
        .setRetracted(retracted)
        .build();
  }
}
