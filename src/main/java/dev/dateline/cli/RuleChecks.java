package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleQuery;
import dev.dateline.stream.AlertGroup;
import java.time.Duration;
import java.util.Arrays;

/** What a rule must be before it goes onto its topic. */
final class RuleChecks {

  private static final int LONGEST_ID = 200;
  private static final int HIGHEST_THRESHOLD = 1_000;
  private static final Duration LONGEST = Duration.ofDays(30);

  private RuleChecks() {}

  /**
   * Makes sure that a rule can do what it says.
   *
   * @throws CommandFailure where it cannot: says what is wrong, and in the query where
   */
  static void check(AlertRule rule) {
    if (rule.getId().isBlank()
        || rule.getId().length() > LONGEST_ID
        || rule.getId().chars().anyMatch(Character::isISOControl)) {
      throw new CommandFailure("a rule's id has 1 to " + LONGEST_ID + " characters, on one line");
    }
    try {
      RuleQuery.parseRule(rule.getQuery());
    } catch (RuleException e) {
      throw new CommandFailure(message(rule, e.getMessage()), pointer(rule.getQuery(), e.column()));
    }
    if (rule.getThreshold() < 1 || rule.getThreshold() > HIGHEST_THRESHOLD) {
      throw wrong(rule, "the threshold is from 1 to " + HIGHEST_THRESHOLD);
    }
    if (rule.getThreshold() > 1 && rule.getWindowMillis() <= 0) {
      throw wrong(rule, "a threshold needs a window: --threshold 3 --window 1h");
    }
    if (rule.getWindowMillis() > LONGEST.toMillis()
        || rule.getCooldownMillis() > LONGEST.toMillis()) {
      throw wrong(rule, "window and cool-down are at most " + LONGEST.toDays() + "d");
    }
    if (rule.getGroupBy() != null
        && Arrays.stream(AlertGroup.values())
            .noneMatch(group -> group.label().equals(rule.getGroupBy()))) {
      throw wrong(
          rule,
          "it groups by "
              + String.join(
                  " or ", Arrays.stream(AlertGroup.values()).map(AlertGroup::label).toList())
              + ", not by '"
              + rule.getGroupBy()
              + "'");
    }
  }

  private static CommandFailure wrong(AlertRule rule, String why) {
    return new CommandFailure(message(rule, why));
  }

  private static String message(AlertRule rule, String why) {
    return "rule " + rule.getId() + " is not taken: " + why;
  }

  /** The query with a mark under the column, on lines of their own. */
  private static String pointer(String query, int column) {
    return query.indexOf('\n') >= 0
        ? ""
        : "  " + query + System.lineSeparator() + "  " + " ".repeat(Math.max(0, column - 1)) + "^";
  }
}
