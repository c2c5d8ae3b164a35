package dev.dateline.entities;

import dev.dateline.text.Tokens;

/**
 * Forms seen lately, by hash, the newest in the place of an older one. Bounded. Thread-safe without
 * locks: forms are immutable and the same whoever makes them, so a lost update costs time only.
 */
final class FormCache {

  private static final int SIZE = 1 << 16;

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

  private static int slot(int hash) {
    return IntTable.mix(hash) & (SIZE - 1);
  }

  /** The form of a token, which may lack its scores. */
  Form get(Tokens tokens, int token, String text) {
    int hash = tokens.hash(token);
    int slot = slot(hash);
    Form form = forms[slot];
    int begin = tokens.begin(token);
    int length = tokens.end(token) - begin;
    if (form != null
        && form.hash == hash
        && form.tokenKind == tokens.kind(token)
        && form.text.length() == length
        && text.startsWith(form.text, begin)) {
      return form;
    }
    Form made = Form.of(tokens, token, lexicon, classes);
    forms[slot] = made;
    return made;
  }

  /** The same form with its scores: made late, since most words stand near no name. */
  Form scored(Form form, FeatureBuffer buffer) {
    int slot = slot(form.hash);
    Form known = forms[slot];
    if (known != null
        && known.scores != null
        && known.hash == form.hash
        && known.tokenKind == form.tokenKind
        && known.text.equals(form.text)) {
      return known;
    }
    float[] scores = new float[5 * Labels.STRIDE];
    for (int position = -2; position <= 2; position++) {
      buffer.clear();
      FormFeatures.add(form, position, buffer);
      model.score(buffer, scores, (position + 2) * Labels.STRIDE);
    }
    Form made = form.withScores(scores);
    forms[slot] = made;
    return made;
  }
}
