package dev.dateline.rules;

/**
 * A standing query.
 *
 * @param id id of the rule; not blank
 * @param query what it looks for, in the rule language
 */
public record Rule(String id, String query) {

  public Rule {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("a rule needs an id");
    }
    if (query == null) {
      throw new IllegalArgumentException("rule " + id + " has no query");
    }
  }
}
