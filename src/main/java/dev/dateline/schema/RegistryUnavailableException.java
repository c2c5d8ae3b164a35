package dev.dateline.schema;

/**
 * The schema registry is away: no connection, no answer in time, or an answer that says it cannot
 * serve now (5xx, 408, 429). The same request may succeed later, and no record is to blame.
 */
public final class RegistryUnavailableException extends RegistryException {

  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
