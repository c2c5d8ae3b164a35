package dev.dateline.quotes;

/** How prominent the place of a name in its sentence is. Immutable. */
final class Prominence {

  private final Words words;

  Prominence(Words words) {
    this.words = words;
  }

  /** Above 0 for a subject: subjects before objects, both before possessors. */
  double of(Names.At at) {
    double score = 0;
    if (at.last() < words.count && words.is(at.last(), WordClass.POSSESSIVE_S)) {
      score -= 0.9;
    }
    if (words.depth(at.first()) > 0) {
      score -= 2;
    }
    int first = withTitles(at.first());
    boolean opens = words.hasGap(first, Words.GAP_SENTENCE);
    boolean verb =
        at.last() < words.count
            && (Cues.isVerb(words.cue(at.last()))
                || words.is(at.last(), WordClass.AUXILIARY)
                || words.is(at.last(), WordClass.MODAL)
                || words.is(at.last(), WordClass.ENDS_ED));
    boolean governed =
        first > 0
            && !opens
            && (words.is(first - 1, WordClass.PREPOSITION) || words.is(first - 1, WordClass.TO));
    score += opens ? 0.9 : 0;
    score += verb ? 0.9 : 0;
    score -= governed ? 0.7 : 0;
    return score;
  }

  /** The first word of a name with the titles and roles before it: "Foreign Minister Ada Marr". */
  private int withTitles(int name) {
    int first = name;
    while (first > 0
        && !words.hasGap(first, Words.GAP_BREAK | Words.GAP_OPEN)
        && (words.is(first - 1, WordClass.TITLE)
            || words.is(first - 1, WordClass.ROLE)
            || words.is(first - 1, WordClass.NAME))) {
      first--;
    }
    return first;
  }
}
