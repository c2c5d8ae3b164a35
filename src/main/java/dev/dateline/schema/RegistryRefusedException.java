package dev.dateline.schema;

/**
 * The schema registry answered, and refused: an incompatible or invalid schema, missing
 * credentials, a subject that nobody registered, an address where no registry is. Trying again is
 * of no use; the message names subject, address and the registry's own words.
 */
public final class RegistryRefusedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  public RegistryRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
