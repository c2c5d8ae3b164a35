package dev.dateline.quotes;

/** What the speaker does with the words. */
public enum Stance {
  ASSERTED,
  DENIED,
  CONDITIONAL,
  QUESTION
}
