package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cities, regions and other areas by name. Immutable once read; thread-safe. */
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

  /** The resource with the cities. */
  static final String PLACES = "places.tsv.gz";

  private static final int CITIES = 1 << 16;

  private final Table rows;

  /** Positions of the rows of cities. */
  private int[] positions = new int[1 << 17];

  private int count;

  /** Cities that were asked for; any thread may put one here, always the same. */
  private final City[] cities;

  private final IntTable firstOf = new IntTable(CITIES);
  private int[] next = new int[1 << 17];

  /** City numbers, counted from 0, by entry; entries are counted from 1. */
  private int[] entries = new int[1 << 17];

  private int size;
  private final Map<String, List<String>> regions = new HashMap<>();
  private final Map<String, String> areas = new HashMap<>();

  /** Countries by the names of cities that are meant there where nothing tells another. */
  private final Map<String, String> foremost = new HashMap<>();

  private Gazetteer(Table places) {
    this.rows = places;
    while (places.next()) {
      addCity(places);
    }
    this.cities = new City[count];
  }

  static Gazetteer read() {
    return read(Table.read(PLACES));
  }

  /**
   * Reads the regions beside the cities.
   *
   * @param places rows of {@link #PLACES}
   */
  static Gazetteer read(Table places) {
    Gazetteer gazetteer = new Gazetteer(places);
    Resources.table("exonyms.tsv", gazetteer::addExonym);
    Resources.table("regions.tsv", row -> gazetteer.addRegion(row[1], row[0]));
    Resources.table("subdivisions.tsv.gz", row -> gazetteer.addRegion(row[0], row[1]));
    Resources.table("areas.tsv", row -> gazetteer.areas.put(key(row[0]), row[1]));
    return gazetteer;
  }

  private void addCity(Table row) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, count * 2);
    }
    positions[count] = row.position();
    link(row.isPlain(1) ? row.lowerHash(1) : key(row.text(1)).hashCode(), count++);
  }

  /** Adds a name of a city; the chain of a name starts with what was added last. */
  private void link(int key, int city) {
    if (++size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
      next = Arrays.copyOf(next, size * 2);
    }
    entries[size] = city;
    next[size] = firstOf.get(key, 0);
    firstOf.put(key, size);
  }

  /** Adds a name to the largest city of that other name; one with its own name is foremost. */
  private void addExonym(String[] row) {
    String key = key(row[0]);
    foremost.putIfAbsent(key, row[2]);
    if (key.equals(key(row[1]))) {
      return;
    }
    int largest = 0;
    for (int at = firstOf.get(key(row[1]).hashCode(), 0); at != 0; at = next[at]) {
      City city = city(entries[at]);
      boolean larger = largest == 0 || city.population() > city(entries[largest]).population();
      if (city.country().equals(row[2]) && larger) {
        largest = at;
      }
    }
    if (largest != 0) {
      link(key.hashCode(), entries[largest]);
    }
  }

  private City city(int number) {
    City known = cities[number];
    if (known != null) {
      return known;
    }
    Table row = rows.at(positions[number]);
    City city =
        new City(
            row.number(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.first(4) == 'c',
            row.number(5),
            Float.parseFloat(row.text(6)),
            Float.parseFloat(row.text(7)));
    cities[number] = city;
    return city;
  }

  private void addRegion(String code, String name) {
    regions.computeIfAbsent(key(name), key -> new ArrayList<>(1)).add(code);
  }

  /** Words as {@link Name#key} gives them. */
  static String key(String name) {
    String folded = plain(NameText.fold(name));
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

  /** Folded words without apostrophes, which names are written with and without. */
  private static String plain(String key) {
    if (key.indexOf('\'') < 0) {
      return key;
    }
    String owned = key.endsWith("'s") ? key.substring(0, key.length() - 2) : key;
    return owned.replace("'s ", " ").replace("'", "");
  }

  /** The country in which a city of this name ({@link Name#key}) is known best, or null. */
  String foremost(String key) {
    return foremost.get(plain(key));
  }

  /** The country in which an area of this name ({@link Name#key}) lies, or null. */
  String area(String key) {
    return areas.get(plain(key));
  }

  /** The cities of this name ({@link Name#key}). */
  List<City> cities(String key) {
    int at = firstOf.get(plain(key).hashCode(), 0);
    if (at == 0) {
      return List.of();
    }
    List<City> found = new ArrayList<>();
    for (; at != 0; at = next[at]) {
      found.add(city(entries[at]));
    }
    return found;
  }

  /** ISO 3166-2 codes of the regions of this name. */
  List<String> regions(String key) {
    return regions.getOrDefault(plain(key), List.of());
  }
}
