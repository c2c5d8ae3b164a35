package dev.dateline.rules;

import dev.dateline.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;

/** Where a query matched in one document: UTF-16 indices into the article's text, in order. */
final class Hits {

  private Hits() {}

  /** The places, without overlaps: as spans, only that they count UTF-16 characters. */
  static List<Span> of(Matches matches) throws IOException {
    List<Span> found = new ArrayList<>();
    for (String field : matches) {
      collect(matches.getMatches(field), found);
    }
    return merged(found);
  }

  private static void collect(MatchesIterator matches, List<Span> found) throws IOException {
    while (matches != null && matches.next()) {
      MatchesIterator parts = matches.getSubMatches();
      if (parts != null) {
        collect(parts, found);
      } else if (matches.endOffset() > matches.startOffset()) {
        found.add(new Span(matches.startOffset(), matches.endOffset()));
      }
    }
  }

  private static List<Span> merged(List<Span> found) {
    found.sort(null);
    List<Span> merged = new ArrayList<>(found.size());
    for (Span next : found) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && next.start() < last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), next.end())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }
}
