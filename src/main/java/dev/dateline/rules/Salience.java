package dev.dateline.rules;

import java.util.List;

/** The salience that a query asks of the entities it names, bounds included. */
record Salience(double from, double to) {

  static final Salience ANY = new Salience(0, 1);

  boolean isAny() {
    return from <= 0 && to >= 1;
  }

  /** This, narrowed by the salience ranges that stand directly among {@code parts}. */
  Salience narrowedBy(List<Node> parts) {
    Salience all = this;
    for (Node part : parts) {
      if (part instanceof Node.Range range && range.field() == Field.SALIENCE) {
        all = new Salience(Math.max(all.from, range.from()), Math.min(all.to, range.to()));
      }
    }
    return all;
  }
}
