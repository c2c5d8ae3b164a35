package dev.dateline.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The document of a single record. */
final class RecordDocument {

  private RecordDocument() {}

  /** The fields that queries use. */
  static List<FieldTerms> of(FieldValues record, Usage usage) {
    List<FieldTerms> fields = new ArrayList<>();
    double salience = record.numbers().getOrDefault(Field.SALIENCE.label(), 1.0);
    for (Slot slot : usage.slots()) {
      if (slot.field().kind().ofEntities() && !slot.admits(salience)) {
        continue;
      }
      FieldTerms terms = new FieldTerms(slot, usage.vocabulary(slot), new ArrayList<>());
      String label = slot.field().label();
      List<String> words = record.words().getOrDefault(label, List.of());
      switch (slot.field().kind()) {
        case PROSE, NAME, ENTITY -> words.forEach(value -> words(terms, value));
        case KEYWORD, ENTITY_KEYWORD -> words.forEach(value -> keyword(terms, value));
        case NUMBER -> {
          Double number = record.numbers().get(label);
          if (number != null) {
            terms.number(number);
          }
        }
        case TIME -> {
          Instant time = record.times().get(label);
          if (time != null) {
            terms.number(time.toEpochMilli());
          }
        }
      }
      fields.add(terms);
    }
    return fields;
  }

  private static void words(FieldTerms terms, String value) {
    terms.text(new ItemWords(dev.dateline.text.Document.of(value)), 0, value.length());
    if (terms.field() == Field.SUBJECT) {
      terms.keyword(value);
    }
  }

  private static void keyword(FieldTerms terms, String value) {
    terms.keyword(value);
    if (terms.field() == Field.LANGUAGE) {
      terms.keyword(value.split("[-_]", 2)[0]);
    }
  }
}
