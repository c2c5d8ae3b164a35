package dev.dateline.rules;

import dev.dateline.enrich.EnrichedItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A query of the rule language, parsed and checked. Immutable; thread-safe.
 *
 * <p>It filters single records and items with {@link #matches}; {@link RuleMatcher} matches many
 * against items, and says where.
 */
public final class RuleQuery {

  private final String source;
  private final Node node;
  private final CompiledQuery compiled;
  private final Usage usage;

  private RuleQuery(String source, Node node) throws RuleException {
    this.source = source;
    this.node = node;
    this.compiled = Compiler.compile(node);
    this.usage = new Usage();
    usage.add(compiled);
  }

  /**
   * Parses a query.
   *
   * @throws RuleException where it is not in the language, or costs more than a query may
   */
  public static RuleQuery parse(String query) throws RuleException {
    return new RuleQuery(query, Parser.parse(query));
  }

  /**
   * Parses the query of a rule, which says what must be there.
   *
   * @throws RuleException as {@link #parse}, and where it only says what must not be there
   */
  public static RuleQuery parseRule(String query) throws RuleException {
    RuleQuery parsed = parse(query);
    if (!parsed.compiled.selective()) {
      throw new RuleException(
          "the query only excludes and would match nearly everything",
          query.length() + 1,
          "a word, a phrase or a field that must be there");
    }
    return parsed;
  }

  /**
   * The query for a value of a field, taken as a phrase: {@code of("speaker", "Lavrov")} is {@code
   * speaker:"Lavrov"}.
   *
   * @throws RuleException where there is no such field, or the value is none of its values
   */
  public static RuleQuery of(String field, String value) throws RuleException {
    return parse(field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
  }

  /**
   * The query that asks for both.
   *
   * @throws RuleException where both say {@code in:}
   */
  public RuleQuery and(RuleQuery other) throws RuleException {
    List<Node> parts = new ArrayList<>();
    for (Node part : List.of(node, other.node)) {
      if (part instanceof Node.And and) {
        parts.addAll(and.parts());
      } else {
        parts.add(part);
      }
    }
    return new RuleQuery(
        "(" + source + ") AND (" + other.source + ")", new Node.And(List.copyOf(parts), 1));
  }

  /**
   * Whether a record with these fields matches. All the fields of the query are looked for in this
   * one record, whatever its sort; a field that the record lacks does not match.
   */
  public boolean matches(FieldValues record) {
    return matches(RecordDocument.of(record, usage));
  }

  /** Whether a rule with this query would match an item: see {@link RuleMatcher#match}. */
  public boolean matches(EnrichedItem item) {
    ItemDocuments documents = new ItemDocuments(item);
    return documents.views(compiled.scope()).stream()
        .anyMatch(view -> matches(documents.document(view, usage, new HashSet<>())));
  }

  private boolean matches(List<FieldTerms> fields) {
    return new TrialDocument(fields).matches(compiled.query()) != null;
  }

  CompiledQuery compiled() {
    return compiled;
  }

  /** The query as written. */
  @Override
  public String toString() {
    return source;
  }
}
