package dev.dateline.quotes;

import dev.dateline.text.WordList;
import java.util.HashMap;
import java.util.Map;

/** The words that report speech, from {@code cues.txt} and {@code weak-cues.txt}. */
final class Cues {

  /** What a cue reports, in the order of the codes that {@link #kind} answers less one. */
  enum Kind {
    SAY,
    ASK,
    ACCUSE,
    PROMISE,
    CALL,
    THINK,
    SHOW,
    NOUN,
    PREP
  }

  private static final int LEMMA_SHIFT = 4;
  private static final HashTable ENTRIES = new HashTable();
  private static final Map<String, Integer> LEMMAS = new HashMap<>();
  private static final HashTable WEAK = new HashTable();
  private static final int PUT = "put".hashCode();
  private static final int PUTS = "puts".hashCode();
  private static final int PUTTING = "putting".hashCode();

  static {
    for (String line : WordList.read(Cues.class, "weak-cues.txt")) {
      for (String word : line.split(" ")) {
        WEAK.putIfAbsent(word.hashCode(), 1);
      }
    }
    for (String line : WordList.read(Cues.class, "cues.txt")) {
      String[] words = line.split(" ");
      int lemma = LEMMAS.computeIfAbsent(words[1], word -> LEMMAS.size() + 1);
      int entry = lemma << LEMMA_SHIFT | Kind.valueOf(words[0]).ordinal() + 1;
      for (int i = 1; i < words.length; i++) {
        ENTRIES.putIfAbsent(words[i].hashCode(), entry);
      }
    }
  }

  private static final int REPLY = entry("replied".hashCode());

  private Cues() {}

  /** The entry of a word by the hash of its form in lower case; 0 for a word that is no cue. */
  static int entry(int lowerHash) {
    return ENTRIES.get(lowerHash);
  }

  /** The entry of every word that is a cue, by the hash of its form in lower case. */
  static HashTable entries() {
    return ENTRIES;
  }

  /** Whether a cue by its hash hardly ever reports in a sentence without marks. */
  static boolean isWeak(int lowerHash) {
    return WEAK.get(lowerHash) != HashTable.NONE;
  }

  /** Whether a word by its hash is a form of "put", which reports where "it" follows. */
  static boolean isPut(int lowerHash) {
    return lowerHash == PUT || lowerHash == PUTS || lowerHash == PUTTING;
  }

  /** The entry of "put it". */
  static int put() {
    return entry("put_it".hashCode());
  }

  /** The entry of a verb of speech that is often seen after words in marks. */
  static int reply() {
    return REPLY;
  }

  /** A number for the base form of an entry; 0 of none. */
  static int lemma(int entry) {
    return entry >>> LEMMA_SHIFT;
  }

  /** The number that {@link #lemma} answers for a base form; 0 where the lexicon lacks it. */
  static int lemma(String base) {
    return LEMMAS.getOrDefault(base, 0);
  }

  /** The ordinal of an entry's {@link Kind}, plus one; 0 of none. */
  static int kind(int entry) {
    return entry & (1 << LEMMA_SHIFT) - 1;
  }

  static boolean is(int entry, Kind kind) {
    return kind(entry) == kind.ordinal() + 1;
  }

  /** Whether it is a verb, of speech or not. */
  static boolean isVerb(int entry) {
    return entry != 0 && kind(entry) <= Kind.SHOW.ordinal() + 1;
  }
}
