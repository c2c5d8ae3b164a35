package dev.dateline.rules;

/**
 * A field of an index: one of the language, and for fields of entities the salience they must have.
 *
 * @param from least salience, included; 0 for other fields
 * @param to greatest salience, included; 1 for other fields
 * @param name name of the Lucene field
 */
record Slot(Field field, double from, double to, String name) {

  static Slot of(Field field) {
    return new Slot(field, 0, 1, field.label());
  }

  /** Entities of that salience only. */
  static Slot of(Field field, Salience salience) {
    return field.kind().ofEntities() && !salience.isAny()
        ? new Slot(
            field,
            salience.from(),
            salience.to(),
            field.label() + "@" + salience.from() + "-" + salience.to())
        : of(field);
  }

  boolean admits(double salience) {
    return from <= salience && salience <= to;
  }
}
