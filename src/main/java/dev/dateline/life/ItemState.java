package dev.dateline.life;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is remembered of an item: never its text, only what it takes to judge the next version and
 * to withdraw what is out. Immutable.
 *
 * @param version the latest version known
 * @param status what has become of the item
 * @param content digest of the latest version's content; 0 where only a withdrawal is known
 * @param producer what enriched the latest version, or would have; empty where nothing did
 * @param records every derived record that is out, with the digest of its fields
 * @param alerts every alert that is out: the id of its rule by alert id
 * @param heldUntil end of the embargo where the status is HELD; null where it has no end
 * @param touched when an event last changed or confirmed this state: what its retention goes by
 */
public record ItemState(
    Version version,
    Status status,
    long content,
    String producer,
    Map<RecordId, Long> records,
    Map<String, String> alerts,
    Instant heldUntil,
    Instant touched) {

  public ItemState {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(producer, "producer");
    Objects.requireNonNull(touched, "touched");
    records = Collections.unmodifiableMap(new TreeMap<>(records));
    alerts = Collections.unmodifiableMap(new TreeMap<>(alerts));
  }

  /** The same, with {@code version} as the latest, if it is no older, at {@code now}. */
  ItemState confirmed(Version version, Instant now) {
    return new ItemState(
        version.latest(this.version), status, content, producer, records, alerts, heldUntil, now);
  }

  /** Everything withdrawn. */
  ItemState withdrawn(Version version, Status status, Instant now) {
    return new ItemState(version, status, content, producer, Map.of(), Map.of(), null, now);
  }

  /** Whether this state may be forgotten: nothing touched it, nor was due, since {@code limit}. */
  public boolean isExpiredAt(Instant limit) {
    return touched.isBefore(limit) && (heldUntil == null || heldUntil.isBefore(limit));
  }
}
