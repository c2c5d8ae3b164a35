package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Joins short and long names of organisations: acronyms, the first words of a longer name, and the
 * last one of a team's.
 */
final class Acronyms {

  private static final int LONGEST = 8;

  /** Least words of a name that is made one word of. */
  private static final int SHORTENED = 3;

  /**
   * Joins clusters of organisations in place, those of longer names first: a name may be short for
   * two that are one by then.
   */
  void join(List<Cluster> clusters, Form[] forms) {
    List<Cluster> order = new ArrayList<>(clusters);
    Collections.reverse(order);
    order.sort(Comparator.comparingInt(Acronyms::words).reversed());
    for (Cluster cluster : order) {
      if (cluster.type == Labels.ORGANISATION || isAcronym(cluster.names.get(0))) {
        Cluster target = longForm(cluster, clusters, forms);
        if (target != null) {
          target.names.addAll(cluster.names);
          target.names.sort(Comparator.comparingInt(name -> name.first));
          clusters.remove(cluster);
        }
      }
    }
  }

  private static int words(Cluster cluster) {
    return cluster.names.get(0).words.size();
  }

  private static Cluster longForm(Cluster cluster, List<Cluster> clusters, Form[] forms) {
    Name name = cluster.names.get(0);
    boolean acronym = isAcronym(name);
    Cluster found = null;
    for (Cluster other : clusters) {
      if (other == cluster || other.type == Labels.PERSON || other.type == Labels.GROUP) {
        continue;
      }
      for (Name longer : other.names) {
        if (longer.words.size() <= name.words.size()) {
          continue;
        }
        if (acronym && spells(name.words.get(0), longer)
            || isBehind(cluster, longer, acronym, forms)) {
          return other;
        }
        if (!acronym
            && other.type == Labels.ORGANISATION
            && cluster.type == Labels.ORGANISATION
            && (startsWith(longer, name) || isTeam(longer, name))) {
          if (found != null && found != other) {
            return null;
          }
          found = other;
        }
      }
    }
    return found;
  }

  private static boolean isAcronym(Name name) {
    if (name.words.size() != 1 || name.type == Labels.PERSON) {
      return false;
    }
    String text = name.text.replace(".", "");
    int upper = 0;
    for (int i = 0; i < text.length(); i++) {
      upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return text.length() >= 2 && text.length() <= LONGEST && upper * 3 >= text.length() * 2;
  }

  /** Whether any of the short names stands in brackets right behind the long one. */
  private static boolean isBehind(Cluster cluster, Name longer, boolean acronym, Form[] forms) {
    for (Name name : cluster.names) {
      if (name.first > longer.last + 2) {
        return false;
      }
      if (name.first > longer.last
          && (acronym && isGiven(name, longer, forms) || isShortFor(name, longer, forms))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether one word stands for a body in brackets right behind its long name, be it made of words
   * of another language: "the Velian Centre for Human Rights (Cevedeh)".
   */
  private static boolean isShortFor(Name name, Name longer, Form[] forms) {
    return name.type == Labels.ORGANISATION
        && longer.type == Labels.ORGANISATION
        && name.words.size() == 1
        && longer.words.size() >= SHORTENED
        && name.text.length() <= LONGEST
        && longer.last + 1 == name.first
        && forms[longer.last].text.equals("(")
        && name.last < forms.length
        && forms[name.last].text.equals(")");
  }

  /** Whether the short name stands in brackets right behind the long one. */
  private static boolean isGiven(Name name, Name longer, Form[] forms) {
    int bracket =
        longer.last < forms.length && forms[longer.last].kind == Form.POSSESSIVE
            ? longer.last + 1
            : longer.last;
    return bracket + 1 == name.first
        && forms[bracket].text.equals("(")
        && sharesInitials(name.words.get(0), longer);
  }

  private static boolean sharesInitials(String acronym, Name longer) {
    int hits = 0;
    for (String word : longer.words) {
      hits += acronym.indexOf(word.charAt(0)) >= 0 ? 1 : 0;
    }
    return hits * 2 >= longer.words.size();
  }

  /** Whether the initials of the words, small linking words left out or not, are the acronym. */
  private static boolean spells(String acronym, Name longer) {
    StringBuilder all = new StringBuilder();
    StringBuilder strong = new StringBuilder();
    for (String word : longer.words) {
      all.append(word.charAt(0));
      if (!isLink(word)) {
        strong.append(word.charAt(0));
      }
    }
    return acronym.length() > 1 && (acronym.contentEquals(strong) || acronym.contentEquals(all));
  }

  private static boolean isLink(String word) {
    return switch (word) {
      case "of",
          "the",
          "and",
          "for",
          "in",
          "on",
          "to",
          "de",
          "del",
          "la",
          "las",
          "los",
          "y",
          "e",
          "du",
          "des",
          "da",
          "do",
          "a",
          "al",
          "et" ->
          true;
      default -> false;
    };
  }

  /** "Rovers" of "Harlow Rovers". */
  private static boolean isTeam(Name longer, Name shorter) {
    return shorter.words.size() == 1
        && shorter.text.length() > 4
        && shorter.text.endsWith("s")
        && longer.lastWord().equals(shorter.lastWord());
  }

  private static boolean startsWith(Name longer, Name shorter) {
    int skip = longer.words.get(0).equals("the") ? 1 : 0;
    int from = shorter.words.get(0).equals("the") ? 1 : 0;
    int size = shorter.words.size() - from;
    return size > 0
        && longer.words.size() - skip > size
        && longer.words.subList(skip, skip + size).equals(shorter.words.subList(from, size + from));
  }
}
