package dev.dateline.life;

/** What has become of an item. */
public enum Status {
  /** Its latest version is out. */
  LIVE,
  /** Its latest version is held back; what an earlier one sent may still be out. */
  HELD,
  /** Cancelled by its provider: nothing of it is out, and older versions stay away. */
  KILLED,
  /** Replaced by an item with another id: as if killed. */
  SUPERSEDED;

  /** Whether the item is gone for good, unless its provider sends a newer version. */
  public boolean isWithdrawn() {
    return this == KILLED || this == SUPERSEDED;
  }
}
