package dev.dateline.article;

import dev.dateline.text.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that datelines are made of, from the files {@code dateline-*.txt}. */
final class DatelineWords {

  private static final Pattern DATE_GAPS = Pattern.compile("[ ,]+");
  private static final Pattern NAME_GAPS = Pattern.compile("[ '\u2019-]");
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "º");
  private static final Set<String> AGENCIES = lower("dateline-agencies.txt");
  private static final Set<String> PLACES = lower("dateline-places.txt");
  private static final Set<String> REGIONS = lower("dateline-regions.txt");
  private static final Set<String> MONTHS = lower("dateline-months.txt");
  private static final Set<String> NO_PLACES = lower("dateline-not-places.txt");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "les",
          "el", "al", "of", "the", "on", "upon", "am", "an", "der", "im", "bei", "ob", "sur", "en",
          "y", "and", "near", "off", "in", "aan", "den", "het", "i", "v.d.", "a.d.");

  private DatelineWords() {}

  /** Whether it is an agency, or a desk of one ({@code dpa/bb}). */
  static boolean isAgency(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (AGENCIES.contains(name)) {
      return true;
    }
    int slash = name.indexOf('/');
    int dash = slash < 0 ? name.indexOf('-') : slash;
    return dash > 0 && AGENCIES.contains(name.substring(0, dash).strip());
  }

  static boolean isPlace(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return PLACES.contains(name) || REGIONS.contains(name) && text.length() > 4;
  }

  /** Whether it is a state, province or country that qualifies a place. */
  static boolean isRegion(String text) {
    return REGIONS.contains(text.toLowerCase(Locale.ROOT));
  }

  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** Whether a word of it stands before a dash or colon without being a place. */
  static boolean isNoPlace(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (NO_PLACES.contains(name)) {
      return true;
    }
    String[] words = NAME_GAPS.split(name);
    for (String word : words) {
      if ((words.length == 1 || !PARTICLES.contains(word)) && NO_PLACES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** A month with numbers beside it, a weekday, or an ISO date; nothing else. */
  static boolean isDate(String text) {
    if (text.indexOf(' ') > 0 && !hasDigit(text)) {
      return false;
    }
    String[] words = DATE_GAPS.split(text);
    boolean named = false;
    boolean weekday = false;
    int numbers = 0;
    for (String word : words) {
      String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
      if (MONTHS.contains(bare.toLowerCase(Locale.ROOT))) {
        named = true;
        weekday |= bare.toLowerCase(Locale.ROOT).endsWith("day");
      } else if (isDayOrYear(bare)) {
        numbers++;
      } else {
        return false;
      }
    }
    return named && numbers <= 2 && (numbers > 0 || weekday)
        || words.length == 1 && isIsoDate(text);
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDayOrYear(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 4) {
      return false;
    }
    String rest = word.substring(digits);
    return rest.isEmpty() || ORDINALS.contains(rest);
  }

  private static boolean isIsoDate(String text) {
    if (text.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : !Character.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> lower(String file) {
    Set<String> words = new HashSet<>();
    for (String line : WordList.read(DatelineWords.class, file)) {
      words.addAll(List.of(line.toLowerCase(Locale.ROOT).split(", ")));
    }
    return Set.copyOf(words);
  }
}
