package dev.dateline.quotes;

/** Tells what reads like speech and is nobody's: titles, scare quotes, what was refused to say. */
final class NoSpeech {

  private static final int LONG_WORD = 5;
  private static final int FEW_WORDS = 4;

  private NoSpeech() {}

  /** Whether a few words in marks stand in a sentence that nothing reports: scare quotes. */
  static boolean isScare(Words words, Linker.Linked linked) {
    if (linked.cue() >= 0 || linked.verbatim()) {
      return false;
    }
    boolean any = false;
    for (Fragment fragment : linked.fragments()) {
      int inside = 0;
      for (int word = fragment.first(); word < fragment.last(); word++) {
        inside = words.depth(word) == 0 || opens(words, word) ? 0 : inside;
        inside += words.depth(word) > 0 ? 1 : 0;
        if (inside > FEW_WORDS || inside > 0 && endsSentence(words, word + 1)) {
          return false;
        }
        any |= inside > 0;
      }
    }
    return any;
  }

  /**
   * Whether words without marks follow a refusal, and so were not said: "declined to say whether
   * records had been stolen", "asked not to be named".
   */
  static boolean isRefused(Words words, Linker.Linked linked) {
    int cue = linked.cue();
    if (cue < 0 || cue > linked.first() || hasMarks(words, linked)) {
      return false;
    }
    int first = linked.first();
    if (words.is(first, "not") && words.is(first + 1, WordClass.TO) && words.is(first + 2, "be")) {
      return true;
    }
    return CueSense.REFUSED.isOf(words, cue)
        || cue > 1 && words.is(cue - 1, "to") && CueSense.REFUSED.isOf(words, cue - 2);
  }

  private static boolean hasMarks(Words words, Linker.Linked linked) {
    return linked.fragments().stream()
        .anyMatch(fragment -> words.hasMarks(fragment.first(), fragment.last()));
  }

  private static boolean endsSentence(Words words, int word) {
    return words.hasGap(word, Words.GAP_CLOSE)
        && words.hasGap(word, Words.GAP_STOP | Words.GAP_QUESTION | Words.GAP_COMMA);
  }

  /**
   * Whether all that a fragment has in marks are titles, told by their capitals; not in the
   * headline, where all words may have them.
   */
  static boolean isTitles(Words words, Fragment fragment) {
    if (words.paragraph(fragment.first()) == 0) {
      return false;
    }
    boolean any = false;
    for (int word = fragment.first(); word < fragment.last(); word++) {
      if (words.depth(word) == 0) {
        continue;
      }
      int end = word;
      while (end < fragment.last() && words.depth(end) > 0 && (end == word || !opens(words, end))) {
        end++;
      }
      if (!isTitle(words, word, end)) {
        return false;
      }
      any = true;
      word = end - 1;
    }
    return any;
  }

  private static boolean opens(Words words, int word) {
    return words.hasGap(word, Words.GAP_OPEN);
  }

  /** Two words or more, the first, the last and every long one with a capital. */
  private static boolean isTitle(Words words, int first, int last) {
    if (last - first < 2 || !words.isCapitalised(first) || !words.isCapitalised(last - 1)) {
      return false;
    }
    for (int word = first; word < last; word++) {
      boolean isLong = words.end(word) - words.begin(word) >= LONG_WORD;
      if (isLong && !words.isCapitalised(word)
          || words.hasGap(word, Words.GAP_STOP) && word > first) {
        return false;
      }
    }
    return true;
  }
}
