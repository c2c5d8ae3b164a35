package dev.dateline.entities;

import java.util.HashMap;
import java.util.Map;

/** Countries by their names and by the names of their peoples. Immutable; thread-safe. */
final class Nations {

  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byPeople = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private Nations() {}

  static Nations read() {
    Nations nations = new Nations();
    Resources.table("nations.tsv", nations::add);
    return nations;
  }

  private void add(String[] row) {
    for (String name : row[1].split(";")) {
      byName.putIfAbsent(key(name), row[0]);
      names.putIfAbsent(row[0], name);
    }
    if (row.length > 2) {
      for (String name : row[2].split(";")) {
        byPeople.putIfAbsent(key(name), row[0]);
      }
    }
  }

  /** Words as {@link Name#key} gives them. */
  private static String key(String name) {
    return NameText.fold(name).replace(".", "").replace('-', ' ');
  }

  /** ISO 3166-1 code of the country of this key ({@link Name#key}), or null. */
  String country(String key) {
    return byName.get(key);
  }

  /** ISO 3166-1 code of the country whose people or adjective this key is, or null. */
  String ofPeople(String key) {
    return byPeople.get(key);
  }

  /** The usual name of a country by its code, or null. */
  String name(String code) {
    return names.get(code);
  }
}
