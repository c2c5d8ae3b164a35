package dev.dateline.rules;

import dev.dateline.text.Document;

/** The terms of each word of a text, looked up once for all fields and documents made of it. */
final class ItemWords {

  private final Document document;
  private final WordForms[] forms;

  ItemWords(Document document) {
    this.document = document;
    this.forms = new WordForms[document.tokens().count()];
  }

  Document document() {
    return document;
  }

  /** The forms of a token that is a word. */
  WordForms forms(int token) {
    WordForms known = forms[token];
    if (known == null) {
      known = WordForms.of(document.text(), document.tokens(), token);
      forms[token] = known;
    }
    return known;
  }
}
