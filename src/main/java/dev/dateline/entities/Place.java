package dev.dateline.entities;

import java.util.ArrayList;
import java.util.List;

/**
 * What a place is. Immutable.
 *
 * @param subtype COUNTRY, REGION, CITY, FACILITY, WATER or null
 * @param country ISO 3166-1 code of the country it is or lies in, or null
 * @param division ISO 3166-2 code, or null
 * @param city the city, or null
 * @param score 0 to 1
 */
record Place(String subtype, String country, String division, Gazetteer.City city, double score) {

  static final String COUNTRY = "COUNTRY";
  static final String REGION = "REGION";
  static final String CITY = "CITY";
  static final String FACILITY = "FACILITY";
  static final String WATER = "WATER";

  /** How sure it is that a place not known lies in the country that the article is about. */
  static final double GUESS = 0.3;

  /** Its links, the closest first. */
  List<Link> links() {
    List<Link> links = new ArrayList<>(3);
    if (city != null) {
      links.add(new Link("geonames", String.valueOf(city.id()), score, city.name(), "name", null));
    }
    if (division != null) {
      String method = city == null ? "name" : "within";
      links.add(new Link("iso3166", division, score, null, method, null));
    }
    if (country != null) {
      String method = COUNTRY.equals(subtype) ? "name" : score <= GUESS ? "article" : "within";
      links.add(new Link("iso3166", country, score, null, method, null));
    }
    return links;
  }
}
