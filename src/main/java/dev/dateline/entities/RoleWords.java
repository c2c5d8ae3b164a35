package dev.dateline.entities;

import dev.dateline.text.WordList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Words about roles, from {@code roles.txt}. Immutable; thread-safe. */
final class RoleWords {

  /** The number of each class. */
  private final Map<String, Integer> classes = new HashMap<>();

  /** Where in {@link #bits} a word is, by the hash of its small letters. */
  private final IntTable places = new IntTable(1 << 12);

  /** A bit for each class that a word is in. */
  private long[] bits = new long[1 << 12];

  private final Map<String, String> verbs = new HashMap<>();
  private final Map<String, String> passives = new HashMap<>();

  private RoleWords() {}

  static RoleWords read() {
    RoleWords words = new RoleWords();
    for (String line : WordList.read(RoleWords.class, "roles.txt")) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String[] entries = line.substring(colon + 1).strip().split(" ");
      switch (name) {
        case "heads" -> readPairs(entries, words.verbs);
        case "passive" -> readPairs(entries, words.passives);
        default -> words.add(name, entries);
      }
    }
    return words;
  }

  private static void readPairs(String[] entries, Map<String, String> pairs) {
    for (String entry : entries) {
      String[] pair = entry.split("=");
      pairs.put(pair[0], pair[1]);
    }
  }

  private void add(String name, String[] entries) {
    int number = classes.size();
    if (number == Long.SIZE) {
      throw new IllegalStateException("roles.txt: more than " + Long.SIZE + " classes");
    }
    classes.put(name, number);
    for (String entry : entries) {
      int place = places.get(entry.hashCode(), places.size());
      places.put(entry.hashCode(), place);
      if (place == bits.length) {
        bits = Arrays.copyOf(bits, place * 2);
      }
      bits[place] |= 1L << number;
    }
  }

  private boolean in(String name, Form form) {
    return in(name, form.lower);
  }

  private boolean in(String name, int lower) {
    int place = places.get(lower, -1);
    return place >= 0 && (bits[place] >>> classes.get(name) & 1) != 0;
  }

  /** The status a word before or after a role gives it, or null. */
  Role.Status status(Form form) {
    return in("former", form)
        ? Role.Status.FORMER
        : in("acting", form) ? Role.Status.ACTING : in("elect", form) ? Role.Status.ELECT : null;
  }

  /** Whether a word may be the head of a role: "minister", "farmer". */
  boolean isHead(Form form) {
    if (form.kind > Form.ALL_UPPER && form.kind != Form.MIXED || form.text.length() < 2) {
      return false;
    }
    if (isTitled(form) || form.kind == Form.LOWER && in("head", form)) {
      return true;
    }
    if (in("notrole", form) || in("kin", form) || in("weak", form) || form.is(Lexicon.HONORIFIC)) {
      return false;
    }
    return form.is(Lexicon.TITLE)
        || in("head", form)
        || form.kind == Form.ALL_UPPER && in("upper", form)
        || form.sense() == Lexicon.PERSON_SENSE && !form.is(Lexicon.DEMONYM);
  }

  /** Whether a word is both a form of address and an office: "King". */
  boolean isTitled(Form form) {
    return form.kind == Form.CAPITALISED && in("titled", form);
  }

  /** Whether a word may follow a role that ends, without belonging to it: "in 2012". */
  boolean mayFollow(Form form) {
    return form.kind == Form.LOWER && in("after", form);
  }

  /** Whether a role is held for a state or a body: a minister serves where a farmer lives. */
  boolean isOffice(Form head) {
    return in("office", head);
  }

  boolean isDeterminer(Form form) {
    return in("determiner", form);
  }

  boolean isPreposition(Form form) {
    return form.kind == Form.LOWER && in("preposition", form);
  }

  /** Whether a word can be no part of a role before its head. */
  boolean stops(Form form) {
    return form.kind > Form.MIXED
        || in("stop", form) && !(form.hasCapital() && isRank(form))
        || in("epithet", form);
  }

  /** Whether a word tells how somebody is, not what: "new", "prominent". */
  boolean isEpithet(Form form) {
    return form.kind == Form.LOWER && in("epithet", form);
  }

  /** Whether a word is a role of its own or the rank of one: "deputy", "chief". */
  boolean isRank(Form form) {
    return in("rank", form);
  }

  /** Whether a word tells no office but the grade of who holds one: "General", "Prof". */
  boolean isGrade(Form form) {
    return in("grade", form);
  }

  /** Whether a word is a role only beside others: "partner" in "managing partner". */
  boolean isWeakHead(Form form) {
    return form.kind == Form.LOWER && in("weak", form);
  }

  /** Whether a word is a role only right before a name: "Zambia international Ada Voss". */
  boolean isTitleOnly(Form form) {
    return in("title-only", form);
  }

  /** Whether words joined by "and" may stand before a role though it is no office: "executive". */
  boolean isJoint(Form form) {
    return in("joint", form);
  }

  /** Whether a noun names nothing that a role could be held in: "at the time". */
  boolean isNoOwner(Form form) {
    return in("no-owner", form);
  }

  /** Whether a word before a weak head makes it a role: "managing". */
  boolean isBusiness(Form form) {
    return in("business", form);
  }

  /** Whether a participle behind a hyphen tells where somebody is, or is from: "based". */
  boolean isOrigin(Form form) {
    return in("origin", form);
  }

  /** Whether a word behind a hyphen tells where somebody stands: "far-right". */
  boolean isWing(Form form) {
    return in("wing", form);
  }

  /** Whether a list of persons may follow: "namely". */
  boolean opensList(Form form) {
    return in("list", form);
  }

  /** Whether a word ends an apposition and goes on with the sentence: "has", "which". */
  boolean goesOn(Form form) {
    return form.kind == Form.LOWER && in("goes-on", form);
  }

  /** Whether a verb joins a name to what its bearer is: "becomes". */
  boolean isCopula(Form form) {
    return form.kind == Form.LOWER && in("copula", form);
  }

  /** Whether a participle goes before a role that somebody was given: "appointed". */
  boolean isAppointed(Form form) {
    return form.kind == Form.LOWER && in("appointed", form);
  }

  /** Whether a small word may stand before the verb that tells a role: "has", "also". */
  boolean isAuxiliary(Form form) {
    return form.kind == Form.LOWER && in("auxiliary", form);
  }

  /** Whether a word says that what follows is over: "once". */
  boolean isOnce(Form form) {
    return in("once", form);
  }

  /** Whether a verb goes before "as" and a role: "served". */
  boolean isService(Form verb) {
    return in("service", verb);
  }

  /** Whether a word that is no noun goes before the head of a role: "managing". */
  boolean isModifier(Form form) {
    return in("modifier", form);
  }

  /** The role of somebody "who chairs" and the like, or null. */
  String roleOf(Form verb) {
    return verbs.get(verb.text);
  }

  /** The role of somebody behind "chaired by" and the like, or null. */
  String roleOfAgent(Form participle) {
    return passives.get(participle.text);
  }

  /** The gender that a word within a name tells, in small letters: "bint". */
  Entity.Gender genderOfPart(String word) {
    int lower = word.hashCode();
    return in("male-part", lower)
        ? Entity.Gender.MALE
        : in("female-part", lower) ? Entity.Gender.FEMALE : Entity.Gender.UNKNOWN;
  }

  /** The gender that a word in small letters tells of whom it stands for. */
  Entity.Gender gender(String word) {
    int lower = word.hashCode();
    return in("male", lower)
        ? Entity.Gender.MALE
        : in("female", lower) ? Entity.Gender.FEMALE : Entity.Gender.UNKNOWN;
  }

  /** Whether a small word may stand before the head of a role: a noun or an adjective. */
  boolean mayModify(Form form) {
    int file = form.sense() - 1;
    return file >= 0 && file != 2 && file < 29 || isRank(form) || isModifier(form);
  }

  /** Whether a role is that of several. */
  static boolean isPlural(Form head) {
    return head.text.length() > 3 && head.text.endsWith("s") && !head.text.endsWith("ss");
  }

  /** Whether a small word is a verb above all else. */
  static boolean isOfVerb(Form form) {
    return form.kind == Form.LOWER && form.sense() - 1 >= 29;
  }
}
