package dev.dateline.rules;

import dev.dateline.text.Document;

/** The terms of each word of a text, looked up once for all fields and documents made of it. */
final class ItemWords {

  private final Document document;
  private final WordForms[] forms;

  ItemWords(Document document) {
    this.document = document;
    this.forms = WordForms.of(document);
  }

  Document document() {
    return document;
  }

  /** The forms of a token that is a word. */
  WordForms forms(int token) {
    return forms[token];
  }
}
