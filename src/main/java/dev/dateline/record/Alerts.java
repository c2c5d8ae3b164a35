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
   * The alert of a match.
   *
   * @param alertId the same for the firing and its retraction
   * @param match what matched
   * @param item the item it matched in
   * @param fired when
   */
  public static Alert fired(String alertId, RuleMatch match, ItemRef item, Instant fired) {
    List<TextSpan> terms = new ArrayList<>(match.terms().size());
    for (dev.dateline.text.TextSpan term : match.terms()) {
      terms.add(Records.textSpan(term));
    }
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRuleId(match.ruleId())
        .setState(AlertState.FIRED)
        .setItem(item)
        .setQuery(match.query())
        .setMatchedOn(MatchedOn.valueOf(match.matchedOn().name()))
        .setMatchedId(match.matchedId())
        .setSection(match.section())
        .setSpeaker(match.speaker())
        .setTerms(terms)
        .setSnippet(match.snippet())
        .setScore(match.score())
        .setFired(fired)
        .build();
  }

  /**
   * The retraction of an alert. What is known of an alert afterwards is its id and its rule, never
   * its words.
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
