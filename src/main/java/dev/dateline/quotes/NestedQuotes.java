package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/** Quotes inside quotes: marks within the marks of another, with a cue beside them. */
final class NestedQuotes {

  /** How many words before its cue a speaker may end. */
  private static final int REACH = 2;

  private static final int SHORTEST = 3;

  private final Words words;
  private final Phrases phrases;

  NestedQuotes(Words words, Phrases phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  /** The quotes inside those that were found, in order. */
  List<Linker.Linked> find(List<Linker.Linked> found) {
    List<Linker.Linked> nested = new ArrayList<>();
    for (Marks.Stretch stretch : words.marks.stretches()) {
      if (stretch.outer() < 0) {
        continue;
      }
      int first = words.wordAt(stretch.first());
      int last = words.wordAt(stretch.last());
      Linker.Linked outer = outer(found, first, last);
      int cue = outer == null || last - first < SHORTEST ? -1 : cue(first, last);
      Phrase source = cue < 0 ? null : source(cue, first);
      if (source != null) {
        List<Fragment> fragments = List.of(new Fragment(first, last, 1));
        nested.add(new Linker.Linked(fragments, cue, source, 1, 1, false, outer));
      }
    }
    return nested;
  }

  private static Linker.Linked outer(List<Linker.Linked> found, int first, int last) {
    for (Linker.Linked linked : found) {
      for (Fragment fragment : linked.fragments()) {
        boolean within = fragment.first() <= first && fragment.last() >= last;
        if (within && fragment.last() - fragment.first() > last - first + 1) {
          return linked;
        }
      }
    }
    return null;
  }

  /** A verb of speech before the inner marks with at most its object between, or after them. */
  private int cue(int first, int last) {
    for (int word = first - 1; word >= Math.max(0, first - 3); word--) {
      if (words.hasGap(word + 1, Words.GAP_SENTENCE | Words.GAP_CLOSE)) {
        break;
      }
      if (speaks(word)) {
        return word;
      }
    }
    if (words.hasGap(last, Words.GAP_SENTENCE)) {
      return -1;
    }
    for (int word = last; word < Math.min(words.count, last + 3); word++) {
      if (word > last && words.hasGap(word, Words.GAP_BREAK | Words.GAP_OPEN)) {
        break;
      }
      if (speaks(word)) {
        return word;
      }
    }
    return -1;
  }

  private boolean speaks(int word) {
    return words.is(word, WordClass.CUE)
        && (Cues.is(words.cue(word), Cues.Kind.SAY) || Cues.is(words.cue(word), Cues.Kind.ASK))
        && isPast(word);
  }

  /** "said", not "say" or "saying", which often lead to what nobody has said. */
  private boolean isPast(int word) {
    return words.lower(word).endsWith("ed")
        || words.is(word, "said")
        || words.is(word, "told")
        || words.is(word, "wrote");
  }

  /** The nearest phrase before the cue; after it where the cue follows the words. */
  private Phrase source(int cue, int first) {
    Phrase before = null;
    boolean follows = cue > first;
    for (Phrase phrase : phrases.of(words.sentence(cue))) {
      boolean near = phrase.last() <= cue && cue - phrase.last() < REACH;
      if (near && !words.is(phrase.head(), WordClass.DETERMINER)) {
        before = phrase;
      } else if (phrase.first() == cue + 1 && follows) {
        return phrase;
      }
    }
    return before;
  }
}
