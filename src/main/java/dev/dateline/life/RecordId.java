package dev.dateline.life;

import java.util.Objects;

/**
 * One record derived from an item, by kind and key.
 *
 * @param kind which sort of record
 * @param key its key on the topic of that kind
 */
public record RecordId(Kind kind, String key) implements Comparable<RecordId> {

  /** The sorts of record an item gives. The order is that in which they are sent. */
  public enum Kind {
    ARTICLE,
    SECTION,
    QUOTE,
    ENTITY,
    ENRICHED
  }

  public RecordId {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
  }

  @Override
  public int compareTo(RecordId other) {
    int order = kind.compareTo(other.kind);
    return order != 0 ? order : key.compareTo(other.key);
  }
}
