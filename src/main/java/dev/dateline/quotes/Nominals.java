package dev.dateline.quotes;

import dev.dateline.entities.Entity;
import dev.dateline.entities.Role;
import dev.dateline.text.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which roles a noun can stand for, from {@code nominals.txt}: a diplomat may be a minister. */
final class Nominals {

  private static final Map<String, Set<String>> STAND_FOR = new HashMap<>();
  private static final Set<String> ANYONE;
  private static final Set<String> STRANGER;
  private static final Set<String> NARROWS;
  private static final Pattern AGE = Pattern.compile("\\b(\\d{1,3})[ -]years?[ -]old\\b");
  private static final Set<String> FEMALE = Set.copyOf(WordList.read(Nominals.class, "female.txt"));

  static {
    for (String line : WordList.read(Nominals.class, "nominals.txt")) {
      int colon = line.indexOf(':');
      STAND_FOR.put(
          line.substring(0, colon), Set.of(line.substring(colon + 1).strip().split(",\\s*")));
    }
    ANYONE = STAND_FOR.remove("ANYONE");
    STRANGER = STAND_FOR.remove("STRANGER");
    NARROWS = STAND_FOR.remove("NARROWS");
  }

  private Nominals() {}

  /**
   * How well a phrase fits one of a person's roles: 2 by the very noun, 1.5 by one that it stands
   * for, 0 not at all; what stands before the noun must not be at odds with the role.
   */
  static double fit(Words words, Phrase phrase, Entity person) {
    String noun = words.lower(phrase.head());
    if (contradicts(noun, person)) {
      return 0;
    }
    double best = 0;
    for (Role role : person.roles()) {
      String held = role.role().toLowerCase(Locale.ROOT);
      if (!isNarrowedAs(words, phrase, held)) {
        continue;
      }
      if (endsOrHas(held, noun)) {
        return 2;
      }
      for (String other : STAND_FOR.getOrDefault(noun, Set.of())) {
        if (endsOrHas(held, other)) {
          best = 1.5;
        }
      }
    }
    return best;
  }

  /** Whether a role has what narrows a noun: "the opposition leader" is no president. */
  private static boolean isNarrowedAs(Words words, Phrase phrase, String role) {
    for (int word = phrase.first() + 1; word < phrase.head(); word++) {
      String before = words.lower(word);
      if (NARROWS.contains(before) && !endsOrHas(role, before)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a noun can take up this person though no role says so. */
  static boolean mayBe(String noun, Entity person) {
    return !contradicts(noun, person)
        && !STRANGER.contains(noun)
        && (person.roles().isEmpty() || ANYONE.contains(noun));
  }

  /** Whether a noun does not take up a name by itself: "the man", "the officer". */
  static boolean isStranger(String noun) {
    return STRANGER.contains(noun);
  }

  /** Whether a word before a noun tells which of several: "the opposition leader". */
  static boolean narrows(String word) {
    return NARROWS.contains(word);
  }

  /** Whether a noun can mean one person at all: "minister", "plotter", "the 43-year-old". */
  static boolean isPerson(Words words, int head) {
    return hasRole(words, head)
        || words.is(head, WordClass.NUMBER)
        || words.lower(head).endsWith("old");
  }

  /** Whether a noun tells what a person is. */
  static boolean hasRole(Words words, int head) {
    return words.is(head, WordClass.ROLE)
        || words.is(head, WordClass.TITLE)
        || STAND_FOR.containsKey(words.lower(head))
        || words.is(head, WordClass.OTHER)
            && WordClass.isAgent(words.document.text(), words.begin(head), words.end(head));
  }

  /** The age that a phrase tells, "the 27-year-old striker"; 0 for none. */
  static int age(Words words, Phrase phrase) {
    for (int word = phrase.first() + 1; word <= phrase.head(); word++) {
      if (words.lower(word).endsWith("old")) {
        Matcher matcher = AGE.matcher(words.text(phrase.first(), phrase.last()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
      }
    }
    return 0;
  }

  /** Whether a phrase says that it gives no name: "the unnamed official". */
  static boolean isUnnamed(Words words, Phrase phrase) {
    for (int word = phrase.first(); word < phrase.head(); word++) {
      if (words.is(word, "unnamed")
          || words.is(word, "anonymous")
          || words.is(word, "unidentified")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a noun tells a gender that the person has not. */
  static boolean contradicts(String noun, Entity person) {
    boolean female = FEMALE.contains(noun);
    boolean male = noun.endsWith("man") && !noun.endsWith("woman");
    return female && person.gender() == Entity.Gender.MALE
        || male && person.gender() == Entity.Gender.FEMALE;
  }

  private static boolean endsOrHas(String words, String word) {
    int at = words.indexOf(word);
    if (at < 0) {
      return false;
    }
    int end = at + word.length();
    return (at == 0 || !Character.isLetter(words.charAt(at - 1)))
        && (end == words.length() || !Character.isLetter(words.charAt(end)));
  }
}
