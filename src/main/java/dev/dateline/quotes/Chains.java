package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule over what the span model found: where one paragraph of a quotation over several paragraphs
 * is reported, the others are.
 */
final class Chains {

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
    return repaired;
  }

  private boolean isReported(List<Fragment> fragments, Marks.Stretch stretch) {
    int first = words.wordAt(stretch.first());
    int last = words.wordAt(stretch.last());
    return fragments.stream().anyMatch(f -> f.first() <= first && f.last() >= last);
  }

  private void put(List<Fragment> fragments, Marks.Stretch stretch) {
    int first = words.wordAt(stretch.first());
    int last = words.wordAt(stretch.last());
    if (first >= last || fragments.stream().anyMatch(f -> f.overlaps(first, last))) {
      return;
    }
    int at = 0;
    while (at < fragments.size() && fragments.get(at).first() < first) {
      at++;
    }
    fragments.add(at, new Fragment(first, last, 1));
  }
}
