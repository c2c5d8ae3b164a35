package dev.dateline.quotes;

import dev.dateline.text.WordList;
import java.util.BitSet;

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

  /** The lemmas of the cues of this sense. */
  private final BitSet lemmas = new BitSet();

  static {
    for (String line : WordList.read(CueSense.class, "cue-senses.txt")) {
      int colon = line.indexOf(':');
      BitSet lemmas = valueOf(line.substring(0, colon)).lemmas;
      for (String word : line.substring(colon + 1).strip().split(" ")) {
        lemmas.set(Cues.lemma(word));
      }
    }
  }

  /** Whether this is the sense of a word; never of a word that is no cue, nor of none (-1). */
  boolean isOf(Words words, int word) {
    return word >= 0 && lemmas.get(Cues.lemma(words.cue(word)));
  }
}
