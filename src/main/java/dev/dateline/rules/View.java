package dev.dateline.rules;

import dev.dateline.article.Section;
import dev.dateline.quotes.Quote;
import dev.dateline.text.Span;
import java.util.List;

/**
 * One document of an item: the article, a section or a quote.
 *
 * @param scope which
 * @param spans its own text
 * @param sections the sections in it, or the one it stands in
 * @param quotes the quotes in it; of a quote, itself
 */
record View(Scope scope, List<Span> spans, List<Section> sections, List<Quote> quotes) {

  /** Whether a span lies in it, at least in part. */
  boolean overlaps(Span span) {
    for (Span own : spans) {
      if (own.overlaps(span)) {
        return true;
      }
    }
    return false;
  }
}
