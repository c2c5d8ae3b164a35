package dev.dateline.life;

import dev.dateline.life.Decision.Hold;
import dev.dateline.life.Decision.Ignore;
import dev.dateline.life.Decision.Publish;
import dev.dateline.life.Decision.Why;
import dev.dateline.life.Decision.Withdraw;
import dev.dateline.life.Incoming.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The life of an item, as pure decisions: from the state that is remembered and what comes in, to
 * what is sent, withdrawn, held or left. Time comes in as an argument.
 *
 * <ul>
 *   <li>An older version never wins over a newer one; see {@link Version}.
 *   <li>A killed or superseded item is remembered, also if that word came before the item itself;
 *       only a version that the provider's own date or number proves newer brings it back.
 *   <li>The same content from the same producer is dropped; from another producer it is enriched
 *       again and compared.
 *   <li>An embargoed version is held; what an earlier version sent stays out until then. Withheld
 *       without a date means all of the item: what is out is withdrawn.
 * </ul>
 */
public final class ItemLife {

  private ItemLife() {}

  /**
   * What to do about a version.
   *
   * @param before what is remembered of the item, or null
   * @param incoming the version; also one that was held, when its embargo has ended
   * @param now the time
   */
  public static Decision decide(ItemState before, Incoming incoming, Instant now) {
    boolean killed = incoming.usage() == Usage.CANCELED;
    if (before != null && before.status().isWithdrawn()) {
      if (killed && !incoming.version().isBefore(before.version())) {
        return new Ignore(Why.SAME, before.withdrawn(incoming.version(), Status.KILLED, now));
      }
      if (!incoming.version().isProvenAfter(before.version())) {
        return new Ignore(Why.WITHDRAWN, before.confirmed(before.version(), now));
      }
    }
    if (before != null && incoming.version().isBefore(before.version())) {
      return new Ignore(Why.OLDER, before.confirmed(before.version(), now));
    }
    if (killed) {
      ItemState next = blank(incoming, now).withdrawn(incoming.version(), Status.KILLED, now);
      return new Withdraw(Changes.withdrawAll(before, Reason.KILLED, next));
    }
    if (incoming.isHeldAt(now)) {
      return hold(before, incoming, now);
    }
    boolean same = before != null && before.content() == incoming.content();
    if (same && before.status() == Status.LIVE && before.producer().equals(incoming.producer())) {
      return new Ignore(Why.SAME, before.confirmed(incoming.version(), now));
    }
    boolean reprocessed = same && before.status() == Status.LIVE;
    return new Publish(reprocessed ? Reason.REPROCESSED : Reason.CORRECTED);
  }

  /**
   * What changes once a version that was to be published is enriched.
   *
   * @param before what is remembered of the item, or null
   * @param incoming the version
   * @param reason the reason of the {@link Publish} decision
   * @param records every record derived from it, in the order to send them, with a digest of its
   *     fields: version, times and producer aside
   * @param alerts every alert it raises, in the order to send them: the id of the rule by alert id
   * @param now the time
   */
  public static Changes publish(
      ItemState before,
      Incoming incoming,
      Reason reason,
      Map<RecordId, Long> records,
      Map<String, String> alerts,
      Instant now) {
    Map<RecordId, Long> out = before == null ? Map.of() : before.records();
    Map<String, String> standing = before == null ? Map.of() : before.alerts();
    List<RecordId> send = new ArrayList<>();
    records.forEach(
        (id, digest) -> {
          if (!digest.equals(out.get(id))) {
            send.add(id);
          }
        });
    List<RecordId> withdraw = new ArrayList<>(out.keySet());
    withdraw.removeAll(records.keySet());
    List<String> fire = new ArrayList<>(alerts.keySet());
    fire.removeAll(standing.keySet());
    Map<String, String> retract = new HashMap<>(standing);
    retract.keySet().removeAll(alerts.keySet());
    ItemState next =
        new ItemState(
            incoming.version(),
            Status.LIVE,
            incoming.content(),
            incoming.producer(),
            records,
            alerts,
            null,
            now);
    return new Changes(send, withdraw, fire, retract, reason, next);
  }

  /**
   * What changes when an item with another id says that it replaces this one.
   *
   * @param before what is remembered of the item, or null: it may come later
   * @param by when the item that replaces it was made and received; without a number, since numbers
   *     of different items do not compare
   * @param now the time
   * @return null where the item is proven newer than the one that replaces it
   */
  public static Changes supersede(ItemState before, Version by, Instant now) {
    if (before == null) {
      ItemState next = new ItemState(by, Status.SUPERSEDED, 0, "", Map.of(), Map.of(), null, now);
      return Changes.withdrawAll(null, Reason.SUPERSEDED, next);
    }
    if (before.version().isProvenAfter(by)) {
      return null;
    }
    // Versions made before the one that replaces it may still come; they are to stay away, too.
    Version last = by.created() == null ? before.version() : by;
    Status status = before.status().isWithdrawn() ? before.status() : Status.SUPERSEDED;
    ItemState next = before.withdrawn(last, status, now);
    return Changes.withdrawAll(before, Reason.SUPERSEDED, next);
  }

  private static Decision hold(ItemState before, Incoming incoming, Instant now) {
    Instant until = incoming.embargo();
    boolean stays = until != null && before != null;
    ItemState next =
        new ItemState(
            incoming.version(),
            Status.HELD,
            incoming.content(),
            incoming.producer(),
            stays ? before.records() : Map.of(),
            stays ? before.alerts() : Map.of(),
            until,
            now);
    Changes changes = Changes.withdrawAll(stays ? null : before, Reason.CORRECTED, next);
    return new Hold(until, changes);
  }

  private static ItemState blank(Incoming incoming, Instant now) {
    return new ItemState(
        incoming.version(),
        Status.LIVE,
        incoming.content(),
        incoming.producer(),
        Map.of(),
        Map.of(),
        null,
        now);
  }
}
