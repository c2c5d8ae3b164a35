package dev.dateline.stream;

import java.util.List;

/** The topics are not as Dateline needs them; the message says what of which, for an operator. */
public final class TopicsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TopicsException(List<String> problems) {
    super("Topics are not as they must be:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem. */
  public List<String> problems() {
    return problems;
  }
}
