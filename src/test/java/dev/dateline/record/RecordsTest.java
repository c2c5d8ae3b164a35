package dev.dateline.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Article;
import dev.dateline.article.Paragraph.Kind;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Role;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.QuoteKind;
import dev.dateline.quotes.Speaker;
import dev.dateline.quotes.Stance;
import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {

  private static final Instant RECEIVED = Instant.parse("2031-05-04T10:00:00Z");
  private static final String TEXT = "Dam talks\n\n“We agreed,” Minister Ada Voss said.";

  private final Records records = new Records("dateline/test");

  @Test
  void aQuoteOnItsTopicStandsAloneAndInsideAnArticleItDoesNot() {
    EnrichedItem item = item();
    assertThat(records.quotes(item, RECEIVED).get(0).getItem().getId()).isEqualTo("velia:1");
    assertThat(records.enrichedArticle(item, RECEIVED).getQuotes().get(0).getItem()).isNull();
  }

  @Test
  void aQuoteKeepsItsSpeakerAndWords() {
    dev.dateline.record.Quote quote = records.quotes(item(), RECEIVED).get(0);
    assertThat(quote.getKind()).isEqualTo(dev.dateline.record.QuoteKind.DIRECT);
    assertThat(quote.getSpeaker().getName()).isEqualTo("Ada Voss");
    assertThat(quote.getSpeaker().getText()).isEqualTo("Minister Ada Voss");
    assertThat(quote.getSpans()).containsExactly(new dev.dateline.record.Span(12, 22));
    assertThat(quote.getCue().getText()).isEqualTo("said");
    assertThat(quote.getSaid()).isNull();
  }

  @Test
  void anEntityOfUnknownGenderHasNone() {
    ArticleEntity entity = records.entities(item(), RECEIVED).get(0);
    assertThat(entity.getGender()).isNull();
    assertThat(entity.getRoles().get(0).getStatus()).isEqualTo(RoleStatus.CURRENT);
    assertThat(entity.getMentions().get(0).getText()).isEqualTo("Ada Voss");
  }

  @Test
  void theArticleCarriesTheProvidersFields() {
    dev.dateline.record.Article article = records.article(item(), RECEIVED);
    assertThat(article.getHeadline().getText()).isEqualTo("Dam talks");
    assertThat(article.getUrgency()).isEqualTo(3);
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(article.getReceived()).isEqualTo(RECEIVED);
    assertThat(article.getParagraphs().get(0).getKind()).isEqualTo("headline");
    assertThat(article.getProducer()).isEqualTo("dateline/test");
  }

  @Test
  void aRawRecordGoesThereAndBack() {
    byte[] bytes = "Dam talks".getBytes(StandardCharsets.UTF_8);
    WireInput input =
        new WireInput(bytes, "velia", "text/plain", null, "file:a.txt", Map.of("x", "y"));
    WireInput back = RawArticles.input(RawArticles.of(input, RECEIVED));
    assertThat(back.bytes()).isEqualTo(bytes);
    assertThat(back).usingRecursiveComparison().isEqualTo(input.withReceived(RECEIVED));
  }

  private static EnrichedItem item() {
    Document document = Document.of(TEXT);
    WireItem wire =
        WireItem.builder("velia").guid("1").urgency(3).headline("Dam talks").format("text").build();
    Article article =
        new Article(
            "velia:1",
            wire,
            document,
            document.textSpan(0, 9),
            null,
            null,
            "en",
            List.of(new dev.dateline.article.Paragraph(new Span(0, 9), Kind.HEADLINE)),
            List.of(),
            List.of());
    dev.dateline.entities.Mention mention =
        new dev.dateline.entities.Mention(
            new Span(33, 41), "Ada Voss", dev.dateline.entities.Mention.Kind.NAME);
    Entity entity =
        new Entity(
            "e1",
            EntityType.PERSON,
            null,
            "Ada Voss",
            List.of(),
            List.of(new Role("Minister", null, Role.Status.CURRENT, new Span(24, 32), null)),
            Entity.Gender.UNKNOWN,
            null,
            null,
            List.of(),
            null,
            null,
            1,
            List.of(mention));
    Quote quote =
        new Quote(
            "q1",
            QuoteKind.DIRECT,
            "We agreed,",
            List.of(new Span(12, 22)),
            List.of(new Span(12, 22)),
            document.textSpan(42, 46),
            new Speaker(
                document.textSpan(24, 41), Speaker.Kind.NAME, "Ada Voss", "Minister", null, "e1"),
            List.of(),
            null,
            Stance.ASSERTED,
            null,
            null,
            null,
            null,
            null,
            null,
            document.textSpan(11, 47),
            0.9);
    return new EnrichedItem(article, List.of(entity), List.of(quote));
  }
}
