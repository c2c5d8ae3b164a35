package dev.dateline.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.Query;

/**
 * Finds the terms under which a rule is filed, as Lucene's presearcher chooses them: a document
 * with none of them cannot match. Not thread-safe.
 */
final class FilingTerms extends TermFilteredPresearcher {

  private List<Term> terms = List.of();

  FilingTerms() {
    super(new Weights(), List.of(new PatternHandler()), Set.of());
  }

  /** The terms; one of a field that no document has where every document must be tried. */
  List<Term> of(Query query) {
    indexQuery(query, Map.of());
    return terms;
  }

  @Override
  protected Document buildQueryDocument(QueryTree tree) {
    List<Term> found = new ArrayList<>();
    tree.collectTerms((field, bytes) -> found.add(new Term(field, bytes)));
    terms = List.copyOf(found);
    return new Document();
  }
}
