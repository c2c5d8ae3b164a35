package dev.dateline.rules;

import java.util.List;

/** Finds what a query is matched against. */
final class Scopes {

  private Scopes() {}

  /**
   * The scope that the query asks for with {@code in:}, else the narrowest of its fields.
   *
   * @throws RuleException where {@code in:} stands elsewhere than among the query's outermost parts
   */
  static Scope of(Node node) throws RuleException {
    List<Node> parts = node instanceof Node.And and ? and.parts() : List.of(node);
    Scope asked = null;
    Scope found = Scope.ARTICLE;
    for (Node part : parts) {
      if (part instanceof Node.In in) {
        if (asked != null) {
          throw misplaced(in);
        }
        asked = in.scope();
      } else {
        found = found.and(narrowest(part));
      }
    }
    return asked == null ? found : asked;
  }

  private static Scope narrowest(Node node) throws RuleException {
    if (node instanceof Node.In in) {
      throw misplaced(in);
    }
    if (node instanceof Node.Words words) {
      return words.field().scope();
    }
    if (node instanceof Node.Range range) {
      return range.field().scope();
    }
    if (node instanceof Node.Not not) {
      return narrowest(not.part());
    }
    if (node instanceof Node.Near near) {
      return narrowest(near.left()).and(narrowest(near.right()));
    }
    List<Node> parts =
        node instanceof Node.And and
            ? and.parts()
            : node instanceof Node.Or or ? or.parts() : ((Node.AtLeast) node).parts();
    Scope narrowest = Scope.ARTICLE;
    for (Node part : parts) {
      narrowest = narrowest.and(narrowest(part));
    }
    return narrowest;
  }

  private static RuleException misplaced(Node.In in) {
    return new RuleException(
        "in:" + in.scope().name().toLowerCase(java.util.Locale.ROOT) + " must hold for all of it",
        in.column(),
        "one in: outside of parentheses, beside the rest of the query");
  }
}
