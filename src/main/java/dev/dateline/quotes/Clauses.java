package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule over what the span model found: a whole clause followed by a comma, a subject and a verb
 * of speech with nothing more to say ("The road will open in May, Foreign Minister Ada Marr said on
 * Friday.") is reported, whatever else the model made of the sentence.
 */
final class Clauses {

  private static final int SHORTEST = 4;
  private static final int LONGEST_SUBJECT = 9;

  private final Words words;

  Clauses(Words words) {
    this.words = words;
  }

  /** The fragments with such clauses put in their place, in order. */
  List<Fragment> repair(List<Fragment> fragments) {
    List<Fragment> repaired = new ArrayList<>(fragments);
    for (int sentence = 0; sentence < words.sentenceCount(); sentence++) {
      int first = words.sentenceFirst(sentence);
      int cue = closingCue(sentence);
      if (cue < 0) {
        continue;
      }
      int subject = subject(cue, first);
      if (subject < 0 || !isClause(first, subject)) {
        continue;
      }
      put(repaired, new Fragment(first, subject, 1), words.sentenceLast(sentence));
    }
    return repaired;
  }

  /** The last verb of speech of a sentence, if nothing reported can follow it; or -1. */
  private int closingCue(int sentence) {
    int last = words.sentenceLast(sentence);
    for (int word = last - 1; word > words.sentenceFirst(sentence) + SHORTEST; word--) {
      if (words.depth(word) > 0) {
        return -1;
      }
      if (reports(word)) {
        return isClosed(word, last) ? word : -1;
      }
      if (Cues.is(words.cue(word), Cues.Kind.PREP)) {
        return words.hasGap(word, Words.GAP_COMMA) ? word : -1;
      }
      if (words.is(word, "that") || Cues.isVerb(words.cue(word)) && !words.isCapitalised(word)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean reports(int word) {
    return words.is(word, WordClass.CUE)
        && (Cues.is(words.cue(word), Cues.Kind.SAY) || Cues.is(words.cue(word), Cues.Kind.PROMISE));
  }

  /** Whether a sentence ends with its cue, or with when, where and after what it was said. */
  private boolean isClosed(int cue, int last) {
    int next = cue + 1;
    if (next == last) {
      return true;
    }
    if (words.hasGap(next, Words.GAP_BREAK | Words.GAP_OPEN)) {
      return false;
    }
    return words.is(next, WordClass.WEEKDAY)
        || words.is(next, WordClass.PREPOSITION)
        || words.is(next, "yesterday")
        || words.is(next, "today")
        || words.is(next, "earlier")
        || words.is(next, "later");
  }

  /** Where the subject of a cue starts, right after a comma, or "according to" itself; or -1. */
  private int subject(int cue, int first) {
    if (Cues.is(words.cue(cue), Cues.Kind.PREP)) {
      return cue;
    }
    for (int word = cue; word > first && cue - word <= LONGEST_SUBJECT; word--) {
      if (words.hasGap(word, Words.GAP_COMMA)) {
        return word < cue && isSubject(word, cue) ? word : -1;
      }
      if (words.hasGap(word, Words.GAP_BREAK | Words.GAP_OPEN | Words.GAP_CLOSE)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isSubject(int first, int cue) {
    switch (words.type(first)) {
      case PRONOUN:
        return first + 1 == cue;
      case NAME:
      case ALL_CAPITALS:
      case TITLE:
      case DETERMINER:
      case GROUP:
      case ROLE:
        break;
      default:
        return false;
    }
    for (int word = first; word < cue; word++) {
      switch (words.type(word)) {
        case CONJUNCTION:
        case SUBORDINATOR:
        case WHO:
        case AUXILIARY:
        case MODAL:
        case TO:
          return false;
        default:
          break;
      }
    }
    return true;
  }

  /**
   * Whether words that start a sentence are a clause of their own: they have a verb of their own.
   */
  private boolean isClause(int first, int last) {
    if (last - first < SHORTEST) {
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

  private static void put(List<Fragment> fragments, Fragment clause, int sentenceEnd) {
    for (Fragment fragment : fragments) {
      boolean covers = fragment.first() <= clause.first() && fragment.last() >= clause.last();
      boolean crosses = fragment.first() < clause.first() && fragment.last() > clause.first();
      if (covers || crosses) {
        return;
      }
    }
    fragments.removeIf(fragment -> fragment.overlaps(clause.first(), sentenceEnd));
    clause.insertInto(fragments);
  }
}
