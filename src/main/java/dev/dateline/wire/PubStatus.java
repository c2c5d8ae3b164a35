package dev.dateline.wire;

/** Publication status of an item, as in ninjs. */
public enum PubStatus {
  USABLE,
  /** Held back, as under an embargo. */
  WITHHELD,
  /** Killed: not to be used, and withdrawn where it was. */
  CANCELED
}
