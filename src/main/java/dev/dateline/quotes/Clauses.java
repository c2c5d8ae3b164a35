package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule over what the span model found: a whole clause followed by a comma, a subject and a verb
 * of speech with nothing more to say ("The road will open in May, Foreign Minister Ada Marr said on
 * Friday.") is reported, whatever else the model made of the sentence.
 */
final class Clauses {

  private final Words words;
  private final ReportingTail tails;

  Clauses(Words words) {
    this.words = words;
    this.tails = new ReportingTail(words);
  }

  /** The fragments with such clauses put in their place, in order. */
  List<Fragment> repair(List<Fragment> fragments) {
    List<Fragment> repaired = new ArrayList<>(fragments);
    for (int sentence = 0; sentence < words.sentenceCount(); sentence++) {
      int first = words.sentenceFirst(sentence);
      ReportingTail.Tail tail = tails.of(sentence);
      if (tail != null && isClause(first, tail.start())) {
        trim(repaired, tail);
        put(repaired, new Fragment(first, tail.start(), 1), tail.last());
      }
    }
    return repaired;
  }

  /**
   * Whether words that start a sentence are a clause of their own: they have a verb of their own.
   */
  private boolean isClause(int first, int last) {
    if (last - first < ReportingTail.SHORTEST_CLAUSE) {
      return false;
    }
    switch (words.type(first)) {
      case PREPOSITION:
      case SUBORDINATOR:
      case CONJUNCTION:
      case TO:
      case ENDS_ING:
      case CUE:
        return false;
      default:
        break;
    }
    if (words.depth(first) > 0) {
      return false;
    }
    boolean verb = false;
    for (int word = first; word < last; word++) {
      WordClass type = words.type(word);
      verb |=
          type == WordClass.AUXILIARY
              || type == WordClass.MODAL
              || type == WordClass.ENDS_ED
              || type == WordClass.CUE;
      if (word > first && words.opensQuote(word)) {
        return false;
      }
    }
    return verb;
  }

  /** Takes the subject of what reports a fragment off its end. */
  private static void trim(List<Fragment> fragments, ReportingTail.Tail tail) {
    fragments.replaceAll(
        fragment -> {
          boolean covers = fragment.first() < tail.start() && fragment.last() > tail.start();
          return covers && fragment.last() <= tail.cue()
              ? new Fragment(fragment.first(), tail.start(), fragment.margin())
              : fragment;
        });
  }

  private static void put(List<Fragment> fragments, Fragment clause, int last) {
    for (Fragment fragment : fragments) {
      boolean covers = fragment.first() <= clause.first() && fragment.last() >= clause.last();
      boolean crosses = fragment.first() < clause.first() && fragment.last() > clause.first();
      if (covers || crosses) {
        return;
      }
    }
    fragments.removeIf(fragment -> fragment.overlaps(clause.first(), last));
    clause.insertInto(fragments);
  }
}
