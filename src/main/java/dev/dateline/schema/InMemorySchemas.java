package dev.dateline.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Schemas without a registry, for tests and for use inside one process. Ids count from 1, and a
 * schema has the same id under every subject. Thread-safe.
 */
public final class InMemorySchemas implements Schemas {

  private final List<Schema> byId = new ArrayList<>();
  private final Map<String, List<Integer>> bySubject = new TreeMap<>();

  @Override
  public synchronized int id(String subject, Schema schema) {
    int index = byId.indexOf(schema);
    if (index < 0) {
      index = byId.size();
      byId.add(schema);
    }
    int id = index + 1;
    List<Integer> ids = bySubject.computeIfAbsent(subject, unused -> new ArrayList<>());
    if (!ids.contains(id)) {
      ids.add(id);
    }
    return id;
  }

  @Override
  public synchronized Schema schema(int id) {
    if (id < 1 || id > byId.size()) {
      throw new UndecodableException("There is no schema with id " + id);
    }
    return byId.get(id - 1);
  }

  /** The ids registered under each subject, in order of registration. */
  public synchronized Map<String, List<Integer>> subjects() {
    Map<String, List<Integer>> copy = new TreeMap<>();
    bySubject.forEach((subject, ids) -> copy.put(subject, List.copyOf(ids)));
    return copy;
  }

  @Override
  public void close() {}
}
