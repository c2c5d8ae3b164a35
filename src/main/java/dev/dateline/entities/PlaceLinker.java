package dev.dateline.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which country, region or city a place is, by what stands beside it, the countries the
 * article speaks of, and population. Immutable; thread-safe.
 */
final class PlaceLinker {

  /**
   * What a place is.
   *
   * @param subtype COUNTRY, REGION, CITY, FACILITY, WATER or null
   * @param country ISO 3166-1 code of the country it is or lies in, or null
   * @param division ISO 3166-2 code, or null
   * @param city the city, or null
   * @param score 0 to 1
   */
  record Place(
      String subtype, String country, String division, Gazetteer.City city, double score) {}

  private static final String COUNTRY = "COUNTRY";
  private static final String REGION = "REGION";
  private static final String CITY = "CITY";
  private static final Set<String> REGION_WORDS =
      Set.of("state", "states", "province", "provinces", "region", "county", "governor");

  /** Least weight at which a city is taken at all. */
  private static final double LEAST = 4.0;

  private final Nations nations;
  private final Gazetteer gazetteer;
  private final Set<String> waters;

  PlaceLinker(Nations nations, Gazetteer gazetteer, Set<String> waters) {
    this.nations = nations;
    this.gazetteer = gazetteer;
    this.waters = waters;
  }

  /** What is known of each place among {@code clusters}; places not known are left out. */
  Map<Cluster, Place> link(List<Cluster> clusters, Form[] forms) {
    Map<String, Integer> spoken = countries(clusters);
    Map<Name, Name> containers = containers(clusters, forms);
    Map<Cluster, Place> places = new IdentityHashMap<>();
    for (Cluster cluster : clusters) {
      if (cluster.type == Labels.PLACE || cluster.type == Labels.FACILITY) {
        Place place = place(cluster, forms, spoken, containers);
        if (place != null) {
          places.put(cluster, place);
        }
      }
    }
    return places;
  }

  /** How often the article names each country or its people. */
  private Map<String, Integer> countries(List<Cluster> clusters) {
    Map<String, Integer> spoken = new HashMap<>();
    for (Cluster cluster : clusters) {
      String key = key(cluster.names.get(0));
      String code =
          cluster.type == Labels.PLACE
              ? nations.country(key)
              : cluster.type == Labels.GROUP ? nations.ofPeople(key) : null;
      if (code != null) {
        spoken.merge(code, cluster.names.size(), Integer::sum);
      }
    }
    return spoken;
  }

  /** For a place the name that follows it after a comma, or in "X in Y". */
  private static Map<Name, Name> containers(List<Cluster> clusters, Form[] forms) {
    Map<Integer, Name> starts = new HashMap<>();
    Map<Integer, Name> ends = new HashMap<>();
    for (Cluster cluster : clusters) {
      for (Name name : cluster.names) {
        if (cluster.type == Labels.PLACE || cluster.type == Labels.GROUP) {
          starts.put(name.first, name);
          ends.put(name.last, name);
        }
      }
    }
    Map<Name, Name> containers = new IdentityHashMap<>();
    for (Cluster cluster : clusters) {
      for (Name name : cluster.names) {
        int after = name.last;
        if (after + 1 < forms.length
            && (isText(forms[after], ",") || isText(forms[after], "in"))
            && starts.get(after + 1) != null) {
          containers.put(name, starts.get(after + 1));
        } else if (name.first > 1
            && forms[name.first - 1].kind == Form.POSSESSIVE
            && ends.get(name.first - 1) != null) {
          containers.put(name, ends.get(name.first - 1));
        }
      }
    }
    return containers;
  }

  private static boolean isText(Form form, String text) {
    return form.text.equals(text);
  }

  private Place place(
      Cluster cluster, Form[] forms, Map<String, Integer> spoken, Map<Name, Name> containers) {
    Name name = cluster.canonical();
    String key = key(name);
    String container = null;
    String division = null;
    for (Name each : cluster.names) {
      Name around = containers.get(each);
      if (around != null) {
        String aroundKey = key(around);
        String code = nations.country(aroundKey);
        container = code != null ? code : nations.ofPeople(aroundKey);
        if (container == null
            || code != null && hasRegionIn(aroundKey, "US") && code.equals("GE")) {
          List<String> regions = gazetteer.regions(aroundKey);
          division = regions.isEmpty() ? division : bestRegion(regions, spoken);
          container = division == null ? container : division.substring(0, 2);
        }
      }
    }
    boolean called = !core(key).equals(key);
    key = core(key);
    String country = nations.country(key);
    List<String> regions = gazetteer.regions(key);
    if (country != null && !(isAmbiguous(key) && isNotCountry(key, spoken, container))) {
      if (regions.contains("GB-ENG")
          || regions.contains("GB-SCT")
          || regions.contains("GB-WLS")
          || regions.contains("GB-NIR")) {
        return new Place(REGION, country, regions.get(0), null, 0.9);
      }
      return new Place(COUNTRY, country, null, null, 1);
    }
    if (cluster.type == Labels.FACILITY) {
      return new Place("FACILITY", container, division, null, 0.5);
    }
    if (isWater(name)) {
      return new Place("WATER", null, null, null, 0.5);
    }
    Gazetteer.City city = bestCity(gazetteer.cities(key), spoken, container, division);
    boolean saidRegion = called || saysRegion(cluster, forms);
    if (regions.isEmpty() && REGION_WORDS.contains(name.lastWord()) && name.words.size() > 1) {
      String bare = key.substring(0, key.lastIndexOf(' '));
      regions = gazetteer.regions(bare);
    }
    if (!regions.isEmpty()) {
      String region = bestRegion(regions, spoken, container);
      boolean alone =
          city == null
              || weight(city, spoken, container, division) < 5.2
                  && (spoken.containsKey(region.substring(0, 2)) || region.startsWith("US-"));
      if (saidRegion || alone || isRegionFirst(region, city)) {
        return new Place(REGION, region.substring(0, 2), region, null, 0.8);
      }
    }
    if (city == null) {
      return container == null ? null : new Place(null, container, division, null, 0.5);
    }
    String of = city.country().equals("US") ? "US-" + city.division() : division;
    double score = Math.min(1, weight(city, spoken, container, division) / 10);
    return new Place(CITY, city.country(), of, city, score);
  }

  private static String key(Name name) {
    String key = name.key();
    return key.startsWith("the ") ? key.substring(4) : key;
  }

  /** The name without "state of" and the like. */
  private static String core(String key) {
    int of = key.indexOf(" of ");
    return of > 0 && REGION_WORDS.contains(key.substring(0, of)) ? key.substring(of + 4) : key;
  }

  /** Names that are a country and also a state or a city elsewhere. */
  private static boolean isAmbiguous(String key) {
    return key.equals("georgia") || key.equals("victoria");
  }

  private static boolean isNotCountry(String key, Map<String, Integer> spoken, String container) {
    return "US".equals(container)
        || spoken.getOrDefault("US", 0) > 0
            && key.equals("georgia")
            && spoken.getOrDefault("RU", 0) + spoken.getOrDefault("AM", 0) == 0;
  }

  private boolean hasRegionIn(String key, String country) {
    return gazetteer.regions(key).stream().anyMatch(code -> code.startsWith(country));
  }

  private boolean isWater(Name name) {
    return waters.contains(name.lastWord())
        || waters.contains(name.words.get(0)) && name.words.size() > 1;
  }

  /** A large region whose name some town far away also has. */
  private static boolean isRegionFirst(String region, Gazetteer.City city) {
    return city != null
        && !city.capital()
        && !region.startsWith(city.country())
        && city.population() < 300_000
        && (region.startsWith("US")
            || region.startsWith("CA")
            || region.startsWith("AU")
            || region.startsWith("IN"));
  }

  private static boolean saysRegion(Cluster cluster, Form[] forms) {
    for (Name name : cluster.names) {
      int after = name.last;
      if (REGION_WORDS.contains(name.lastWord())
          || after < forms.length
              && forms[after].kind == Form.LOWER
              && REGION_WORDS.contains(forms[after].text)) {
        return true;
      }
      for (int i = Math.max(0, name.first - 4); i < name.first; i++) {
        if (REGION_WORDS.contains(forms[i].text.toLowerCase(java.util.Locale.ROOT))
            && i + 1 < forms.length
            && isText(forms[i + 1], "of")) {
          return true;
        }
      }
    }
    return false;
  }

  private static String bestRegion(List<String> codes, Map<String, Integer> spoken) {
    return bestRegion(codes, spoken, null);
  }

  private static String bestRegion(
      List<String> codes, Map<String, Integer> spoken, String container) {
    String best = null;
    int top = -1;
    for (String code : codes) {
      String country = code.substring(0, 2);
      int weight =
          spoken.getOrDefault(country, 0) * 2
              + (country.equals(container) ? 100 : 0)
              + (country.equals("US") ? 1 : 0);
      if (weight > top) {
        top = weight;
        best = code;
      }
    }
    return best;
  }

  private static Gazetteer.City bestCity(
      List<Gazetteer.City> cities, Map<String, Integer> spoken, String container, String division) {
    Gazetteer.City best = null;
    double top = LEAST;
    for (Gazetteer.City city : cities) {
      double weight = weight(city, spoken, container, division);
      if (weight > top) {
        top = weight;
        best = city;
      }
    }
    return best;
  }

  private static double weight(
      Gazetteer.City city, Map<String, Integer> spoken, String container, String division) {
    double weight = Math.log10(Math.max(10, city.population())) + (city.capital() ? 1.5 : 0);
    int mentions = spoken.getOrDefault(city.country(), 0);
    if (mentions > 0) {
      weight += 1 + Math.min(1.0, mentions / 5.0);
    }
    if (container != null) {
      weight += container.equals(city.country()) ? 4 : -3;
    }
    if (division != null && division.startsWith("US-")) {
      weight += division.equals("US-" + city.division()) ? 4 : -3;
    }
    return weight;
  }

  /** The links of a place, the closest first. */
  static List<Link> links(Place place) {
    List<Link> links = new ArrayList<>(3);
    Set<String> seen = new HashSet<>();
    if (place.city() != null) {
      links.add(
          new Link(
              "geonames",
              String.valueOf(place.city().id()),
              place.score(),
              place.city().name(),
              "name",
              null));
    }
    if (place.division() != null && seen.add(place.division())) {
      String method = place.city() == null ? "name" : "within";
      links.add(new Link("iso3166", place.division(), place.score(), null, method, null));
    }
    if (place.country() != null) {
      String method = COUNTRY.equals(place.subtype()) ? "name" : "within";
      links.add(new Link("iso3166", place.country(), place.score(), null, method, null));
    }
    return links;
  }
}
