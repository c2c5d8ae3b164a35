package dev.dateline.delivery;

import java.time.Duration;

/**
 * How an attempt to deliver went.
 *
 * @param kind what came of it
 * @param reason why it was not delivered, in a few words and without secrets; empty where it was
 * @param pause how long the receiver asks to be left alone, or null
 */
record Outcome(Kind kind, String reason, Duration pause) {

  enum Kind {
    DELIVERED,
    /** May well go better later. */
    FAILED,
    /** Will go no better however often it is tried. */
    REFUSED
  }

  static final Outcome DELIVERED = new Outcome(Kind.DELIVERED, "", null);

  static Outcome failed(String reason) {
    return new Outcome(Kind.FAILED, reason, null);
  }

  static Outcome failed(String reason, Duration pause) {
    return new Outcome(Kind.FAILED, reason, pause);
  }

  static Outcome refused(String reason) {
    return new Outcome(Kind.REFUSED, reason, null);
  }
}
