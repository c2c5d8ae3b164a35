package dev.dateline.ingest;

/** Something that cannot be an item, and so is not sent. The message says why, in a few words. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  public RefusedException(String reason) {
    super(reason);
  }
}
