package dev.dateline.entities;

import dev.dateline.text.WordList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds which country, region or city a place is, by what stands beside it, the countries the
 * article speaks of, and population. Immutable; thread-safe.
 */
final class PlaceLinker {

  /** Waters that are of no country, and those whose country is anybody's guess. */
  private static final Set<String> OPEN_WATERS =
      Set.of("ocean", "sea", "gulf", "strait", "straits", "channel");

  private static final Set<String> GENERIC =
      Set.of("city", "district", "town", "village", "municipality", "metropolitan", "area");
  private static final Set<String> PARTS =
      Set.of(
          "old",
          "central",
          "downtown",
          "greater",
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western");

  private static final int SHORTEST_PART = 4;

  /** Least share of what is known by which an article is about one country. */
  private static final double LEAST_SHARE = 0.4;

  private static final int MENTION = 16;

  /** How sure it is that a small town is meant whose name no other has. */
  private static final double FAINT = 0.35;

  /** How sure it is where an area lies that the gazetteer has by name. */
  private static final double AREA = 0.7;

  private final Nations nations;
  private final Gazetteer gazetteer;
  private final Set<String> waters;
  private final Set<String> wide;

  PlaceLinker(Nations nations, Gazetteer gazetteer) {
    this.nations = nations;
    this.gazetteer = gazetteer;
    this.waters = Set.copyOf(WordList.read(PlaceLinker.class, "water.txt"));
    this.wide =
        WordList.read(PlaceLinker.class, "wide-places.txt").stream()
            .map(place -> place.replace('-', ' '))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What is known of each place among {@code clusters}; places not known are left out. */
  Map<Cluster, Place> link(List<Cluster> clusters, Form[] forms) {
    Map<String, Integer> spoken = countries(clusters);
    Map<Name, Name> containers = Containers.of(clusters, forms);
    Map<Cluster, Place> places = new IdentityHashMap<>();
    for (Cluster cluster : clusters) {
      if (cluster.type == Labels.PLACE || cluster.type == Labels.FACILITY) {
        Place place = place(cluster, forms, spoken, containers);
        if (place != null) {
          places.put(cluster, place);
        }
      }
    }
    String home = home(clusters, spoken, places);
    if (home == null) {
      addFaint(clusters, places);
      home = home(clusters, spoken, places);
    }
    if (home != null) {
      Map<String, Integer> more = new HashMap<>(spoken);
      more.merge(home, 2, Integer::sum);
      for (Cluster cluster : clusters) {
        if (cluster.type == Labels.PLACE || cluster.type == Labels.FACILITY) {
          Place place = places.get(cluster);
          boolean far =
              place != null
                  && !home.equals(place.country())
                  && !spoken.containsKey(place.country());
          Place near =
              far ? place(cluster, forms, more, containers) : namesake(place, home, cluster);
          boolean namesake = near != null && home.equals(near.country());
          places.put(
              cluster,
              place == null
                  ? new Place(null, home, null, null, Place.GUESS)
                  : namesake ? near : at(home, place, spoken));
        }
      }
    }
    places.keySet().removeIf(this::isWide);
    return places;
  }

  /** Small towns whose names no others have: they tell the country where nothing else does. */
  private void addFaint(List<Cluster> clusters, Map<Cluster, Place> places) {
    for (Cluster cluster : clusters) {
      if (cluster.type == Labels.PLACE && !places.containsKey(cluster)) {
        List<Gazetteer.City> cities = gazetteer.cities(key(cluster.canonical()));
        if (cities.size() == 1) {
          Gazetteer.City city = cities.get(0);
          String division = city.country().equals("US") ? "US-" + city.division() : null;
          places.put(cluster, new Place(Place.CITY, city.country(), division, city, FAINT));
        }
      }
    }
  }

  /** The region at home of which another country has one of that name too, or null. */
  private Place namesake(Place place, String home, Cluster cluster) {
    if (place == null || !Place.REGION.equals(place.subtype()) || home.equals(place.country())) {
      return null;
    }
    for (String code : gazetteer.regions(Regions.core(key(cluster.canonical())))) {
      if (code.startsWith(home)) {
        return new Place(Place.REGION, home, code, null, place.score());
      }
    }
    return null;
  }

  /** The country that much of what is known lies in, more than in any other; or null. */
  private String home(
      List<Cluster> clusters, Map<String, Integer> spoken, Map<Cluster, Place> places) {
    Map<String, Integer> weights = new HashMap<>();
    spoken.forEach((country, mentions) -> weights.put(country, mentions * MENTION));
    for (Cluster cluster : clusters) {
      String country = cluster.type == Labels.ORGANISATION ? countryOfBody(cluster) : null;
      if (country != null) {
        weights.merge(country, weight(cluster), Integer::sum);
      }
    }
    places.forEach(
        (cluster, place) -> {
          boolean known =
              place.city() != null
                  && (place.city().population() >= Cities.SMALL || place.score() == FAINT);
          boolean region =
              Place.REGION.equals(place.subtype())
                  && (spoken.containsKey(place.country())
                      || Regions.isFamous(place.division())
                      || isOnlyThere(cluster, place.country()));
          if (known || region || place.score() == AREA) {
            weights.merge(place.country(), weight(cluster), Integer::sum);
          }
        });
    int total = 0;
    int top = 0;
    String home = null;
    boolean shared = false;
    for (Map.Entry<String, Integer> each : weights.entrySet()) {
      int weight = each.getValue();
      total += weight;
      shared = weight == top || weight < top && shared;
      if (weight > top) {
        top = weight;
        home = each.getKey();
      }
    }
    return shared || top < LEAST_SHARE * total ? null : home;
  }

  /** Mentions count; of equals the country with more places and bodies is the likelier one. */
  private static int weight(Cluster cluster) {
    return cluster.names.size() * MENTION + 1;
  }

  /** The country in the name of a body: "Velian Bank", "Ministry of Health of Velia"; or null. */
  private String countryOfBody(Cluster cluster) {
    List<String> words = cluster.names.get(0).words;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String country = nations.country(word);
      country = country == null ? nations.ofPeople(word) : country;
      if (country != null && word.length() >= SHORTEST_PART) {
        return country;
      }
    }
    return null;
  }

  /** Whether regions and cities of that name lie in one country. */
  private boolean isOnlyThere(Cluster cluster, String country) {
    String key = Regions.core(key(cluster.names.get(0)));
    return gazetteer.regions(key).stream().allMatch(code -> code.startsWith(country))
        && gazetteer.cities(key).stream()
            .allMatch(city -> city.country().equals(country) || city.population() < Cities.SMALL);
  }

  /** A place whose country the article does not speak of is more likely a namesake at home. */
  private Place at(String home, Place place, Map<String, Integer> spoken) {
    if (place.country() == null) {
      return new Place(place.subtype(), home, null, null, Place.GUESS);
    }
    boolean far = !place.country().equals(home) && !spoken.containsKey(place.country());
    boolean small =
        place.city() != null
            ? place.city().population() < Cities.SMALL
                && !place.city().capital()
                && !isOnly(place.city())
            : Place.REGION.equals(place.subtype()) && !Regions.isFamous(place.division());
    return far && small && place.score() < 0.85
        ? new Place(null, home, null, null, Place.GUESS)
        : place;
  }

  /** Whether no other city has that name. */
  private boolean isOnly(Gazetteer.City city) {
    return gazetteer.cities(Gazetteer.key(city.name())).size() == 1;
  }

  /** Whether a place lies in no one country. */
  private boolean isWide(Cluster cluster) {
    Name name = cluster.names.get(0);
    return wide.contains(key(name)) || OPEN_WATERS.contains(name.lastWord());
  }

  /** How often the article names each country or its people. */
  private Map<String, Integer> countries(List<Cluster> clusters) {
    Map<String, Integer> spoken = new HashMap<>();
    for (Cluster cluster : clusters) {
      String key = key(cluster.names.get(0));
      String code =
          cluster.type == Labels.PLACE
              ? nations.country(bareIfPart(key))
              : cluster.type == Labels.GROUP ? nations.ofPeople(key) : null;
      if (code != null) {
        spoken.merge(code, cluster.names.size(), Integer::sum);
      }
    }
    return spoken;
  }

  /** "Northern Velia" speaks of Velia; "South Sudan" is a country of its own. */
  private String bareIfPart(String key) {
    return nations.country(key) == null ? bare(key) : key;
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
          List<String> regions =
              isListed(each, around, forms) ? List.of() : gazetteer.regions(aroundKey);
          division = regions.isEmpty() ? division : Regions.best(regions, spoken);
          container = division == null ? container : division.substring(0, 2);
        }
      }
    }
    boolean called = !Regions.core(key).equals(key);
    key = Regions.core(key);
    String country = nations.country(key);
    List<String> regions = gazetteer.regions(key);
    if (country != null && !(isAmbiguous(key) && isNotCountry(key, spoken, container))) {
      if (regions.contains("GB-ENG")
          || regions.contains("GB-SCT")
          || regions.contains("GB-WLS")
          || regions.contains("GB-NIR")) {
        return new Place(Place.REGION, country, regions.get(0), null, 0.9);
      }
      return new Place(Place.COUNTRY, country, null, null, 1);
    }
    String area = gazetteer.area(key);
    if (area == null && regions.isEmpty() && gazetteer.cities(key).isEmpty()) {
      key = bare(key);
      country = nations.country(key);
      if (country != null && cluster.type == Labels.PLACE) {
        return new Place(Place.REGION, country, null, null, 0.8);
      }
    }
    if (cluster.type == Labels.FACILITY) {
      String within = container == null ? area : container;
      within = within == null ? countryOfPart(name, spoken) : within;
      return new Place(Place.FACILITY, within, division, null, 0.5);
    }
    Gazetteer.City city =
        Cities.best(gazetteer.cities(key), spoken, container, division, gazetteer.foremost(key));
    if (city == null && isWater(name)) {
      return new Place(Place.WATER, area, null, null, 0.5);
    }
    if (area != null && container == null && regions.isEmpty() && isNearer(area, city, spoken)) {
      return new Place(null, area, null, null, AREA);
    }
    boolean saidRegion = called || Regions.areSaid(cluster, forms);
    int lastWord = key.lastIndexOf(' ');
    if (regions.isEmpty() && lastWord > 0 && Regions.isWord(key.substring(lastWord + 1))) {
      regions = gazetteer.regions(key.substring(0, lastWord));
    }
    if (!regions.isEmpty()) {
      String region = Regions.best(regions, spoken, container);
      boolean alone =
          city == null
              || Cities.weight(city, spoken, container, division) < 5.2
                  && (spoken.containsKey(region.substring(0, 2)) || region.startsWith("US-"));
      if (saidRegion || alone || Regions.isFirst(region, city)) {
        return new Place(Place.REGION, region.substring(0, 2), region, null, 0.8);
      }
    }
    if (city == null) {
      String within = container == null ? countryOfPart(name, spoken) : container;
      return within == null ? null : new Place(null, within, division, null, 0.5);
    }
    String of = city.country().equals("US") ? "US-" + city.division() : division;
    double score = Math.min(1, Cities.weight(city, spoken, container, division) / 10);
    return new Place(Place.CITY, city.country(), of, city, score);
  }

  /** Whether an area is meant rather than a city of its name. */
  private static boolean isNearer(String area, Gazetteer.City city, Map<String, Integer> spoken) {
    return city == null
        || area.equals(city.country())
        || !spoken.containsKey(city.country())
            && (spoken.containsKey(area) || city.population() < Cities.SMALL);
  }

  /** Whether two names stand in a list of cities: then the second does not hold the first. */
  private boolean isListed(Name name, Name around, Form[] forms) {
    boolean listed = name.first > 0 && forms[name.first - 1].is(",");
    return listed
        || gazetteer.cities(key(around)).stream()
                .anyMatch(city -> city.population() >= Cities.LARGE)
            && !Regions.isFamous(gazetteer.regions(key(around)).stream().findFirst().orElse("-"));
  }

  /** The country of a large city or of a country that a longer name begins with, or null. */
  private String countryOfPart(Name name, Map<String, Integer> spoken) {
    for (int size = Math.min(3, name.words.size() - 1); size > 0; size--) {
      String part = String.join(" ", name.words.subList(0, size));
      if (part.length() < SHORTEST_PART) {
        return null;
      }
      String country = nations.country(part);
      if (country != null) {
        return country;
      }
      Gazetteer.City city =
          Cities.best(gazetteer.cities(part), spoken, null, null, gazetteer.foremost(part));
      if (city != null
          && (city.population() >= Cities.LARGE
              || city.population() >= Cities.SMALL && spoken.containsKey(city.country()))) {
        return city.country();
      }
    }
    return null;
  }

  /** The name without "city", "old" and the like, where it has other words. */
  private static String bare(String key) {
    int last = key.lastIndexOf(' ');
    if (last > 0 && GENERIC.contains(key.substring(last + 1))) {
      return key.substring(0, last);
    }
    int first = key.indexOf(' ');
    return first > 0 && PARTS.contains(key.substring(0, first)) ? key.substring(first + 1) : key;
  }

  private String key(Name name) {
    String key = name.key();
    boolean article = key.startsWith("the ") && gazetteer.foremost(key) == null; // "The Hague"
    return article ? key.substring(4) : key;
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
}
