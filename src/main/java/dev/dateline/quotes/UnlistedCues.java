package dev.dateline.quotes;

/**
 * Cues that their place tells though no list has them: "put" before "it", and the past form of any
 * verb that reports a sentence in marks before it (“They will be back,” an angry Marr spat).
 */
final class UnlistedCues {

  private static final int SHORTEST_SENTENCE = 3;
  private static final int LONGEST_SUBJECT = 6;
  private static final int IT = "it".hashCode();

  private UnlistedCues() {}

  /** Enters such cues, in the words of {@link Cues}, for each word. */
  static void find(Words words, int[] cues) {
    for (int word = 1; word < words.count; word++) {
      if (words.hash(word) == IT && words.gap(word) == 0 && Cues.isPut(words.hash(word - 1))) {
        cues[word - 1] = Cues.put();
      } else if (closesSentence(words, word)) {
        int verb = verbAfter(words, word);
        if (verb >= 0) {
          cues[verb] = Cues.reply();
        }
      }
    }
  }

  /** Whether marks around words that open a sentence close before a word, with a comma. */
  private static boolean closesSentence(Words words, int word) {
    if (!words.hasGap(word, Words.GAP_CLOSE) || !words.hasGap(word, Words.GAP_COMMA)) {
      return false;
    }
    int stretch = words.marks.outermost(words.token(word - 1));
    if (stretch < 0 || words.depth(word) > 0) {
      return false;
    }
    int first = words.wordAt(words.marks.stretches().get(stretch).first());
    return word - first >= SHORTEST_SENTENCE && words.hasGap(first, Words.GAP_SENTENCE);
  }

  /**
   * The verb of the clause that starts at a word, where none of its words is a listed cue; or -1.
   */
  private static int verbAfter(Words words, int first) {
    for (int word = first; word < Math.min(words.count, first + LONGEST_SUBJECT); word++) {
      boolean ends = word > first && words.hasGap(word, Words.GAP_BREAK | Words.GAP_OPEN);
      if (ends || words.cue(word) != 0) {
        return -1;
      }
      if (isPast(words, word)) {
        boolean followed = word > first || isSubject(words, word + 1);
        return followed ? word : -1;
      }
    }
    return -1;
  }

  private static boolean isPast(Words words, int word) {
    return !words.isCapitalised(word)
        && !words.hasGap(word, Words.GAP_HYPHEN)
        && (words.is(word, WordClass.ENDS_ED) || Phrases.isPastForm(words.hash(word)));
  }

  private static boolean isSubject(Words words, int word) {
    if (word >= words.count || words.hasGap(word, Words.GAP_BREAK)) {
      return false;
    }
    switch (words.type(word)) {
      case NAME:
      case ALL_CAPITALS:
      case TITLE:
      case ROLE:
      case DETERMINER:
      case POSSESSIVE:
        return true;
      default:
        return false;
    }
  }
}
