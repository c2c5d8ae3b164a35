package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import dev.dateline.text.WordList;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of words and phrases before any article is read: flags, and the commonest sense of
 * a small word. It serves the sequence model as features, never as verdicts. Immutable;
 * thread-safe.
 */
final class Lexicon {

  static final int FEMALE = 1;
  static final int MALE = 1 << 1;
  static final int GIVEN = 1 << 2;
  static final int SURNAME = 1 << 3;
  static final int COUNTRY = 1 << 4;
  static final int DEMONYM = 1 << 5;
  static final int CITY_LARGE = 1 << 6;
  static final int CITY_MIDDLE = 1 << 7;
  static final int CITY_SMALL = 1 << 8;
  static final int REGION = 1 << 9;
  static final int HONORIFIC = 1 << 10;
  static final int TITLE = 1 << 11;
  static final int COMPANY_SUFFIX = 1 << 12;
  static final int ORGANISATION_HEAD = 1 << 13;
  static final int PLACE_HEAD = 1 << 14;
  static final int COMPASS = 1 << 15;
  static final int EVENT_HEAD = 1 << 16;
  static final int PARTICLE = 1 << 17;
  static final int GROUP_HEAD = 1 << 18;
  static final int ACRONYM = 1 << 19;
  static final int TIME = 1 << 20;
  static final int SPEECH = 1 << 21;
  static final int NAMED_PERSON = 1 << 22;
  static final int NAMED_PLACE = 1 << 23;
  static final int NAMED_GROUP = 1 << 24;
  private static final int STARTS_PHRASE = 1 << 25;

  static final int ANY_GIVEN = FEMALE | MALE | GIVEN;
  static final int ANY_CITY = CITY_LARGE | CITY_MIDDLE | CITY_SMALL;

  /** Number of flags that serve as features. */
  static final int FLAGS = 25;

  private static final int SENSE_SHIFT = 26;
  private static final int LONGEST_PHRASE = 5;
  private static final int BEGINNING_BITS = 21;
  private static final int LARGE = 250_000;
  private static final int MIDDLE = 25_000;
  private static final Map<String, Integer> CLASSES =
      Map.ofEntries(
          Map.entry("honorific", HONORIFIC),
          Map.entry("title", TITLE),
          Map.entry("companysuffix", COMPANY_SUFFIX),
          Map.entry("orghead", ORGANISATION_HEAD),
          Map.entry("placehead", PLACE_HEAD),
          Map.entry("compass", COMPASS),
          Map.entry("eventhead", EVENT_HEAD),
          Map.entry("particle", PARTICLE),
          Map.entry("grouphead", GROUP_HEAD),
          Map.entry("acronymorg", ACRONYM),
          Map.entry("time", TIME),
          Map.entry("speech", SPEECH));

  private final IntTable entries = new IntTable(1 << 17);

  /**
   * A bit for the key of each beginning of a phrase, of two words or more: few words in a row begin
   * one, and this is sooner looked at than the entries.
   */
  private final long[] beginnings = new long[1 << (BEGINNING_BITS - 6)];

  /** Work space of {@link #read()}: the words of one phrase. */
  private final int[] words = new int[LONGEST_PHRASE];

  private final IntTable small = new IntTable(1 << 8);

  private Lexicon() {}

  static Lexicon read() {
    return read(Table.read(Gazetteer.PLACES));
  }

  /**
   * Reads all lists.
   *
   * @param places rows of {@link Gazetteer#PLACES}
   */
  static Lexicon read(Table places) {
    Lexicon lexicon = new Lexicon();
    for (Table row = Table.read("senses.tsv.gz"); row.next(); ) {
      lexicon.addSense(row);
    }
    for (Table row = Table.read("names.tsv.gz"); row.next(); ) {
      lexicon.add(row, 0, nameFlags(row.text(1)));
    }
    Resources.table("bodies.tsv.gz", lexicon::addBody);
    Resources.table("nations.tsv", lexicon::addNation);
    while (places.next()) {
      lexicon.add(places, 1, sizeOf(places.number(5)));
    }
    for (Table row = Table.read("subdivisions.tsv.gz"); row.next(); ) {
      lexicon.add(row, 1, REGION);
    }
    for (String line : WordList.read(Lexicon.class, "words.txt")) {
      lexicon.addWords(line);
    }
    for (String line : WordList.read(Lexicon.class, "small-words.txt")) {
      for (String word : line.split(" ")) {
        lexicon.small.put(word.hashCode(), 1);
      }
    }
    return lexicon;
  }

  private void addSense(Table row) {
    if (row.first(1) != '+') {
      int hash = row.isPlain(0) ? row.lowerHash(0) : row.text(0).hashCode();
      entries.or(hash, (row.number(1) + 1) << SENSE_SHIFT);
      return;
    }
    switch (row.text(1)) {
      case "+18" -> add(row, 0, NAMED_PERSON);
      case "+15", "+17" -> add(row, 0, NAMED_PLACE);
      case "+14" -> add(row, 0, NAMED_GROUP);
      default -> {}
    }
  }

  private void addBody(String[] row) {
    switch (row[1]) {
      case "o" -> add(row[0], NAMED_GROUP);
      case "g" -> add(row[0], GROUP_HEAD);
      default -> {
        add(row[0], NAMED_PERSON);
        add(row[0].substring(row[0].lastIndexOf(' ') + 1), SURNAME);
      }
    }
  }

  private static int nameFlags(String kinds) {
    int flags = 0;
    for (int i = 0; i < kinds.length(); i++) {
      flags |=
          switch (kinds.charAt(i)) {
            case 'f' -> FEMALE;
            case 'm' -> MALE;
            case 'g' -> GIVEN;
            default -> SURNAME;
          };
    }
    return flags;
  }

  private void addNation(String[] row) {
    for (String name : row[1].split(";")) {
      add(name, COUNTRY);
    }
    if (row.length > 2) {
      for (String name : row[2].split(";")) {
        add(name, DEMONYM);
      }
    }
  }

  private static int sizeOf(int population) {
    return population >= LARGE ? CITY_LARGE : population >= MIDDLE ? CITY_MIDDLE : CITY_SMALL;
  }

  private void addWords(String line) {
    int colon = line.indexOf(':');
    int flag = CLASSES.get(line.substring(0, colon));
    for (String word : line.substring(colon + 1).strip().split(" ")) {
      if (word.endsWith(".")) {
        entries.or(
            word.hashCode(), flag); // "dr.": at the end of a text its period were a full stop
      } else {
        add(word, flag);
      }
    }
  }

  /** Adds a field of a row: without making strings of it where it is plain. */
  private void add(Table row, int field, int flags) {
    if (!row.isPlain(field)) {
      add(row.text(field), flags);
      return;
    }
    int count = row.words(field, words);
    if (count <= LONGEST_PHRASE) {
      add(words, count, flags);
    }
  }

  private void add(int[] lowerHashes, int count, int flags) {
    int key = lowerHashes[0];
    for (int i = 1; i < count; i++) {
      key = extend(key, lowerHashes[i]);
      int bit = IntTable.mix(key) >>> (Integer.SIZE - BEGINNING_BITS);
      beginnings[bit >>> 6] |= 1L << bit;
    }
    entries.or(key, flags);
    if (count > 1) {
      entries.or(lowerHashes[0], STARTS_PHRASE);
    }
  }

  private void add(String phrase, int flags) {
    String lower = phrase.toLowerCase(Locale.ROOT);
    if (isOneWord(lower)) {
      entries.or(lower.hashCode(), flags);
      return;
    }
    Tokens tokens = Document.of(lower).tokens();
    if (tokens.count() == 0 || tokens.count() > LONGEST_PHRASE) {
      return;
    }
    for (int i = 0; i < tokens.count(); i++) {
      words[i] = tokens.lowerHash(i);
    }
    add(words, tokens.count(), flags);
  }

  private static boolean isOneWord(String lower) {
    for (int i = 0; i < lower.length(); i++) {
      if (!Character.isLetter(lower.charAt(i))) {
        return false;
      }
    }
    return !lower.isEmpty();
  }

  private static int extend(int key, int lowerHash) {
    return IntTable.mix(key) * 31 + lowerHash;
  }

  /** What is known of the word with this hash of its small letters; 0 where nothing is. */
  int word(int lowerHash) {
    return entries.get(lowerHash, 0);
  }

  /** Whether it is a word of which alone no name is made: articles, pronouns, small verbs. */
  boolean isSmall(int lowerHash) {
    return small.get(lowerHash, 0) != 0;
  }

  /** The sense in what {@link #word} gave: 1 and up, or 0 where unknown. */
  static int sense(int entry) {
    return entry >>> SENSE_SHIFT;
  }

  /** The sense of WordNet's lexicographer file {@code noun.person}. */
  static final int PERSON_SENSE = 19;

  /** The entry of a word of which only the sense is known. */
  static int ofSense(int sense) {
    return sense << SENSE_SHIFT;
  }

  static boolean startsPhrase(int entry) {
    return (entry & STARTS_PHRASE) != 0;
  }

  /**
   * Finds the longest phrase of two words or more at {@code first}.
   *
   * @return its number of tokens in the upper half and its flags in the lower, or 0
   */
  long phrase(Tokens tokens, int first, int limit) {
    int key = tokens.lowerHash(first);
    long found = 0;
    for (int i = first + 1; i < limit && i < first + LONGEST_PHRASE; i++) {
      key = extend(key, tokens.lowerHash(i));
      int bit = IntTable.mix(key) >>> (Integer.SIZE - BEGINNING_BITS);
      if ((beginnings[bit >>> 6] & 1L << bit) == 0) {
        break;
      }
      int flags = entries.get(key, 0) & (STARTS_PHRASE - 1);
      if (flags != 0) {
        found = (long) (i - first + 1) << 32 | flags;
      }
    }
    return found;
  }
}
