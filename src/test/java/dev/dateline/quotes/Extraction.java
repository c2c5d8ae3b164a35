package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.text.Span;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The quotes of a text as the pipeline finds them, for tests to look at. */
record Extraction(Article article, List<Quote> quotes) {

  static Extraction of(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      WireInput input = WireInput.of(bytes, "test.txt");
      Article article = ArticleCleaner.standard().clean(WireReaders.standard().read(input).get(0));
      return new Extraction(
          article,
          QuoteExtractor.standard().extract(article, EntityExtractor.standard().extract(article)));
    } catch (WireException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one quote that has these words. */
  Quote with(String words) {
    List<Quote> found = quotes.stream().filter(quote -> quote.text().contains(words)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " quotes with \"" + words + "\" in " + summary());
    }
    return found.get(0);
  }

  List<String> texts() {
    return quotes.stream().map(Quote::text).toList();
  }

  /** The words inside marks of a quote. */
  List<String> verbatim(Quote quote) {
    return quote.verbatim().stream().map(this::text).toList();
  }

  String text(Span span) {
    return span.of(article.text());
  }

  /** Each quote with who says it, a line each. */
  String summary() {
    StringBuilder summary = new StringBuilder();
    for (Quote quote : quotes) {
      summary.append('\n').append(quote.kind()).append(" [").append(quote.text()).append("] cue ");
      summary.append(quote.cue() == null ? null : quote.cue().text()).append(", ");
      Speaker speaker = quote.speaker();
      if (speaker != null) {
        summary
            .append(speaker.kind())
            .append(' ')
            .append(speaker.mention() == null ? null : speaker.mention().text())
            .append(" = ")
            .append(speaker.name())
            .append(" (")
            .append(speaker.role())
            .append(", ")
            .append(speaker.affiliation())
            .append(')');
      }
    }
    return summary.toString();
  }
}
