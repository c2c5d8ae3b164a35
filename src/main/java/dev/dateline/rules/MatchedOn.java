package dev.dateline.rules;

/** What sort of document a rule matched. */
public enum MatchedOn {
  ARTICLE,
  SECTION,
  QUOTE
}
