package dev.dateline.entities;

import dev.dateline.text.WordList;
import java.util.Comparator;
import java.util.List;

/** Forms of address that stand in names, from {@code styles.txt}: "Tan Sri Halim Daud". */
final class Styles {

  private static final List<String> ALL =
      WordList.read(Styles.class, "styles.txt").stream()
          .map(style -> style + ' ')
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();

  private Styles() {}

  /** A person's name without its form of address, if two words are left of it. */
  static String without(String name) {
    if (name.indexOf(' ') == name.lastIndexOf(' ')) {
      return name;
    }
    String folded = name.replace('\u2019', '\'');
    for (String style : ALL) {
      if (folded.regionMatches(true, 0, style, 0, style.length())) {
        String rest = name.substring(style.length());
        return rest.indexOf(' ') > 0 ? rest : name;
      }
    }
    return name;
  }
}
