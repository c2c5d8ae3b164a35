package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cities and regions by name. Immutable once read; thread-safe. */
final class Gazetteer {

  /**
   * A city.
   *
   * @param id GeoNames id
   * @param country ISO 3166-1 code
   * @param division GeoNames code of the first-level division, in the United States its postal code
   */
  record City(
      int id,
      String name,
      String country,
      String division,
      boolean capital,
      int population,
      float latitude,
      float longitude) {}

  private static final int CITIES = 1 << 16;

  private final List<City> cities = new ArrayList<>(CITIES);
  private final IntTable firstOf = new IntTable(CITIES);
  private int[] next = new int[1 << 17];

  /** City numbers, counted from 0, by entry; entries are counted from 1. */
  private int[] entries = new int[1 << 17];

  private int size;
  private final Map<String, List<String>> regions = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  private Gazetteer() {}

  static Gazetteer read() {
    Gazetteer gazetteer = new Gazetteer();
    Resources.table("places.tsv.gz", gazetteer::addCity);
    Resources.table("exonyms.tsv", gazetteer::addExonym);
    Resources.table("regions.tsv", row -> gazetteer.addRegion(row[1], row[0]));
    Resources.table("subdivisions.tsv.gz", row -> gazetteer.addRegion(row[0], row[1]));
    return gazetteer;
  }

  private void addCity(String[] row) {
    String country = codes.computeIfAbsent(row[2], code -> code);
    City city =
        new City(
            Integer.parseInt(row[0]),
            row[1],
            country,
            codes.computeIfAbsent(row[3], code -> code),
            row[4].equals("c"),
            Integer.parseInt(row[5]),
            Float.parseFloat(row[6]),
            Float.parseFloat(row[7]));
    cities.add(city);
    link(key(city.name()), cities.size() - 1);
  }

  /** Adds a name of a city; the chain of a name starts with what was added last. */
  private void link(String key, int city) {
    if (++size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
      next = Arrays.copyOf(next, size * 2);
    }
    entries[size] = city;
    next[size] = firstOf.get(key.hashCode(), 0);
    firstOf.put(key.hashCode(), size);
  }

  private void addExonym(String[] row) {
    for (City city : cities(key(row[1]))) {
      if (city.country().equals(row[2]) && !key(row[0]).equals(key(city.name()))) {
        link(key(row[0]), cities.indexOf(city));
        return;
      }
    }
  }

  private void addRegion(String code, String name) {
    regions.computeIfAbsent(key(name), key -> new ArrayList<>(1)).add(code);
  }

  /** Words as {@link Name#key} gives them. */
  static String key(String name) {
    String folded = NameText.fold(name);
    StringBuilder out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '-' || c == ',') {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (c != '.'
          && !(c == ' ' && out.length() > 0 && out.charAt(out.length() - 1) == ' ')) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The cities of this name ({@link Name#key}). */
  List<City> cities(String key) {
    int at = firstOf.get(key.hashCode(), 0);
    if (at == 0) {
      return List.of();
    }
    List<City> found = new ArrayList<>();
    for (; at != 0; at = next[at]) {
      found.add(cities.get(entries[at]));
    }
    return found;
  }

  /** ISO 3166-2 codes of the regions of this name. */
  List<String> regions(String key) {
    return regions.getOrDefault(key, List.of());
  }
}
