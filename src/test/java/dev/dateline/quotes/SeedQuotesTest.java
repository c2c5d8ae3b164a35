package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.article.Article;
import dev.dateline.entities.EntityExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agency's round-up of one press conference: all that is quoted is one man's. */
class SeedQuotesTest {

  private static final Path ROUNDUP = Polnear.SHARED.resolve("data/wire/tass-955288.txt");

  @Test
  void attributesARoundUpToWhoSpoke() throws IOException {
    assumeTrue(Files.isRegularFile(ROUNDUP), "no round-up beside the checkout");
    Article article = CleanText.of(ROUNDUP);
    List<Quote> quotes =
        QuoteExtractor.standard().extract(article, EntityExtractor.standard().extract(article));
    List<Quote> quoted = quotes.stream().filter(q -> q.kind() != QuoteKind.INDIRECT).toList();
    assertThat(quoted).hasSizeGreaterThanOrEqualTo(13);
    assertThat(quoted).extracting(q -> q.speaker().name()).containsOnly("Sergey Lavrov");
    assertThat(quoted).anyMatch(q -> q.text().startsWith("[US Secretary of State] Rex"));
    assertThat(quotes)
        .filteredOn(q -> q.speaker() != null)
        .extracting(q -> q.speaker().name())
        .contains("Maria Zakharova")
        .doesNotContain("Vladimir Putin", "Donald Trump");
    assertThat(quotes)
        .anyMatch(
            q ->
                q.kind() == QuoteKind.INDIRECT
                    && q.cue().text().equalsIgnoreCase("according to")
                    && "Sergey Lavrov".equals(q.speaker().name()));
  }
}
