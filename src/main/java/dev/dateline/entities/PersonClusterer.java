package dev.dateline.entities;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the names of one person together: full names first, then what is left of them. */
final class PersonClusterer {

  private static final Set<String> MALE = Set.of("mr", "mr.", "sir", "lord", "señor", "don");
  private static final Set<String> FEMALE =
      Set.of("mrs", "mrs.", "ms", "ms.", "miss", "madam", "madame", "lady", "dame");

  private static final int SAME = 100;

  /** Most tokens between a name and another one that its bearer is known as. */
  private static final int KNOWN_AS_DISTANCE = 9;

  private final Form[] forms;
  private final List<Cluster> clusters = new ArrayList<>();

  PersonClusterer(Form[] forms) {
    this.forms = forms;
  }

  List<Cluster> cluster(List<Name> names) {
    List<Name> order = new ArrayList<>(names);
    order.sort(Comparator.comparingInt(PersonClusterer::spelt).reversed());
    for (Name name : order) {
      Cluster cluster = best(name);
      if (cluster == null) {
        cluster = new Cluster(Labels.PERSON);
        clusters.add(cluster);
      }
      cluster.names.add(name);
    }
    joinKnownAs(names);
    for (Cluster cluster : clusters) {
      cluster.names.sort(Comparator.comparingInt(name -> name.first));
    }
    return clusters;
  }

  /** Joins "Ada Voss, a singer better known as Vossie". */
  private void joinKnownAs(List<Name> names) {
    for (int i = 1; i < names.size(); i++) {
      Name name = names.get(i);
      Name other = names.get(i - 1);
      if (name.first - other.last <= KNOWN_AS_DISTANCE && isKnownAs(name, other.last)) {
        Cluster cluster = holding(name);
        Cluster known = holding(other);
        if (cluster != known) {
          known.names.addAll(cluster.names);
          clusters.remove(cluster);
        }
      }
    }
  }

  private boolean isKnownAs(Name name, int from) {
    int as = name.first - 1;
    return as - 1 > from && forms[as].text.equals("as") && forms[as - 1].text.equals("known");
  }

  private Cluster holding(Name name) {
    return clusters.stream().filter(each -> each.names.contains(name)).findFirst().orElseThrow();
  }

  /** The longer a name the more, an initial less than a word. */
  private static int spelt(Name name) {
    return name.words.size() + name.spelt;
  }

  /** The cluster that fits best; of equals the one named last before, else the first. */
  private Cluster best(Name name) {
    Cluster best = null;
    int top = 0;
    for (Cluster cluster : clusters) {
      int fit = fit(name, cluster);
      if (fit > top || fit > 0 && fit == top && isNearer(name, cluster, best)) {
        top = fit;
        best = cluster;
      }
    }
    return best;
  }

  private static boolean isNearer(Name name, Cluster cluster, Cluster other) {
    return distance(name, cluster) < distance(name, other);
  }

  /** Tokens since the cluster's last name before {@code name}; later names count as far. */
  private static int distance(Name name, Cluster cluster) {
    int least = Integer.MAX_VALUE;
    for (Name known : cluster.names) {
      int distance =
          known.first <= name.first
              ? name.first - known.first
              : Integer.MAX_VALUE / 2 + known.first - name.first;
      least = Math.min(least, distance);
    }
    return least;
  }

  private int fit(Name name, Cluster cluster) {
    int top = 0;
    for (int i = 0; i < cluster.names.size() && top < SAME; i++) {
      Name known = cluster.names.get(i);
      top = Math.max(top, name.key().equals(known.key()) ? SAME : fit(name.words, known.words));
    }
    boolean sure = top == SAME && name.words.size() > 1;
    if (top > 0 && !sure && clash(name, cluster)) {
      return 0;
    }
    return top;
  }

  /** How well a shorter name fits a longer one: 100 the same, 0 not at all. */
  static int fit(List<String> shorter, List<String> longer) {
    int size = shorter.size();
    if (size == longer.size() && shorter.equals(longer)) {
      return SAME;
    }
    if (size == 0 || longer.isEmpty()) {
      return 0;
    }
    if (size == 1) {
      return fitOne(shorter.get(0), longer);
    }
    if (longer.contains(shorter.get(0)) && new HashSet<>(shorter).equals(new HashSet<>(longer))) {
      return 90;
    }
    int at = 0;
    int whole = 0;
    for (int i = 0; i < longer.size() && at < size; i++) {
      String word = longer.get(i);
      boolean surname = at == size - 1 && shorter.get(at).length() > 1;
      if (surname ? shorter.get(at).equals(word) : matches(shorter.get(at), word)) {
        whole += shorter.get(at).length() > 1 && word.length() > 1 ? 1 : 0;
        at++;
      }
    }
    boolean sameSurname = shorter.get(size - 1).equals(longer.get(longer.size() - 1));
    boolean sameStart = matches(shorter.get(0), longer.get(0));
    if (at == size && whole > 0 && (sameSurname || sameStart)) {
      return 80;
    }
    boolean inner = whole >= 2 && Collections.indexOfSubList(longer, shorter) > 0;
    return inner ? 75 : 0; // "Elena Prado" of "Marta Elena Prado Ruiz"
  }

  private static boolean matches(String word, String other) {
    return word.equals(other)
        || word.length() == 1 && other.startsWith(word)
        || other.length() == 1 && word.startsWith(other);
  }

  private static int fitOne(String word, List<String> longer) {
    if (word.length() < 2) {
      return 0;
    }
    int size = longer.size();
    if (word.equals(longer.get(size - 1))) {
      return 70;
    }
    for (int i = 0; i < size - 1; i++) {
      if (word.equals(longer.get(i))) {
        return i == 0 ? 60 : 50;
      }
    }
    return 0;
  }

  /** Whether honorifics, or one and a given name, say that two are not of one gender. */
  private boolean clash(Name name, Cluster cluster) {
    int gender = honorific(name);
    if (gender == 0) {
      return false;
    }
    for (Name known : cluster.names) {
      if (honorific(known) == -gender || givenName(known) == -gender) {
        return true;
      }
    }
    return false;
  }

  private int givenName(Name name) {
    Form given = forms[name.first];
    boolean male = given.is(Lexicon.MALE);
    boolean known = name.words.size() > 1 && male != given.is(Lexicon.FEMALE);
    return !known ? 0 : male ? 1 : -1;
  }

  private int honorific(Name name) {
    if (name.first == 0) {
      return 0;
    }
    String before = forms[name.first - 1].text.toLowerCase(java.util.Locale.ROOT);
    return MALE.contains(before) ? 1 : FEMALE.contains(before) ? -1 : 0;
  }
}
