package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.Set;

/** What systems write where they have no value, from {@code placeholders.txt}. Pure. */
final class Placeholders {

  private static final Set<String> WORDS =
      Set.copyOf(WordList.read(Placeholders.class, "placeholders.txt"));

  private Placeholders() {}

  /** Whether {@code value} is null, blank, or stands for no value. */
  static boolean isAbsent(String value) {
    return value == null || value.isBlank() || WORDS.contains(value.strip());
  }
}
