package dev.dateline.life;

/** Why a derived record or an alert was withdrawn. */
public enum Reason {
  /** The provider cancelled the item. */
  KILLED,
  /** A newer version of the item no longer has it. */
  CORRECTED,
  /** An item with another id replaced this one. */
  SUPERSEDED,
  /** The same version, read by another extractor, no longer has it. */
  REPROCESSED
}
