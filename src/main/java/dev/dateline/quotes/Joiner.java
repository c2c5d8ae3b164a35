package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/** Joins the fragments of one article that are parts of one quote. */
final class Joiner {

  private final PackedWeights weights;
  private final Words words;
  private final LinkFeatures features;
  private final FeatureBuffer buffer = new FeatureBuffer();

  Joiner(PackedWeights weights, Words words, LinkFeatures features) {
    this.weights = weights;
    this.words = words;
    this.features = features;
  }

  /** The fragments joined to records; what stands aside within another record follows it. */
  List<List<Fragment>> records(List<Fragment> fragments) {
    List<List<Fragment>> records = new ArrayList<>();
    int at = 0;
    while (at < fragments.size()) {
      List<Fragment> record = new ArrayList<>();
      List<List<Fragment>> asides = new ArrayList<>();
      record.add(fragments.get(at++));
      while (at < fragments.size()) {
        Fragment next = fragments.get(at);
        Fragment behind = at + 1 < fragments.size() ? fragments.get(at + 1) : null;
        if (joins(record, next)) {
          record.add(next);
          at++;
        } else if (isAside(record.get(record.size() - 1), next, behind) && joins(record, behind)) {
          asides.add(List.of(next));
          record.add(behind);
          at += 2;
        } else {
          break;
        }
      }
      records.add(record);
      records.addAll(asides);
    }
    return records;
  }

  /**
   * Whether a fragment without marks stands in what reports the words in marks before and behind
   * it: "…," Marr said, referring to the two hotels. "…"
   */
  private boolean isAside(Fragment before, Fragment aside, Fragment behind) {
    if (behind == null
        || words.depth(before.last() - 1) == 0
        || words.depth(behind.first()) == 0
        || words.hasMarks(aside.first(), aside.last())
        || words.paragraph(before.last() - 1) != words.paragraph(behind.first())) {
      return false;
    }
    for (int word = before.last(); word < aside.last(); word++) {
      if (words.hasGap(word, Words.GAP_SENTENCE)) {
        return false;
      }
    }
    return true;
  }

  private boolean joins(List<Fragment> record, Fragment next) {
    Fragment last = record.get(record.size() - 1);
    if (!mayJoin(words, last, next)) {
      return false;
    }
    if (features.goesOn(last, next)) {
      return true;
    }
    features.join(last, next, buffer);
    return weights.sum(buffer, Linker.JOIN) > 0;
  }

  /** Whether two neighbours can be parts of one record at all. */
  static boolean mayJoin(Words words, Fragment last, Fragment next) {
    return next.first() - last.last() <= 40
        && words.paragraph(next.first()) - words.paragraph(last.last() - 1) <= 1;
  }
}
