package dev.dateline.text;

import java.util.HashSet;
import java.util.Set;

/** Words that keep their period, from {@code abbreviations.txt}. */
final class Abbreviations {

  private static final int LONGEST = 6;
  private static final Set<String> KNOWN = new HashSet<>();
  private static final Set<String> TITLES = new HashSet<>();

  static {
    for (String line : WordList.read(Abbreviations.class, "abbreviations.txt")) {
      boolean title = line.startsWith("+");
      String word = title ? line.substring(1) : line;
      KNOWN.add(word);
      if (title) {
        TITLES.add(word);
      }
    }
  }

  private Abbreviations() {}

  /** Whether {@code text[begin, end)} followed by a period is an abbreviation. */
  static boolean isKnown(String text, int begin, int end) {
    return end - begin <= LONGEST && KNOWN.contains(text.substring(begin, end));
  }

  /** Whether a name always follows it, so that its period never ends a sentence. */
  static boolean isTitle(String text, int begin, int end) {
    return end - begin <= LONGEST && TITLES.contains(text.substring(begin, end));
  }
}
