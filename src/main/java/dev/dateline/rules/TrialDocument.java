package dev.dateline.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/** One document, on which queries are tried. Not thread-safe. */
final class TrialDocument {

  private final IndexSearcher searcher;
  private final LeafReaderContext context;

  TrialDocument(List<FieldTerms> fields) {
    MemoryIndex index = new MemoryIndex(true);
    fields.forEach(terms -> terms.addTo(index));
    searcher = index.createSearcher();
    searcher.setQueryCache(null);
    context = searcher.getIndexReader().leaves().get(0);
  }

  /** Where a query matches, or null where it does not. */
  Matches matches(Query query) {
    try {
      return searcher
          .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
          .matches(context, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("a memory index cannot fail", e);
    }
  }
}
