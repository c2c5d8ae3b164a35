package dev.dateline.life;

import java.util.List;
import java.util.Map;

/**
 * What changes on the topics.
 *
 * @param send records to send, in the order of their kinds
 * @param withdraw records to send a tombstone for
 * @param fire ids of alerts that are new
 * @param retract alerts that no longer stand: the id of the rule by alert id
 * @param reason why something is withdrawn or retracted
 * @param next the state to keep
 */
public record Changes(
    List<RecordId> send,
    List<RecordId> withdraw,
    List<String> fire,
    Map<String, String> retract,
    Reason reason,
    ItemState next) {

  public Changes {
    send = List.copyOf(send);
    withdraw = List.copyOf(withdraw);
    fire = List.copyOf(fire);
    retract = Map.copyOf(retract);
  }

  /** Everything that {@code before} knows to be out is withdrawn. */
  static Changes withdrawAll(ItemState before, Reason reason, ItemState next) {
    return before == null
        ? new Changes(List.of(), List.of(), List.of(), Map.of(), reason, next)
        : new Changes(
            List.of(),
            List.copyOf(before.records().keySet()),
            List.of(),
            before.alerts(),
            reason,
            next);
  }
}
