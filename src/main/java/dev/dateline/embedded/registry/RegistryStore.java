package dev.dateline.embedded.registry;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the schemas topic adds up to: every version of every subject, and the compatibility levels.
 * Changes by {@link #apply} only. Thread-safe.
 */
final class RegistryStore {

  private static final Comparator<StoredSchema> OLDEST_FIRST =
      Comparator.comparingLong(StoredSchema::timestamp)
          .thenComparing(StoredSchema::subject)
          .thenComparingInt(StoredSchema::version);

  private final NavigableMap<String, NavigableMap<Integer, StoredSchema>> subjects =
      new TreeMap<>();
  private final Map<String, Compatibility> levels = new HashMap<>();
  private Compatibility globalLevel = Compatibility.BACKWARD;
  private int maxId;

  synchronized void apply(LogEntry entry) {
    if (entry instanceof LogEntry.PutSchema put) {
      StoredSchema schema = put.schema();
      maxId = Math.max(maxId, schema.id());
      subjects
          .computeIfAbsent(schema.subject(), unused -> new TreeMap<>())
          .put(schema.version(), schema);
    } else if (entry instanceof LogEntry.DropSchema drop) {
      NavigableMap<Integer, StoredSchema> versions = versions(drop.subject());
      versions.remove(drop.version());
      forgetIfEmpty(drop.subject());
    } else if (entry instanceof LogEntry.DeleteSubject delete) {
      versions(delete.subject())
          .headMap(delete.upTo(), true)
          .replaceAll((version, schema) -> schema.asDeleted());
    } else if (entry instanceof LogEntry.ClearSubject clear) {
      versions(clear.subject()).values().removeIf(StoredSchema::deleted);
      forgetIfEmpty(clear.subject());
    } else if (entry instanceof LogEntry.PutConfig put) {
      if (put.subject() == null) {
        globalLevel = put.level();
      } else {
        levels.put(put.subject(), put.level());
      }
    } else if (entry instanceof LogEntry.DropConfig drop) {
      if (drop.subject() == null) {
        globalLevel = Compatibility.BACKWARD;
      } else {
        levels.remove(drop.subject());
      }
    }
  }

  /** All versions of all subjects in order, those deleted softly included. */
  synchronized List<StoredSchema> all() {
    return subjects.values().stream().flatMap(versions -> versions.values().stream()).toList();
  }

  /** The versions of a subject in order, those deleted softly included. */
  synchronized List<StoredSchema> of(String subject) {
    return List.copyOf(versions(subject).values());
  }

  synchronized Optional<StoredSchema> version(String subject, int version) {
    return Optional.ofNullable(versions(subject).get(version));
  }

  /** Every version with this id, the oldest first, those deleted softly included. */
  synchronized List<StoredSchema> byId(int id) {
    return stream().filter(schema -> schema.id() == id).sorted(OLDEST_FIRST).toList();
  }

  /** The id of a content that is stored somewhere. */
  synchronized Optional<Integer> idOf(String guid) {
    return stream().filter(schema -> schema.guid().equals(guid)).map(StoredSchema::id).findFirst();
  }

  synchronized int maxId() {
    return maxId;
  }

  synchronized Optional<Compatibility> level(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  synchronized Compatibility globalLevel() {
    return globalLevel;
  }

  private NavigableMap<Integer, StoredSchema> versions(String subject) {
    return subjects.getOrDefault(subject, new TreeMap<>());
  }

  private void forgetIfEmpty(String subject) {
    if (versions(subject).isEmpty()) {
      subjects.remove(subject);
    }
  }

  private Stream<StoredSchema> stream() {
    return subjects.values().stream().flatMap(versions -> versions.values().stream());
  }
}
