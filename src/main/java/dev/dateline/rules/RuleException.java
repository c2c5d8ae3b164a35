package dev.dateline.rules;

/** A query that is not in the rule language, or costs more than a rule may. */
public final class RuleException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int column;
  private final String expected;

  /**
   * @param message what is wrong, in a sentence for the rule's author, without the column
   * @param column where, counted in UTF-16 characters from 1
   * @param expected what should stand there, or null where nothing would help
   */
  public RuleException(String message, int column, String expected) {
    super("column " + column + ": " + message + (expected == null ? "" : "; expected " + expected));
    this.column = column;
    this.expected = expected;
  }

  /** Where it is wrong: UTF-16 characters from 1; one past the end where something is missing. */
  public int column() {
    return column;
  }

  /** What should stand there, or null where nothing would help. */
  public String expected() {
    return expected;
  }
}
