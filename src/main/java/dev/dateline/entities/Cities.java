package dev.dateline.entities;

import java.util.List;
import java.util.Map;

/**
 * Chooses among cities of one name, by the countries the article speaks of, what stands beside the
 * name, and population. Stateless.
 */
final class Cities {

  /** Population under which a city far from what the article is about is a namesake. */
  static final int SMALL = 100_000;

  static final int LARGE = 500_000;

  /** Population under which a city is taken only where its country is named. */
  private static final int TINY = 20_000;

  /** Least weight at which a city is taken at all. */
  private static final double LEAST = 4.0;

  /** What it weighs that a city is the foremost of its name. */
  private static final double FOREMOST = 1.1;

  private Cities() {}

  /**
   * The city that is meant most likely, or null where none is likely.
   *
   * @param spoken how often the article speaks of each country
   * @param container country that the article says it lies in, or null
   * @param division the same of an ISO 3166-2 division, or null
   * @param foremost country of the city that is foremost of the name, or null
   */
  static Gazetteer.City best(
      List<Gazetteer.City> cities,
      Map<String, Integer> spoken,
      String container,
      String division,
      String foremost) {
    Gazetteer.City best = null;
    double top = LEAST;
    boolean told =
        cities.stream()
            .anyMatch(city -> city.population() >= SMALL && spoken.containsKey(city.country()));
    for (Gazetteer.City city : cities) {
      double weight = weight(city, spoken, container, division);
      weight += !told && city.country().equals(foremost) ? FOREMOST : 0;
      boolean unsaid = container == null && !spoken.containsKey(city.country());
      if (weight > top && !(unsaid && city.population() < TINY && !city.capital())) {
        top = weight;
        best = city;
      }
    }
    return best;
  }

  /** How likely a city is meant, by the scale of {@link #LEAST}. */
  static double weight(
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
}
