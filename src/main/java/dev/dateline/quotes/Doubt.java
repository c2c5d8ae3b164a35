package dev.dateline.quotes;

/**
 * Which quotes are left out: those far more likely wrong than right, unless they are sentences in
 * marks. Words without marks have to be surer, and surer still where they are too few for a clause
 * and have no verb ("announced his retirement").
 */
final class Doubt {

  private static final double MARKED = 0.2;
  private static final double PLAIN = 0.35;
  private static final double NO_CLAUSE = 0.85;

  /** How many words in marks are hardly ever anything but speech. */
  private static final int SENTENCE = 5;

  /** From how many words on there is most likely a verb among them. */
  private static final int CLAUSE = 4;

  private Doubt() {}

  /** Whether a quote is to be left out. */
  static boolean isTooGreat(Quote quote, Words words, Linker.Linked linked) {
    switch (quote.kind()) {
      case DIRECT:
        return quote.confidence() < MARKED && length(linked) < SENTENCE;
      case INDIRECT:
        return quote.confidence() < (isClause(words, linked) ? PLAIN : NO_CLAUSE);
      default:
        return quote.confidence() < MARKED;
    }
  }

  private static boolean isClause(Words words, Linker.Linked linked) {
    return length(linked) >= CLAUSE
        || linked.fragments().stream()
            .anyMatch(fragment -> words.hasVerb(fragment.first(), fragment.last()));
  }

  private static int length(Linker.Linked linked) {
    return linked.fragments().stream().mapToInt(part -> part.last() - part.first()).sum();
  }
}
