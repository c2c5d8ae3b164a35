package dev.dateline.delivery;

import dev.dateline.record.Alert;
import java.util.List;
import java.util.Set;

/**
 * Which alerts a sink gets: those of the rules named, and those of rules with one of the tags; all
 * where neither is given. Immutable.
 *
 * @param rules ids of rules
 * @param tags tags of rules
 */
record Route(Set<String> rules, Set<String> tags) {

  Route {
    rules = Set.copyOf(rules);
    tags = Set.copyOf(tags);
  }

  boolean takes(Alert alert) {
    if (rules.isEmpty() && tags.isEmpty()) {
      return true;
    }
    List<String> tagged = alert.getRule() == null ? List.of() : alert.getRule().getTags();
    return rules.contains(alert.getRuleId()) || tagged.stream().anyMatch(tags::contains);
  }
}
