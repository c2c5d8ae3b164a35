package dev.dateline.entities;

import dev.dateline.text.Tokens;

/**
 * Forms seen lately, by hash, the newest in the place of an older one. Bounded. Thread-safe without
 * locks: forms are immutable and the same whoever makes them, so a lost update costs time only.
 */
final class FormCache {

  private static final int SIZE = 1 << 14;

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

  Form get(Tokens tokens, int token, String text, FeatureBuffer buffer) {
    int hash = tokens.hash(token);
    int slot = IntTable.mix(hash) & (SIZE - 1);
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
    if (model != null) {
      made = made.withScores(scores(made, buffer));
    }
    forms[slot] = made;
    return made;
  }

  private float[] scores(Form form, FeatureBuffer buffer) {
    float[] scores = new float[5 * Labels.COUNT];
    for (int position = -2; position <= 2; position++) {
      buffer.clear();
      FormFeatures.add(form, position, buffer);
      model.score(buffer, scores, (position + 2) * Labels.COUNT);
    }
    return scores;
  }
}
