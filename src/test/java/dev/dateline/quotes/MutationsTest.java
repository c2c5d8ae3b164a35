package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of the quotes of any text, however spoilt. */
class MutationsTest {

  private static final int COUNT = Integer.getInteger("dateline.mutations", 600);

  @Test
  void quotesOfSpoiltArticlesStayWhole() {
    Random random = new Random(1);
    int quotes = 0;
    for (int i = 0; i < COUNT; i++) {
      Article article = Mutations.article(random);
      List<Quote> found =
          QuoteExtractor.standard().extract(article, EntityExtractor.standard().extract(article));
      quotes += found.size();
      Set<String> ids = new HashSet<>();
      for (Quote quote : found) {
        assertThat(ids.add(quote.id())).as("id of its own").isTrue();
        assertThat(quote.nestedIn() == null || ids.contains(quote.nestedIn())).isTrue();
        holdsTogether(article, quote);
      }
    }
    assertThat(quotes).isGreaterThan(COUNT);
  }

  private static void holdsTogether(Article article, Quote quote) {
    int end = 0;
    for (Span span : quote.spans()) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.end()).isGreaterThan(span.start());
      assertThat(quote.text()).contains(span.of(article.text()));
      end = span.end();
    }
    for (Span verbatim : quote.verbatim()) {
      assertThat(quote.spans()).anyMatch(span -> contains(span, verbatim));
    }
    assertThat(quote.confidence()).isBetween(0.0, 1.0);
    assertThat(quote.sentence().span().start()).isLessThanOrEqualTo(quote.spans().get(0).start());
  }

  private static boolean contains(Span outer, Span inner) {
    return inner.start() >= outer.start() && inner.end() <= outer.end();
  }
}
