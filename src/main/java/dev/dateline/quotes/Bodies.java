package dev.dateline.quotes;

import dev.dateline.entities.EntityType;
import dev.dateline.text.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which body of the article "the ministry", "the newspaper" or "the union" is: the last one
 * with such a word in its name, by {@code bodies.txt}, else the one that spoke last or the only one
 * near, unless its name says that it is something else.
 */
final class Bodies {

  private static final Pattern PARTS = Pattern.compile("[ -]");
  private static final Map<String, Set<String>> IN_NAMES = new HashMap<>();

  /** How many sentences back the body that spoke last, or the only one named, is taken up. */
  private static final int SENTENCES_BACK = 3;

  static {
    for (String line : WordList.read(Bodies.class, "bodies.txt")) {
      int colon = line.indexOf(':');
      String noun = line.substring(0, colon);
      Set<String> words = new HashSet<>(Set.of(line.substring(colon + 1).strip().split(",\\s*")));
      words.add(noun);
      IN_NAMES.put(noun, words);
    }
  }

  private final Words words;
  private final Names names;

  /** The words of each entity's name in lower case; null until they are asked for. */
  private final String[][] wordsOf;

  Bodies(Words words, Names names) {
    this.words = words;
    this.names = names;
    this.wordsOf = new String[names.count()][];
  }

  /**
   * The body that a definite phrase stands for, or -1.
   *
   * @param last the body that spoke last, or -1
   * @param lastSentence where it did
   */
  int find(Phrase phrase, int last, int lastSentence) {
    String noun = words.lower(phrase.head());
    Set<String> inNames = IN_NAMES.get(noun);
    if (inNames == null) {
      return -1;
    }
    int sentence = words.sentence(phrase.first());
    int named = -1;
    int like = -1;
    int near = -1;
    boolean several = false;
    for (Names.At at : names.all()) {
      if (at.last() > phrase.first()) {
        break;
      }
      String[] name = isBody(at.entity()) ? wordsOf(at.entity()) : null;
      if (name == null || !isDescribed(phrase, name)) {
        continue;
      }
      boolean hasNoun = hasAny(name, Set.of(noun));
      named = hasNoun ? at.entity() : named;
      like = hasAny(name, inNames) ? at.entity() : like;
      boolean isNear =
          sentence - words.sentence(at.first()) <= SENTENCES_BACK
              && !words.bracketed(at.first()); // an agency in a dateline is nobody's company
      if (isNear && (hasAny(name, inNames) || mayBe(name))) {
        several |= near >= 0 && near != at.entity();
        near = at.entity();
      }
    }
    if (named >= 0) {
      return named;
    }
    boolean spoke = isBody(last) && sentence - lastSentence <= SENTENCES_BACK;
    if (spoke && isPlain(phrase) && (hasAny(wordsOf(last), inNames) || mayBe(wordsOf(last)))) {
      return last;
    }
    if (near >= 0) {
      return several || !isPlain(phrase) ? -1 : near;
    }
    return like;
  }

  private String[] wordsOf(int entity) {
    if (wordsOf[entity] == null) {
      wordsOf[entity] = PARTS.split(names.entity(entity).name().toLowerCase(Locale.ROOT));
    }
    return wordsOf[entity];
  }

  private boolean isBody(int entity) {
    return entity >= 0 && names.entity(entity).type() == EntityType.ORGANISATION;
  }

  /** Whether nothing stands between the article and the noun. */
  private static boolean isPlain(Phrase phrase) {
    return phrase.head() - phrase.first() <= 1;
  }

  /** Whether every word that describes the noun is one of the name: "the health ministry". */
  private boolean isDescribed(Phrase phrase, String[] name) {
    for (int word = phrase.first() + 1; word < phrase.head(); word++) {
      String describing = words.lower(word);
      boolean found = false;
      for (String part : name) {
        found |= isSame(part, describing);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** "foreign" and "Foreign", "health" and "Healthcare". */
  private static boolean isSame(String part, String word) {
    return word.length() > 3 ? part.startsWith(word) : part.equals(word);
  }

  private static boolean hasAny(String[] name, Set<String> any) {
    for (String part : name) {
      if (any.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name does not tell what kind of body it is. */
  private static boolean mayBe(String[] name) {
    for (String part : name) {
      if (IN_NAMES.containsKey(part)) {
        return false;
      }
    }
    return true;
  }
}
