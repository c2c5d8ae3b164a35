package dev.dateline.rules;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Tries a candidate on the document at hand and finds where it matches, in one go. */
final class HitCollector extends CandidateMatcher<Hits> {

  private final LeafReaderContext context;

  HitCollector(IndexSearcher searcher) {
    super(searcher);
    searcher.setQueryCache(null);
    context = searcher.getIndexReader().leaves().get(0);
  }

  @Override
  protected void matchQuery(String ruleId, Query query, Map<String, String> metadata)
      throws IOException {
    Matches matches = matches(searcher, context, query);
    if (matches != null) {
      addMatch(Hits.of(ruleId, matches), 0);
    }
  }

  /** Where a query matches a document, or null. */
  static Matches matches(IndexSearcher searcher, LeafReaderContext context, Query query)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    return weight.matches(context, 0);
  }

  @Override
  public Hits resolve(Hits one, Hits other) {
    return one;
  }
}
