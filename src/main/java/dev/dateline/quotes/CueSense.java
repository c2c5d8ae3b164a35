package dev.dateline.quotes;

import dev.dateline.text.WordList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What some cues do with the words they report, from {@code cue-senses.txt}. */
enum CueSense {
  /** The speaker says that it is not so. */
  DENIED,
  /** The speaker asks. */
  QUESTION,
  /** The next phrase is whom it was said to. */
  ADDRESSED,
  /** Nothing is said: "declined to say whether". */
  REFUSED;

  private static final Map<CueSense, Set<Integer>> LEMMAS = new EnumMap<>(CueSense.class);

  static {
    for (String line : WordList.read(CueSense.class, "cue-senses.txt")) {
      int colon = line.indexOf(':');
      Set<Integer> lemmas =
          LEMMAS.computeIfAbsent(valueOf(line.substring(0, colon)), sense -> new HashSet<>());
      for (String word : line.substring(colon + 1).strip().split(" ")) {
        lemmas.add(Cues.lemma(word));
      }
    }
  }

  /** Whether this is the sense of a word; never of a word that is no cue, nor of none (-1). */
  boolean isOf(Words words, int word) {
    return word >= 0 && LEMMAS.get(this).contains(Cues.lemma(words.cue(word)));
  }
}
