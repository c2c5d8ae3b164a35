package dev.dateline.quotes;

import dev.dateline.text.Tokens;
import dev.dateline.text.WordList;
import java.util.Locale;
import java.util.Map;

/** What part a word can play in a phrase, from {@code word-classes.txt} and its shape. */
enum WordClass {
  OTHER,
  PRONOUN,
  FIRST_PERSON,
  SECOND_PERSON,
  IT,
  WHO,
  POSSESSIVE,
  OBJECT,
  DETERMINER,
  QUANTITY,
  PREPOSITION,
  TO,
  CONJUNCTION,
  SUBORDINATOR,
  AUXILIARY,
  MODAL,
  NEGATION,
  ADVERB,
  WEEKDAY,
  MONTH,
  TIME,
  TITLE,
  ROLE,
  GROUP,
  DOCUMENT,
  /** A form of a word in the cue lexicon that is nothing else. */
  CUE,
  NAME,
  ALL_CAPITALS,
  NUMBER,
  ADDRESS,
  POSSESSIVE_S,
  /** Ends in -ly, -ing, -ed, -s: what a word's ending tells where no list knows it. */
  ENDS_LY,
  ENDS_ING,
  ENDS_ED,
  ENDS_S;

  private static final String[] AGENTS = {
    "er", "or", "ist", "ian", "man", "ive", "ant", "ent", "ee", "ic", "ese", "ary", "al"
  };

  /** The letters that an ending of {@link #AGENTS} ends in: most words end in none of them. */
  private static final String AGENT_LETTERS = "rtnecyl";

  private static final WordClass[] VALUES = values();
  private static final HashTable LISTED = new HashTable();
  private static final HashTable ABBREVIATIONS = new HashTable();
  private static final HashTable COUNTS = new HashTable();
  private static final HashTable PAST_FORMS = new HashTable();

  /** The lists that are no classes. */
  private static final Map<String, HashTable> LISTS =
      Map.of("ABBREVIATIONS", ABBREVIATIONS, "COUNTS", COUNTS);

  static {
    for (String line : WordList.read(WordClass.class, "word-classes.txt")) {
      String[] words = line.split(" ");
      HashTable list = LISTS.get(words[0]);
      HashTable table = list == null ? LISTED : list;
      int value = list == null ? WordClass.valueOf(words[0]).ordinal() : 1;
      for (int i = 1; i < words.length; i++) {
        table.putIfAbsent(words[i].hashCode(), value);
      }
    }
    for (String word : WordList.read(WordClass.class, "past-forms.txt")) {
      PAST_FORMS.putIfAbsent(word.hashCode(), 1);
    }
  }

  static WordClass of(int ordinal) {
    return VALUES[ordinal];
  }

  /** The ordinal of the class of every word that a list has, by the hash of its lower case. */
  static HashTable listed() {
    return LISTED;
  }

  /**
   * The class of a token that is a word, a number, an address or a possessive.
   *
   * @param known what {@link Forms} knows of it
   */
  static WordClass of(Tokens tokens, int token, String text, boolean startsSentence, int known) {
    switch (tokens.kind(token)) {
      case NUMBER:
        return NUMBER;
      case ADDRESS:
        return ADDRESS;
      case POSSESSIVE:
        return POSSESSIVE_S;
      default:
        break;
    }
    int listed = Forms.listed(known);
    boolean capital = tokens.isCapitalised(token);
    if (listed == 0 && text.charAt(tokens.end(token) - 1) == '.') {
      listed = LISTED.get(withoutPeriod(text, tokens.begin(token), tokens.end(token)));
    }
    if (capital && isAbbreviation(tokens, token)) {
      return ALL_CAPITALS;
    }
    if (listed != 0) {
      WordClass found = VALUES[listed];
      boolean nameLike = found.compareTo(ROLE) >= 0 || found == TIME || found == MODAL;
      return capital && !startsSentence && nameLike ? NAME : found;
    }
    if (capital && !startsSentence) {
      return tokens.isAllUpper(token) && tokens.end(token) - tokens.begin(token) > 1
          ? ALL_CAPITALS
          : NAME;
    }
    if (Cues.isVerb(Forms.cue(known))) {
      return CUE;
    }
    return capital ? NAME : ending(text, tokens.begin(token), tokens.end(token));
  }

  /** Whether a form, by the hash of its lower case, is a past form without -ed. */
  static boolean isPastForm(int lowerHash) {
    return PAST_FORMS.get(lowerHash) != HashTable.NONE;
  }

  /** Whether a word by its hash tells how many of something there are. */
  static boolean isCount(int lowerHash) {
    return COUNTS.get(lowerHash) != HashTable.NONE;
  }

  /**
   * Whether a word in capitals among others is an abbreviation: "US" and "WHO", but not in "US AND
   * THEM".
   */
  private static boolean isAbbreviation(Tokens tokens, int token) {
    return tokens.isAllUpper(token)
        && ABBREVIATIONS.get(tokens.lowerHash(token)) != HashTable.NONE
        && !isShouted(tokens, token - 1)
        && !isShouted(tokens, token + 1);
  }

  private static boolean isShouted(Tokens tokens, int token) {
    return token >= 0
        && token < tokens.count()
        && tokens.kind(token) == Tokens.Kind.WORD
        && tokens.isAllUpper(token)
        && tokens.end(token) - tokens.begin(token) > 1;
  }

  /** Whether a noun ends as those for persons do: "plotter", "senator", "cyclist". */
  static boolean isAgent(String text, int begin, int end) {
    if (end <= begin || AGENT_LETTERS.indexOf(text.charAt(end - 1)) < 0) {
      return false;
    }
    for (String ending : AGENTS) {
      int at = end - ending.length();
      if (at > begin && text.startsWith(ending, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a title or a role, or an abbreviation as "CM" that stands before names. */
  static boolean isTitle(String word) {
    int listed = LISTED.get(word.toLowerCase(Locale.ROOT).hashCode());
    boolean abbreviation = word.length() <= 3 && word.equals(word.toUpperCase(Locale.ROOT));
    return listed != 0 && (VALUES[listed] == TITLE || VALUES[listed] == ROLE)
        || abbreviation && word.length() > 1 && word.indexOf('.') < 0;
  }

  private static int withoutPeriod(String text, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end - 1; i++) {
      hash = 31 * hash + Character.toLowerCase(text.charAt(i));
    }
    return hash;
  }

  private static WordClass ending(String text, int begin, int end) {
    int length = end - begin;
    if (length < 4) {
      return OTHER;
    }
    char last = text.charAt(end - 1);
    char before = text.charAt(end - 2);
    if (last == 'y' && before == 'l') {
      return ENDS_LY;
    }
    if (last == 'g' && before == 'n' && text.charAt(end - 3) == 'i') {
      return ENDS_ING;
    }
    if (last == 'd' && before == 'e') {
      return ENDS_ED;
    }
    return last == 's' && before != 's' ? ENDS_S : OTHER;
  }
}
