package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules over what the span model found: where one paragraph of a quotation over several paragraphs
 * is reported, the others are; and whole sentences in marks that follow reported ones in their
 * paragraph ("…," Marr said. "…") go on with them.
 */
final class Chains {

  private static final int SHORTEST = 3;
  private static final int FURTHEST = 30;

  private final Words words;

  Chains(Words words) {
    this.words = words;
  }

  /** The fragments with such paragraphs put in their place, in order. */
  List<Fragment> repair(List<Fragment> fragments) {
    List<Fragment> repaired = new ArrayList<>(fragments);
    List<Marks.Stretch> stretches = words.marks.stretches();
    for (int i = stretches.size() - 1; i >= 0; i--) {
      int before = stretches.get(i).continues();
      if (before >= 0 && isReported(repaired, stretches.get(i))) {
        put(repaired, stretches.get(before));
      }
    }
    for (Marks.Stretch stretch : stretches) {
      int before = stretch.continues();
      if (before >= 0 && isReported(repaired, stretches.get(before))) {
        put(repaired, stretch);
      }
    }
    for (Marks.Stretch stretch : stretches) {
      if (stretch.outer() < 0 && isSentence(stretch) && follows(repaired, stretch)) {
        put(repaired, stretch);
      }
    }
    return repaired;
  }

  /** Whether marks hold whole sentences and stand apart from any other. */
  private boolean isSentence(Marks.Stretch stretch) {
    int first = words.wordAt(stretch.first());
    int last = words.wordAt(stretch.last());
    return last - first >= SHORTEST
        && stretch.close() >= 0
        && words.hasGap(first, Words.GAP_SENTENCE)
        && words.isCapitalised(first)
        && words.hasGap(last, Words.GAP_SENTENCE)
        && words.hasGap(last, Words.GAP_STOP | Words.GAP_QUESTION);
  }

  /** Whether a reported sentence in marks stands shortly before, in the same paragraph. */
  private boolean follows(List<Fragment> fragments, Marks.Stretch stretch) {
    int first = words.wordAt(stretch.first());
    for (Fragment fragment : fragments) {
      int end = fragment.last();
      if (end <= first
          && first - end <= FURTHEST
          && words.paragraph(end - 1) == words.paragraph(first)
          && words.depth(fragment.first()) > 0
          && words.hasGap(end, Words.GAP_CLOSE)
          && words.hasGap(end, Words.GAP_COMMA | Words.GAP_QUESTION)) {
        return true;
      }
    }
    return false;
  }

  private boolean isReported(List<Fragment> fragments, Marks.Stretch stretch) {
    int first = words.wordAt(stretch.first());
    int last = words.wordAt(stretch.last());
    return fragments.stream().anyMatch(f -> f.first() <= first && f.last() >= last);
  }

  private void put(List<Fragment> fragments, Marks.Stretch stretch) {
    int first = words.wordAt(stretch.first());
    int last = words.wordAt(stretch.last());
    if (first >= last || Fragment.anyOverlaps(fragments, first, last)) {
      return;
    }
    new Fragment(first, last, 1).insertInto(fragments);
  }
}
