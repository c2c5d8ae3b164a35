package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code embargo-words.txt}, in lower case. */
final class EmbargoWords {

  static final Map<String, Month> MONTHS = new HashMap<>();
  static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  static final Map<String, Integer> DAYS = new HashMap<>();
  static final Map<String, ZoneId> ZONES = new HashMap<>();
  static final Set<String> FILLERS = new HashSet<>();
  static final Set<String> OPEN = new HashSet<>();
  private static final Map<String, ZoneId> LANGUAGES = new HashMap<>();

  static {
    for (String line : WordList.read(EmbargoWords.class, "embargo-words.txt")) {
      String[] columns = line.split(" \\| ", 2);
      String[] kind = columns[0].split(" ", 2);
      for (String word : columns[1].split(" ")) {
        switch (kind[0]) {
          case "month" -> MONTHS.put(word, Month.of(Integer.parseInt(kind[1])));
          case "weekday" -> WEEKDAYS.put(word, DayOfWeek.of(Integer.parseInt(kind[1])));
          case "day" -> DAYS.put(word, Integer.valueOf(kind[1]));
          case "zone" -> ZONES.put(word, ZoneId.of(kind[1]));
          case "filler" -> FILLERS.add(word);
          case "open" -> OPEN.add(word);
          case "language" -> LANGUAGES.put(kind[1].toLowerCase(Locale.ROOT), ZoneId.of(word));
          default -> throw new IllegalStateException("embargo-words.txt: " + line);
        }
      }
    }
  }

  private EmbargoWords() {}

  /** The zone in which wires of a language write a clock that names none; else UTC. */
  static ZoneId zoneOf(String language) {
    if (language == null) {
      return ZoneOffset.UTC;
    }
    String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
    ZoneId zone = LANGUAGES.get(tag);
    int dash = tag.indexOf('-');
    if (zone == null && dash > 0) {
      zone = LANGUAGES.get(tag.substring(0, dash));
    }
    return zone == null ? ZoneOffset.UTC : zone;
  }
}
