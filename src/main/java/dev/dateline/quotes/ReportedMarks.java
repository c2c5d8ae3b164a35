package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules over what the span model found about verbs of speech that stand before words in marks.
 * Words in marks that a verb of speech stands before, in a clause that it opens ("said by telephone
 * that, “of course the port stays open” whatever others may wish"), are reported, with the whole
 * clause, even where the model took none of it. The verb itself is no part of what it reports
 * ("adding later, “…”").
 */
final class ReportedMarks {

  private static final int SHORTEST = 2;

  /** How many words may part a verb of speech from its "that". */
  private static final int FURTHEST_THAT = 8;

  /** How many words there are at most from a verb of speech to the words in marks behind it. */
  private static final int FURTHEST_MARK = 4;

  private final Words words;

  ReportedMarks(Words words) {
    this.words = words;
  }

  /** The fragments with such clauses put in their place, in order. */
  List<Fragment> repair(List<Fragment> fragments) {
    List<Fragment> repaired = new ArrayList<>(fragments);
    repaired.replaceAll(this::behindCue);
    for (Marks.Stretch stretch : words.marks.stretches()) {
      int first = words.wordAt(stretch.first());
      int last = words.wordAt(stretch.last());
      if (stretch.outer() >= 0
          || stretch.close() < 0
          || last - first < SHORTEST
          || Fragment.anyOverlaps(repaired, first, last)) {
        continue;
      }
      int opens = opensClause(first);
      if (opens >= 0) {
        put(repaired, opens, words.sentenceLast(words.sentence(last - 1)));
      }
    }
    return repaired;
  }

  /** What of a fragment that starts with a verb of speech stands in marks behind it. */
  private Fragment behindCue(Fragment fragment) {
    int first = fragment.first();
    if (words.depth(first) > 0 || !Cues.is(words.cue(first), Cues.Kind.SAY)) {
      return fragment;
    }
    int marked = first + 1;
    while (marked < fragment.last() && marked - first < FURTHEST_MARK && words.depth(marked) == 0) {
      marked++;
    }
    boolean parted =
        marked < fragment.last()
            && words.hasGap(marked, Words.GAP_OPEN)
            && words.hasGap(marked, Words.GAP_COMMA | Words.GAP_COLON);
    return parted ? new Fragment(marked, fragment.last(), fragment.margin()) : fragment;
  }

  /** The "that" behind a verb of speech whose clause goes on to a word in marks; or -1. */
  private int opensClause(int marked) {
    int start = words.sentenceFirst(words.sentence(marked));
    for (int word = marked - 1; word > start; word--) {
      if (words.depth(word) > 0) {
        return -1;
      }
      if (words.is(word, "that")) {
        return follows(word, start) ? word : -1;
      }
    }
    return -1;
  }

  private boolean follows(int that, int start) {
    for (int word = that - 1; word >= Math.max(start, that - FURTHEST_THAT); word--) {
      if (Cues.is(words.cue(word), Cues.Kind.SAY)) {
        return words.depth(word) == 0;
      }
    }
    return false;
  }

  /** Puts a clause in, in place of what it covers of others behind its start. */
  private static void put(List<Fragment> fragments, int first, int last) {
    fragments.removeIf(fragment -> fragment.first() >= first && fragment.last() <= last);
    if (Fragment.anyOverlaps(fragments, first, last)) {
      return;
    }
    new Fragment(first, last, 1).insertInto(fragments);
  }
}
