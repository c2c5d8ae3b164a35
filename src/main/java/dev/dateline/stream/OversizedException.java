package dev.dateline.stream;

/** A record is larger than its topic takes. */
final class OversizedException extends Exception {

  private static final long serialVersionUID = 1L;

  private OversizedException(String message) {
    super(message);
  }

  /** Returns the record if its topic takes it. */
  static Outgoing check(Outgoing outgoing, Sizes sizes) throws OversizedException {
    check(outgoing.sink().node(), outgoing.size(), sizes);
    return outgoing;
  }

  /** Throws if {@code size} bytes are more than a derived record or a changelog's may have. */
  static void check(String what, int size, Sizes sizes) throws OversizedException {
    if (size > sizes.derivedLimit()) {
      throw new OversizedException(
          "%s would get %d bytes in one record; %d are allowed (%s)"
              .formatted(what, size, sizes.derivedLimit(), DatelineSettings.MAX_ITEM_BYTES));
    }
  }
}
