package dev.dateline.life;

import java.time.Instant;
import java.util.Objects;

/**
 * A version of an item as it comes in, before it is enriched.
 *
 * @param version where it stands among the item's versions
 * @param usage what the provider allows
 * @param embargo not to be published before, or null
 * @param content digest of all that the provider sent, but for version number and date
 * @param producer what would enrich it: Dateline's version and the hash of its models
 */
public record Incoming(
    Version version, Usage usage, Instant embargo, long content, String producer) {

  /** What the provider allows to be done with a version. */
  public enum Usage {
    USABLE,
    /**
     * Not to be used before the embargo ends; without an embargo, until a later version says so.
     */
    WITHHELD,
    /** The item is killed. */
    CANCELED
  }

  public Incoming {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(producer, "producer");
  }

  /** Whether nothing of this version may be sent at {@code now}. */
  public boolean isHeldAt(Instant now) {
    return embargo == null ? usage == Usage.WITHHELD : now.isBefore(embargo);
  }
}
