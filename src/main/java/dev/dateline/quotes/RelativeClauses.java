package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule over what the span model found: what a relative clause between commas reports ends with
 * that clause, before the verb of the sentence it stands in ("Shares in Marlow, which said it would
 * buy back stock, rose 3%.").
 */
final class RelativeClauses {

  private static final int SHORTEST = 3;
  private static final int FURTHEST_CUE = 4;

  private final Words words;

  RelativeClauses(Words words) {
    this.words = words;
  }

  /** The fragments with such ends cut off, in order. */
  List<Fragment> repair(List<Fragment> fragments) {
    List<Fragment> repaired = new ArrayList<>(fragments);
    repaired.replaceAll(this::within);
    return repaired;
  }

  private Fragment within(Fragment fragment) {
    if (!isInRelativeClause(fragment.first())) {
      return fragment;
    }
    for (int word = fragment.first() + SHORTEST; word < fragment.last(); word++) {
      boolean ends = words.gap(word) == Words.GAP_COMMA && words.depth(word) == 0;
      if (ends && isFinite(word) && words.hasVerb(fragment.first(), word)) {
        return new Fragment(fragment.first(), word, fragment.margin());
      }
    }
    return fragment;
  }

  /** Whether a relative pronoun behind a comma stands right before the verb that reports a word. */
  private boolean isInRelativeClause(int first) {
    boolean reported = false;
    for (int word = first - 1; word >= Math.max(1, first - FURTHEST_CUE); word--) {
      if (words.is(word, WordClass.WHO)) {
        return reported && words.gap(word) == Words.GAP_COMMA;
      }
      if (words.hasGap(word, Words.GAP_BREAK)) {
        return false;
      }
      reported |= Cues.is(words.cue(word), Cues.Kind.SAY);
    }
    return false;
  }

  private boolean isFinite(int word) {
    return words.is(word, WordClass.AUXILIARY)
        || words.is(word, WordClass.MODAL)
        || words.isPast(word);
  }
}
