package dev.dateline.entities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What tells that a state, province or county is meant, and which one. Codes are of ISO 3166-2.
 * Stateless.
 */
final class Regions {

  private static final Set<String> WORDS =
      Set.of("state", "states", "province", "provinces", "region", "county", "governor");

  private Regions() {}

  /** Whether a word in small letters says that what is named is a region. */
  static boolean isWord(String word) {
    return WORDS.contains(word);
  }

  /** The name without "state of" and the like. */
  static String core(String key) {
    int of = key.indexOf(" of ");
    return of > 0 && WORDS.contains(key.substring(0, of)) ? key.substring(of + 4) : key;
  }

  /** Whether the article calls it a state, a province or the like. */
  static boolean areSaid(Cluster cluster, Form[] forms) {
    for (Name name : cluster.names) {
      int after = name.last;
      if (WORDS.contains(name.lastWord())
          || after < forms.length
              && forms[after].kind == Form.LOWER
              && WORDS.contains(forms[after].text)) {
        return true;
      }
      for (int i = Math.max(0, name.first - 4); i < name.first; i++) {
        if (WORDS.contains(forms[i].text.toLowerCase(Locale.ROOT))
            && i + 1 < forms.length
            && forms[i + 1].is("of")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Of regions of one name the one in the country that is most spoken of. */
  static String best(List<String> codes, Map<String, Integer> spoken) {
    return best(codes, spoken, null);
  }

  /**
   * Of regions of one name the one in the country that is most spoken of.
   *
   * @param container country that the article says it lies in, or null
   */
  static String best(List<String> codes, Map<String, Integer> spoken, String container) {
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

  /** Divisions that news names without their country. */
  static boolean isFamous(String division) {
    return division == null
        || division.startsWith("US")
        || division.startsWith("CA")
        || division.startsWith("AU")
        || division.startsWith("GB")
        || division.startsWith("IN");
  }

  /** A large region whose name some town far away also has. */
  static boolean isFirst(String region, Gazetteer.City city) {
    return city != null
        && !city.capital()
        && !region.startsWith(city.country())
        && city.population() < 300_000
        && (region.startsWith("US")
            || region.startsWith("CA")
            || region.startsWith("AU")
            || region.startsWith("IN"));
  }
}
