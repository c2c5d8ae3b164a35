package dev.dateline.quotes;

/**
 * What the place of a word tells of it as a cue: "put" before "it" is one, and so is the past form
 * of any verb that reports a sentence in marks before it (“They will be back,” an angry Marr spat);
 * "points" behind a number is none.
 */
final class CuesInContext {

  private static final int SHORTEST_SENTENCE = 3;
  private static final int LONGEST_SUBJECT = 6;
  private static final int IT = "it".hashCode();

  private CuesInContext() {}

  /** Puts right which words are cues, for each word its entry in {@link Cues}. */
  static void find(Words words, int[] cues) {
    for (int word = 1; word < words.count; word++) {
      if (words.hash(word) == IT && words.gap(word) == 0 && Cues.isPut(words.hash(word - 1))) {
        cues[word - 1] = Cues.put();
      } else if (isCounted(words, word)) {
        cues[word] = 0;
      } else if (closesSentence(words, word)) {
        int verb = verbAfter(words, word);
        if (verb >= 0) {
          cues[verb] = Cues.reply();
        }
      }
    }
  }

  /** Whether what may be a verb is a noun that is counted: "nine points behind". */
  private static boolean isCounted(Words words, int word) {
    return Cues.isVerb(words.cue(word))
        && words.gap(word) == 0
        && (words.is(word - 1, WordClass.NUMBER) || WordClass.isCount(words.hash(word - 1)))
        && words.endsWith(word, "s");
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
        && words.isPast(word);
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
