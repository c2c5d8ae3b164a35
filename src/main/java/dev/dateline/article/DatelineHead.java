package dev.dateline.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The parts of what may be a dateline: places, date, agency. */
final class DatelineHead {

  private static final int LONGEST_PLACE = 6;
  private static final int LONGEST_DATE = 5;
  private static final Pattern JOINTS = Pattern.compile("/| (?:and|und|et|y|e|&) ");
  private static final String TRIMMED = " ,.-\u2013\u2014_|";

  private final List<String> places = new ArrayList<>();
  private String agency;
  private boolean agencyMarked;
  private boolean agencyInSlashes;
  private boolean agencyKnown;
  private String date;
  private boolean upper = true;
  private boolean known = true;
  private boolean allPlaces = true;

  private DatelineHead() {}

  /** The parts of {@code text}, or null where it is no dateline whatever stands behind it. */
  static DatelineHead read(String text) {
    DatelineHead head = new DatelineHead();
    String rest = head.takeLeadingAgency(trim(text));
    // The date stands before the agency, or behind it.
    rest = head.takeDate(rest);
    rest = head.takeAgency(rest);
    rest = head.takeDate(rest);
    if (rest.isEmpty()) {
      return head.agency == null ? null : head;
    }
    return head.takePlaces(rest) ? head : null;
  }

  List<String> places() {
    return places;
  }

  String agency() {
    return agency;
  }

  String date() {
    return date;
  }

  /** Whether the agency stands in brackets or slashes. */
  boolean isAgencyMarked() {
    return agencyMarked;
  }

  /** Whether the agency stands in slashes, as hardly anything else does. */
  boolean isAgencyInSlashes() {
    return agencyInSlashes;
  }

  boolean isAgencyKnown() {
    return agencyKnown;
  }

  /** Whether what stands in brackets reads like a name, and not like a day or a number. */
  boolean isAgencyName() {
    return agencyMarked
        && Character.isUpperCase(agency.charAt(0))
        && agency.chars().noneMatch(Character::isDigit)
        && !DatelineWords.isDate(agency);
  }

  /** Whether every place is in capitals. */
  boolean isUpper() {
    return upper;
  }

  /** Whether the first place is a known one. */
  boolean isKnown() {
    return known;
  }

  /** Whether no place is a word that only stands where a dateline could. */
  boolean areAllPlaces() {
    return allPlaces;
  }

  /** Whether an unknown word in capitals reads like a name of a place rather than an acronym. */
  boolean looksLikePlace() {
    String first = places.get(0);
    int vowels = 0;
    int letters = 0;
    for (int i = 0; i < first.length(); i++) {
      if (Character.isLetter(first.charAt(i))) {
        letters++;
        if ("AEIOUYÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕØÚÙÛÜ".indexOf(first.charAt(i)) >= 0) {
          vowels++;
        }
      }
    }
    return letters >= 4 && vowels >= 2 && first.indexOf('?') < 0;
  }

  /**
   * Whether what stands in brackets behind places in capitals can be an agency: no acronym of the
   * words before it, and no party or age.
   */
  boolean namesItsAgency() {
    if (!upper || !agencyMarked || agency.length() < 3 || !Character.isLetter(agency.charAt(0))) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    for (String word : String.join(" ", places).split("[ ,-]+")) {
      initials.append(word.isEmpty() ? "" : word.substring(0, 1));
    }
    return !initials.toString().equalsIgnoreCase(agency);
  }

  private String takeLeadingAgency(String text) {
    if (text.isEmpty()) {
      return text;
    }
    char open = text.charAt(0);
    if (open == '(' || open == '/') {
      int close = text.indexOf(open == '(' ? ')' : '/', 1);
      if (close > 1) {
        String name = text.substring(1, close).strip();
        if (DatelineWords.isAgency(name)) {
          setAgency(name, true);
          agencyInSlashes = open == '/';
          return trim(text.substring(close + 1));
        }
      }
      return text;
    }
    int comma = text.indexOf(',');
    if (comma > 0 && DatelineWords.isAgency(text.substring(0, comma))) {
      setAgency(text.substring(0, comma), false);
      return trim(text.substring(comma + 1));
    }
    return text;
  }

  private String takeAgency(String text) {
    if (agency != null || text.isEmpty()) {
      return text;
    }
    char close = text.charAt(text.length() - 1);
    if (close == ')' || close == '/') {
      int open = text.lastIndexOf(close == ')' ? '(' : '/', text.length() - 2);
      if (open < 0) {
        return text;
      }
      String name = text.substring(open + 1, text.length() - 1).strip();
      if (name.isEmpty() || name.length() > 40) {
        return text;
      }
      if (date == null && DatelineWords.isDate(name)) {
        // "ORVANE (May 3, 2031)"
        date = name;
        return trim(text.substring(0, open));
      }
      setAgency(name, true);
      agencyInSlashes = close == '/';
      return trim(text.substring(0, open));
    }
    return takeBareAgency(text);
  }

  private String takeBareAgency(String text) {
    for (int blank = text.lastIndexOf(' '), words = 1;
        blank > 0 && words <= 2;
        blank = text.lastIndexOf(' ', blank - 1), words++) {
      String name = text.substring(blank + 1);
      if (DatelineWords.isAgency(name)) {
        setAgency(name, false);
        return trim(text.substring(0, blank));
      }
    }
    return text;
  }

  private void setAgency(String name, boolean marked) {
    agency = name;
    agencyMarked = marked;
    agencyKnown = DatelineWords.isAgency(name);
  }

  private String takeDate(String text) {
    if (date != null) {
      return text;
    }
    int begin = -1;
    int at = text.length();
    for (int words = 1; words <= LONGEST_DATE && at > 0; words++) {
      at = text.lastIndexOf(' ', at - 1);
      String candidate = text.substring(at + 1);
      if (DatelineWords.isDate(candidate)) {
        begin = at + 1;
      }
    }
    if (begin < 0) {
      return text;
    }
    date = text.substring(begin);
    return trim(text.substring(0, begin));
  }

  private boolean takePlaces(String text) {
    String[] parts = text.split(",", 6);
    if (parts.length > 5) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      if (i > 0 && !places.isEmpty() && isRegionOfLastPlace(part)) {
        int last = places.size() - 1;
        places.set(last, places.get(last) + ", " + part);
        if (last == 0 && DatelineWords.isRegion(part)) {
          // "NEW BRITAIN, Conn.": whatever its words mean elsewhere.
          allPlaces = true;
          known = true;
        }
      } else if (!takePlaceGroup(part)) {
        return false;
      }
    }
    return !places.isEmpty();
  }

  private boolean takePlaceGroup(String part) {
    if (DatelineWords.isPlace(part)) {
      return takePlace(part);
    }
    for (String place : JOINTS.split(part)) {
      if (!takePlace(place.strip())) {
        return false;
      }
    }
    return true;
  }

  private boolean takePlace(String place) {
    if (!isName(place)) {
      return false;
    }
    boolean first = places.isEmpty();
    boolean isKnown = DatelineWords.isPlace(place);
    upper &= isUpper(place);
    known &= isKnown || !first && upper;
    allPlaces &= isKnown || !DatelineWords.isNoPlace(place);
    places.add(place);
    return true;
  }

  /** A known region, or a name in small letters behind a place in capitals: "LANTRY, Duskara". */
  private boolean isRegionOfLastPlace(String part) {
    return DatelineWords.isRegion(part)
        || upper && isName(part) && Character.isLowerCase(part.charAt(1));
  }

  private static boolean isUpper(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }

  /** One to six words that start with capitals, but for particles. */
  private static boolean isName(String text) {
    if (text.length() < 2) {
      return false;
    }
    int words = 0;
    for (String word : text.split(" ")) {
      words++;
      if (word.isEmpty() || words > LONGEST_PLACE) {
        return false;
      }
      if (!Character.isUpperCase(word.charAt(0)) && !DatelineWords.isParticle(word)) {
        return false;
      }
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (!Character.isLetter(c) && ".'\u2019-".indexOf(c) < 0) {
          return false;
        }
      }
    }
    return Character.isUpperCase(text.charAt(0)) || text.charAt(0) == '\'';
  }

  private static String trim(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && TRIMMED.indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    while (end > begin && TRIMMED.indexOf(text.charAt(end - 1)) >= 0) {
      // The period of "N.H." or "Jan." belongs to the word.
      if (text.charAt(end - 1) == '.' && isAbbreviation(text, end - 1)) {
        break;
      }
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isAbbreviation(String text, int period) {
    int begin = text.lastIndexOf(' ', period) + 1;
    return DatelineWords.isRegion(text.substring(begin, period + 1));
  }
}
