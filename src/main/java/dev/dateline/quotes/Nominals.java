package dev.dateline.quotes;

import dev.dateline.entities.Entity;
import dev.dateline.entities.Role;
import dev.dateline.text.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which roles a noun can stand for, from {@code nominals.txt}: a diplomat may be a minister. */
final class Nominals {

  private static final Map<String, Set<String>> STAND_FOR = new HashMap<>();
  private static final Set<String> FEMALE = Set.copyOf(WordList.read(Nominals.class, "female.txt"));

  static {
    for (String line : WordList.read(Nominals.class, "nominals.txt")) {
      int colon = line.indexOf(':');
      STAND_FOR.put(
          line.substring(0, colon), Set.of(line.substring(colon + 1).strip().split(",\\s*")));
    }
  }

  private Nominals() {}

  /**
   * How well a noun fits one of a person's roles: 2 the very word, 1.5 one it stands for, 0 none.
   */
  static double fit(String noun, Entity person) {
    if (contradicts(noun, person)) {
      return 0;
    }
    double best = 0;
    for (Role role : person.roles()) {
      String words = role.role().toLowerCase(Locale.ROOT);
      if (endsOrHas(words, noun)) {
        return 2;
      }
      for (String other : STAND_FOR.getOrDefault(noun, Set.of())) {
        if (endsOrHas(words, other)) {
          best = 1.5;
        }
      }
    }
    return best;
  }

  /** Whether nothing speaks against a noun for this person: its own roles, its gender. */
  static boolean mayBe(String noun, Entity person) {
    return !contradicts(noun, person)
        && (person.roles().isEmpty() || STAND_FOR.containsKey(noun) || noun.endsWith("old"));
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

  /** Whether a phrase tells an age: "the 43-year-old", "the 27-year-old striker". */
  static boolean isAge(Words words, Phrase phrase) {
    for (int word = phrase.first(); word <= phrase.head(); word++) {
      if (words.lower(word).endsWith("old")) {
        return true;
      }
    }
    return false;
  }

  private static boolean contradicts(String noun, Entity person) {
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
