package dev.dateline.rules;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;

/**
 * Lucene's intervals of a pattern, but shown to visitors as the query for that pattern, by which
 * the presearcher knows how its terms begin.
 */
final class PatternIntervals extends IntervalsSource {

  /**
   * The most that Lucene allows. A document with more different words that fit the pattern is none
   * that anybody wrote, and does not match.
   */
  private static final int EXPANSIONS = 1024;

  private final MultiTermQuery query;
  private final IntervalsSource source;

  PatternIntervals(Slot slot, Node.Word word) {
    query = Terms.pattern(slot, word.text(), word.form());
    source = source(query);
  }

  private static IntervalsSource source(MultiTermQuery query) {
    if (query instanceof PrefixQuery prefix) {
      return Intervals.prefix(prefix.getPrefix().bytes(), EXPANSIONS);
    }
    if (query instanceof WildcardQuery wildcard) {
      return Intervals.wildcard(wildcard.getTerm().bytes(), EXPANSIONS);
    }
    FuzzyQuery fuzzy = (FuzzyQuery) query;
    return Intervals.fuzzyTerm(
        fuzzy.getTerm().text(),
        fuzzy.getMaxEdits(),
        fuzzy.getPrefixLength(),
        fuzzy.getTranspositions(),
        EXPANSIONS);
  }

  @Override
  public IntervalIterator intervals(String field, LeafReaderContext context) throws IOException {
    try {
      return source.intervals(field, context);
    } catch (IllegalStateException tooMany) {
      return null;
    }
  }

  @Override
  public IntervalMatchesIterator matches(String field, LeafReaderContext context, int doc)
      throws IOException {
    try {
      return source.matches(field, context, doc);
    } catch (IllegalStateException tooMany) {
      return null;
    }
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    query.visit(visitor);
  }

  @Override
  public int minExtent() {
    return source.minExtent();
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatternIntervals that && query.equals(that.query);
  }

  @Override
  public int hashCode() {
    return Objects.hash(PatternIntervals.class, query);
  }

  @Override
  public String toString() {
    return query.toString();
  }
}
