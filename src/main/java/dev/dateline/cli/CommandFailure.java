package dev.dateline.cli;

/** Something went wrong that the message says in full: shown as one line, exit code 1. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String picture;

  CommandFailure(String message) {
    this(message, "");
  }

  /**
   * @param picture lines to show below the message as they are, or empty
   */
  CommandFailure(String message, String picture) {
    super(message);
    this.picture = picture;
  }

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
    this.picture = cause instanceof CommandFailure failure ? failure.picture : "";
  }

  /** Lines that show what the message is about; empty where there are none. */
  String picture() {
    return picture;
  }
}
