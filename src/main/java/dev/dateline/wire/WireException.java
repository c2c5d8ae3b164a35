package dev.dateline.wire;

import java.util.List;

/**
 * The bytes, or some of them, cannot be read as wire items. The message says why, for the one who
 * sent them.
 */
public class WireException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<WireItem> items;

  public WireException(String message) {
    this(message, List.of());
  }

  public WireException(String message, Throwable cause) {
    super(message, cause);
    items = List.of();
  }

  /** Some of the items are beyond reading; {@code items} are the others. */
  public WireException(String message, List<WireItem> items) {
    super(message);
    this.items = List.copyOf(items);
  }

  /**
   * What could be read all the same, in order; mostly nothing. Whoever reports the exception should
   * handle these as usual, so that one bad line of a thousand takes no other with it.
   */
  public List<WireItem> items() {
    return items == null ? List.of() : items;
  }
}
