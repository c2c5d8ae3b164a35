package dev.dateline.life;

import java.time.Instant;

/** What is to be done about a version that came in. */
public sealed interface Decision {

  /**
   * Enrich it, then ask {@link ItemLife#publish} what of it is to be sent.
   *
   * @param reason why records that it no longer has would be withdrawn
   */
  record Publish(Reason reason) implements Decision {}

  /**
   * Keep it back, and send nothing of it.
   *
   * @param until when it is free; null: when a later version says so
   * @param changes the state to keep, and what the provider's word withdraws meanwhile
   */
  record Hold(Instant until, Changes changes) implements Decision {}

  /**
   * Withdraw everything that is out.
   *
   * @param changes what is out, and the state to keep
   */
  record Withdraw(Changes changes) implements Decision {}

  /**
   * Do nothing but keep the state.
   *
   * @param why for the count of such items
   * @param next the state to keep
   */
  record Ignore(Why why, ItemState next) implements Decision {}

  /** Why a version changes nothing. */
  enum Why {
    /** A newer version is known. */
    OLDER,
    /** The same content, enriched by the same producer. */
    SAME,
    /** The item was killed or superseded, and this is not proven to be newer than that. */
    WITHDRAWN
  }
}
