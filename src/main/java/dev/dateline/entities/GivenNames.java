package dev.dateline.entities;

import dev.dateline.text.WordList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Which gender a given name tells. It is no part of {@link Lexicon}, whose flags the sequence model
 * weighs as it saw them in training. Immutable; thread-safe.
 */
final class GivenNames {

  private static final int NAMES = 1 << 16;

  private final IntTable genders = new IntTable(NAMES);
  private final Set<String> surnamesFirst = new HashSet<>();
  private final Lexicon lexicon;

  private GivenNames(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  static GivenNames read(Lexicon lexicon) {
    GivenNames names = new GivenNames(lexicon);
    for (Table row = Table.read("genders.tsv.gz"); row.next(); ) {
      names.genders.put(row.lowerHash(0), sign(row.first(1)));
    }
    for (Table row = Table.read("given-names.tsv"); row.next(); ) {
      names.genders.put(row.lowerHash(0), sign(row.first(1)));
    }
    for (String line : WordList.read(GivenNames.class, "surnames-first.txt")) {
      Collections.addAll(names.surnamesFirst, line.split(" "));
    }
    return names;
  }

  private static int sign(char gender) {
    return gender == 'm' ? 1 : -1;
  }

  /** 1 for a name of men, -1 for one of women, 0 for others; of a folded word. */
  int sign(String word) {
    int hash = word.hashCode();
    int known = genders.get(hash, 0);
    if (known != 0) {
      return known;
    }
    int entry = lexicon.word(hash);
    boolean male = (entry & Lexicon.MALE) != 0;
    boolean female = (entry & Lexicon.FEMALE) != 0;
    return male == female ? 0 : male ? 1 : -1;
  }

  /** Whether a word is known as a given name of whatever gender. */
  boolean isGiven(String word) {
    return sign(word) != 0
        || (lexicon.word(word.hashCode()) & (Lexicon.MALE | Lexicon.FEMALE)) != 0;
  }

  /** Whether a word is a surname that mostly stands first, "Xia", "Li" or "Kim". */
  boolean mayStandFirst(String word) {
    return word.length() <= 3 && isSurname(word) || surnamesFirst.contains(word);
  }

  boolean isSurname(String word) {
    return (lexicon.word(word.hashCode()) & Lexicon.SURNAME) != 0;
  }
}
