package dev.dateline.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of one entity. Work space of one article. */
final class Cluster {

  final int type;
  final List<Name> names = new ArrayList<>();

  Cluster(int type) {
    this.type = type;
  }

  /** The fullest form: most words, then the most frequent, then the first. */
  Name canonical() {
    Name only = only();
    if (only != null) {
      return only;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    names.forEach(name -> counts.merge(name.key(), 1, Integer::sum));
    Name best = null;
    for (Name name : names) {
      if (best == null || isFuller(name, best, counts)) {
        best = name;
      }
    }
    return best;
  }

  /** The name where all are the same, one that is not all in capitals if there is; else null. */
  private Name only() {
    Name best = names.get(0);
    for (int i = 1; i < names.size(); i++) {
      Name name = names.get(i);
      if (!name.key().equals(best.key())) {
        return null;
      }
      best = best.shouted && !name.shouted ? name : best;
    }
    return best;
  }

  private static boolean isFuller(Name name, Name best, Map<String, Integer> counts) {
    if (name.key().equals(best.key())) {
      return best.shouted && !name.shouted;
    }
    if (name.spelt != best.spelt) {
      return name.spelt > best.spelt;
    }
    if (name.words.size() != best.words.size()) {
      return name.words.size() > best.words.size();
    }
    int count = counts.get(name.key());
    int bestCount = counts.get(best.key());
    if (count != bestCount) {
      return count > bestCount;
    }
    return name.key().length() > best.key().length();
  }

  /** The other forms, each once, in order. */
  List<String> aliases(String canonical) {
    Set<String> others = new LinkedHashSet<>();
    for (Name name : names) {
      if (!name.text.equals(canonical)) {
        others.add(name.text);
      }
    }
    return List.copyOf(others);
  }
}
