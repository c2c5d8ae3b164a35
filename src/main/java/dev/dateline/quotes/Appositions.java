package dev.dateline.quotes;

/**
 * Finds the person whose name stands behind what he or she is: "Another critic, Ada Marr, said".
 */
final class Appositions {

  /** How many words a title that stands right before a name may have. */
  private static final int LONGEST_TITLE = 6;

  /** How many words what a title is of may have. */
  private static final int LONGEST_OFFICE = 24;

  private final Words words;
  private final Names names;

  Appositions(Words words, Names names) {
    this.words = words;
    this.names = names;
  }

  /**
   * The person whose name follows a title that the phrase ends with, be it with what the title is
   * of ("Secretary of State John Marr") or after a comma ("Another critic, Ada Marr, said"); or -1.
   */
  int holderAfter(Phrase source) {
    int word = source.last();
    boolean title = words.is(source.head(), WordClass.TITLE);
    if (word >= words.count || !Nominals.hasRole(words, source.head())) {
      return -1;
    }
    int behindOffice = apposedAfter(word);
    if (behindOffice >= 0) {
      return behindOffice;
    }
    boolean of = title && words.is(word, "of") && !words.hasGap(word, Words.GAP_BREAK);
    int from = of ? word + 1 : word;
    boolean apposed = !of && words.gap(from) == Words.GAP_COMMA;
    int end = Math.min(words.count, from + (apposed ? LONGEST_OFFICE : LONGEST_TITLE));
    for (word = from; word < end; word++) {
      boolean apart = words.hasGap(word, Words.GAP_BREAK) && !(apposed && word == from);
      if (apart || words.hasGap(word, Words.GAP_OPEN | Words.GAP_CLOSE)) {
        return -1;
      }
      if (names.isPerson(names.entityAt(word))) {
        boolean named = word > from || !of;
        return named && (!apposed || isApposed(word)) ? names.entityAt(word) : -1;
      }
      if (apposed ? !isOffice(word) : !isTitleWord(word, from)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isTitleWord(int word, int from) {
    boolean beforeName = word + 1 < words.count && names.isPerson(names.entityAt(word + 1));
    return words.isCapitalised(word)
        && (!words.is(word, WordClass.TITLE) || word == from || beforeName);
  }

  /** Whether a word may stand before a name: ", White House press secretary Dana Cole,". */
  private boolean isOffice(int word) {
    switch (words.type(word)) {
      case NAME:
      case ALL_CAPITALS:
      case TITLE:
      case ROLE:
      case GROUP:
      case OTHER:
      case DETERMINER:
      case POSSESSIVE_S:
        return true;
      default:
        return false;
    }
  }

  /** Whether a name behind a comma stands by itself, and does not start a clause. */
  private boolean isApposed(int name) {
    int end = name;
    while (end < words.count && names.entityAt(end) == names.entityAt(name)) {
      end++;
    }
    return words.hasGap(end, Words.GAP_BREAK)
        || words.is(end, WordClass.PREPOSITION)
        || words.is(end, WordClass.WHO);
  }

  /** The person after what a title is of and a comma: "Head of Ports at the ministry, Ada Marr". */
  private int apposedAfter(int word) {
    if (!words.is(word, WordClass.PREPOSITION) || words.hasGap(word, Words.GAP_BREAK)) {
      return -1;
    }
    int end = Math.min(words.count, word + LONGEST_OFFICE);
    for (int at = word + 1; at < end; at++) {
      if (words.gap(at) == Words.GAP_COMMA) {
        int name = words.is(at, WordClass.TITLE) ? at + 1 : at;
        boolean person = name < words.count && names.isPerson(names.entityAt(name));
        return person && !words.hasGap(name, Words.GAP_SENTENCE) ? names.entityAt(name) : -1;
      }
      boolean verb =
          words.is(at, WordClass.AUXILIARY)
              || words.is(at, WordClass.MODAL)
              || words.is(at, WordClass.CUE)
              || words.is(at, WordClass.WHO);
      if (verb || words.hasGap(at, Words.GAP_BREAK | Words.GAP_OPEN | Words.GAP_CLOSE)) {
        return -1;
      }
    }
    return -1;
  }
}
