package dev.dateline.rules;

import dev.dateline.article.Section;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.Speaker;
import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Says what matched, in the words of the item. */
final class Reporter {

  private static final int HEADLINE_WEIGHT = 3;
  private static final double HALF_SCORE = 3;

  private final EnrichedItem item;
  private final Document document;

  Reporter(EnrichedItem item) {
    this.item = item;
    this.document = item.article().document();
  }

  RuleMatch report(String ruleId, String query, View view, List<Span> hits) {
    List<TextSpan> terms = new ArrayList<>(hits.size());
    for (Span range : hits) {
      terms.add(document.textSpan(range.start(), range.end()));
    }
    Quote quote = view.scope() == Scope.QUOTE ? view.quotes().get(0) : null;
    Section section = view.scope() == Scope.SECTION ? view.sections().get(0) : null;
    if (view.scope() == Scope.ARTICLE && !terms.isEmpty()) {
      quote = quoteAround(terms);
      section = quote == null ? sectionAround(terms) : null;
    }
    String snippet = Snippet.of(document, hits, shown(hits, quote, section));
    double score = score(terms);
    if (quote != null) {
      return new RuleMatch(
          ruleId,
          query,
          MatchedOn.QUOTE,
          quote.id(),
          quote.section(),
          speaker(quote),
          terms,
          snippet,
          score);
    }
    if (section != null) {
      return new RuleMatch(
          ruleId,
          query,
          MatchedOn.SECTION,
          section.id(),
          section.heading(),
          null,
          terms,
          snippet,
          score);
    }
    return new RuleMatch(ruleId, query, MatchedOn.ARTICLE, null, null, null, terms, snippet, score);
  }

  /** The shortest quote that holds all the terms, or null. */
  private Quote quoteAround(List<TextSpan> terms) {
    Quote best = null;
    for (Quote quote : item.quotes()) {
      if (terms.stream().allMatch(term -> holds(quote.spans(), term.span()))
          && (best == null || quote.text().length() < best.text().length())) {
        best = quote;
      }
    }
    return best;
  }

  /** The shortest section that holds all the terms, or null. */
  private Section sectionAround(List<TextSpan> terms) {
    Section best = null;
    for (Section section : item.article().sections()) {
      if (terms.stream().allMatch(term -> section.span().contains(term.span()))
          && (best == null || section.span().length() < best.span().length())) {
        best = section;
      }
    }
    return best;
  }

  private static boolean holds(List<Span> spans, Span term) {
    for (Span span : spans) {
      if (span.contains(term)) {
        return true;
      }
    }
    return false;
  }

  private static String speaker(Quote quote) {
    Speaker speaker = quote.speaker();
    return speaker == null ? null : speaker.name();
  }

  /**
   * Where the snippet is taken from: the first match, in a quote the first of its own words, or
   * else where the quote or section starts; UTF-16.
   */
  private Span shown(List<Span> matches, Quote quote, Section section) {
    if (quote == null && !matches.isEmpty()) {
      return matches.get(0);
    }
    List<Span> spans =
        quote != null
            ? quote.spans()
            : List.of(section != null ? section.span() : document.span(0, 0));
    for (Span match : matches) {
      if (holds(spans, document.span(match.start(), match.end()))) {
        return match;
      }
    }
    int begin = document.index(spans.get(0).start());
    return new Span(begin, begin);
  }

  private double score(List<TextSpan> terms) {
    TextSpan headline = item.article().headline();
    int weight = 0;
    for (TextSpan term : terms) {
      boolean inHeadline = headline != null && headline.span().contains(term.span());
      weight += inHeadline ? HEADLINE_WEIGHT : 1;
    }
    return weight / (weight + HALF_SCORE);
  }
}
