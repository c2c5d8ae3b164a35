package dev.dateline.entities;

import dev.dateline.text.Tokens;

/**
 * Forms seen lately, by hash: a set-associative cache, in which a form that is asked for moves
 * ahead in its set and a new one takes the last place. Bounded. Thread-safe without locks: forms
 * are immutable and the same whoever makes them, so a lost update costs time only.
 */
final class FormCache {

  private static final int SIZE = 1 << 16;

  /** Places of a set: frequent words that share one would else make each other anew for ever. */
  private static final int WAYS = 4;

  private final Lexicon lexicon;
  private final WordClasses classes;
  private final NameModel model;
  private final Form[] forms = new Form[SIZE];

  /**
   * @param model gives forms their scores; null for forms without
   */
  FormCache(Lexicon lexicon, WordClasses classes, NameModel model) {
    this.lexicon = lexicon;
    this.classes = classes;
    this.model = model;
  }

  /** The first place of the set of a hash. */
  private static int set(int hash) {
    return IntTable.mix(hash) & (SIZE - WAYS);
  }

  /** The form of a token, which may lack its scores. */
  Form get(Tokens tokens, int token, String text) {
    int hash = tokens.hash(token);
    int set = set(hash);
    for (int at = set; at < set + WAYS; at++) {
      Form form = forms[at];
      if (form != null && form.hash == hash && isFormOf(form, tokens, token, text)) {
        moveAhead(form, at, set);
        return form;
      }
    }
    Form made = Form.of(tokens, token, lexicon, classes);
    forms[set + WAYS - 1] = made;
    return made;
  }

  private static boolean isFormOf(Form form, Tokens tokens, int token, String text) {
    int begin = tokens.begin(token);
    return form.tokenKind == tokens.kind(token)
        && form.text.length() == tokens.end(token) - begin
        && text.startsWith(form.text, begin);
  }

  private void moveAhead(Form form, int at, int set) {
    if (at > set) {
      forms[at] = forms[at - 1];
      forms[at - 1] = form;
    }
  }

  /** The same form with its scores: made late, since most words stand near no name. */
  Form scored(Form form, FeatureBuffer buffer) {
    int set = set(form.hash);
    int place = set + WAYS - 1;
    for (int at = set; at < set + WAYS; at++) {
      Form known = forms[at];
      if (known != null && known.isSameAs(form)) {
        if (known.scores != null) {
          return known;
        }
        place = at;
      }
    }
    float[] scores = new float[5 * Labels.STRIDE];
    for (int position = -2; position <= 2; position++) {
      buffer.clear();
      FormFeatures.add(form, position, buffer);
      model.score(buffer, scores, (position + 2) * Labels.STRIDE);
    }
    Form made = form.withScores(scores);
    forms[place] = made;
    return made;
  }
}
