package dev.dateline.rules;

/** What may stand on a side of NEAR: words, phrases, groups of them joined by OR, other NEARs. */
final class Positions {

  private Positions() {}

  static void check(Node node) throws RuleException {
    if (node instanceof Node.Or or) {
      for (Node part : or.parts()) {
        check(part);
        if (field(part) != field(or.parts().get(0))) {
          throw new RuleException(
              "the words of a side of NEAR are looked for in different fields",
              part.column(),
              "field '" + field(or.parts().get(0)).label() + "'");
        }
      }
    } else if (node instanceof Node.Near near) {
      check(near.left());
    } else if (!(node instanceof Node.Words words) || !words.field().kind().isWords()) {
      throw new RuleException(
          "NEAR cannot look there",
          node.column(),
          "words, phrases, or groups of them joined by OR");
    }
  }

  /** The field of a checked node. */
  static Field field(Node node) {
    if (node instanceof Node.Words words) {
      return words.field();
    }
    return node instanceof Node.Or or ? field(or.parts().get(0)) : field(((Node.Near) node).left());
  }
}
