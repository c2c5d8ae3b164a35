package dev.dateline.rules;

import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/**
 * Lucene's presearcher, which also tells under which terms it files each rule: a document with none
 * of them need not be looked at.
 */
final class FilingPresearcher extends TermFilteredPresearcher {

  private final Usage usage;

  FilingPresearcher(Usage usage) {
    super(new Weights(), List.of(new PatternHandler()), Set.of());
    this.usage = usage;
  }

  @Override
  protected Document buildQueryDocument(QueryTree tree) {
    tree.collectTerms(usage::anchor);
    return super.buildQueryDocument(tree);
  }
}
