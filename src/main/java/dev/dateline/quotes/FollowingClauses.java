package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule over what the span model found: where it found nothing, or no subject, in a sentence
 * without marks whose verb is "say", the clause behind the verb is reported ("The ministry said at
 * least 31 people had been killed."), as is the one behind a source that opens its sentence
 * ("According to a union official, Marr spoke to both boards.").
 */
final class FollowingClauses {

  private static final int SHORTEST = 4;
  private static final int FURTHEST_VERB = 12;
  private static final int LONGEST_SOURCE = 16;

  private final Words words;

  FollowingClauses(Words words) {
    this.words = words;
  }

  /** The fragments with such clauses put in their place, in order. */
  List<Fragment> repair(List<Fragment> fragments) {
    List<Fragment> repaired = new ArrayList<>(fragments);
    int next = 0;
    for (int sentence = 0; sentence < words.sentenceCount(); sentence++) {
      int first = words.sentenceFirst(sentence);
      int last = words.sentenceLast(sentence);
      while (next < fragments.size() && fragments.get(next).last() <= first) {
        next++;
      }
      boolean free = next == fragments.size() || fragments.get(next).first() >= last;
      Fragment found = free ? null : fragments.get(next);
      if (!free && !lacksSubject(found, first)) {
        continue;
      }
      int start = opensWithSource(first) ? behindSource(first, last) : behindVerb(first, last);
      if (start < 0 || !free && start >= found.first()) {
        continue;
      }
      repaired.remove(found);
      new Fragment(start, free ? last : found.last(), free ? 1 : found.margin())
          .insertInto(repaired);
    }
    return repaired;
  }

  /** Whether a fragment starts with a verb behind a comma: "…, had been killed". */
  private boolean lacksSubject(Fragment fragment, int sentence) {
    int first = fragment.first();
    boolean verb = words.is(first, WordClass.AUXILIARY) || words.is(first, WordClass.MODAL);
    return first > sentence && verb && words.gap(first) == Words.GAP_COMMA;
  }

  private boolean opensWithSource(int first) {
    return words.is(first, "according")
        && first + 1 < words.count
        && words.is(first + 1, WordClass.TO);
  }

  /** The first word of the clause behind "according to" somebody and a comma, or -1. */
  private int behindSource(int first, int last) {
    for (int word = first + 3; word < Math.min(last, first + LONGEST_SOURCE); word++) {
      if (words.gap(word) == Words.GAP_COMMA && last - word >= SHORTEST) {
        int end = word + 1;
        while (end < last && !words.hasGap(end, Words.GAP_COMMA)) {
          end++;
        }
        if (end == last || hasVerb(word, end)) {
          return words.hasMarks(word, last) ? -1 : word;
        }
      }
    }
    return -1;
  }

  /** The first word of the clause behind "say"; -1 where there is none. */
  private int behindVerb(int first, int last) {
    for (int word = first + 1; word < Math.min(last, first + FURTHEST_VERB); word++) {
      if (words.depth(word) > 0 || words.hasGap(word, Words.GAP_COLON)) {
        return -1;
      }
      if (words.is(word, "said") || words.is(word, "says") || words.is(word, "say")) {
        int start = word + 1;
        boolean clause = last - start >= SHORTEST && words.gap(start) == 0;
        return clause
                && isFinite(word)
                && mayStart(start)
                && !words.hasMarks(start, last)
                && hasVerb(start, last)
            ? start
            : -1;
      }
    }
    return -1;
  }

  /** Whether the verb is one that a subject has: not "to say", "would say", "did not say". */
  private boolean isFinite(int verb) {
    switch (words.type(verb - 1)) {
      case TO:
      case MODAL:
      case AUXILIARY:
      case NEGATION:
        return false;
      default:
        return !words.isCapitalised(verb);
    }
  }

  private boolean mayStart(int word) {
    switch (words.type(word)) {
      case PREPOSITION:
        return words.is(word, "at") && words.is(word + 1, "least")
            || words.is(word + 1, WordClass.NUMBER);
      case SUBORDINATOR:
      case CONJUNCTION:
      case WHO:
      case TO:
      case ADVERB:
      case OBJECT:
      case NEGATION:
      case WEEKDAY:
      case TIME:
        return false;
      default:
        return !words.is(word, "this") && !words.is(word, "so");
    }
  }

  /** Whether a clause has a verb; a first word in -ed is none ("said wounded men had come"). */
  private boolean hasVerb(int first, int last) {
    return words.hasVerb(words.is(first, WordClass.ENDS_ED) ? first + 1 : first, last);
  }
}
