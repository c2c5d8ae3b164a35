package dev.dateline.entities;

import dev.dateline.text.Tokens;

/**
 * Forms seen lately, by hash: a set-associative cache, in which a new form takes the place of one
 * that nobody asked for since the set was full last. Bounded. Thread-safe without locks: forms are
 * immutable and the same whoever makes them, so a lost update costs time only.
 */
final class FormCache {

  /** Places of a set: frequent words that share one would else make each other anew for ever. */
  static final int WAYS = 4;

  private static final int SIZE = 1 << 16;

  private final Lexicon lexicon;
  private final WordClasses classes;
  private final NameModel model;
  private final Form[] forms = new Form[SIZE];

  /** The hash of the form at each place: to look here first is cheaper than to look at forms. */
  private final int[] hashes = new int[SIZE];

  /** Whether the form at each place was asked for. Marks, not moves: writes would cost more. */
  private final boolean[] wanted = new boolean[SIZE];

  /**
   * @param model gives forms their scores; null for forms without
   */
  FormCache(Lexicon lexicon, WordClasses classes, NameModel model) {
    this.lexicon = lexicon;
    this.classes = classes;
    this.model = model;
  }

  /** The first place of the set of a hash. */
  static int set(int hash) {
    return IntTable.mix(hash) & (SIZE - WAYS);
  }

  /** The form of a token, which may lack its scores. */
  Form get(Tokens tokens, int token, String text) {
    int hash = tokens.hash(token);
    int begin = tokens.begin(token);
    int end = tokens.end(token);
    int set = set(hash);
    for (int at = set; at < set + WAYS; at++) {
      if (hashes[at] == hash) {
        Form form = forms[at];
        if (form != null && form.isAt(text, begin, end) && form.tokenKind == tokens.kind(token)) {
          if (!wanted[at]) {
            wanted[at] = true;
          }
          return form;
        }
      }
    }
    Form made = Form.of(tokens, token, lexicon, classes);
    put(made, freed(set));
    return made;
  }

  private void put(Form form, int at) {
    forms[at] = form;
    hashes[at] = form.hash;
    wanted[at] = true;
  }

  /** A place of a set that is empty, or whose form was not asked for since all of them were. */
  private int freed(int set) {
    for (int at = set; at < set + WAYS; at++) {
      if (!wanted[at]) {
        return at;
      }
    }
    for (int at = set; at < set + WAYS; at++) {
      wanted[at] = false;
    }
    return set;
  }

  /** The same form with its scores: made late, since most words stand near no name. */
  Form scored(Form form, FeatureBuffer buffer) {
    int set = set(form.hash);
    int place = -1;
    for (int at = set; at < set + WAYS; at++) {
      Form known = forms[at];
      if (known != null && known.isSameAs(form)) {
        if (known.scores != null) {
          return known;
        }
        place = at;
      }
    }
    Form made = form.withScores(FormFeatures.scores(form, model, buffer));
    put(made, place < 0 ? freed(set) : place);
    return made;
  }
}
