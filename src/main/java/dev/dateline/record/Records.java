package dev.dateline.record;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.wire.WireItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The one mapper from the domain's types to the Avro records, and back for those that are read.
 * Pure; safe from any number of threads.
 */
public final class Records {

  static {
    RecordClasses.trust();
  }

  private final String producer;

  /**
   * @param producer what makes the records: Dateline's version and the hash of its models
   */
  public Records(String producer) {
    this.producer = producer;
  }

  public String producer() {
    return producer;
  }

  /** The article alone. */
  public Article article(EnrichedItem enriched, Instant received) {
    dev.dateline.article.Article article = enriched.article();
    WireItem item = article.item();
    return Article.newBuilder()
        .setId(article.itemId())
        .setText(article.text())
        .setHeadline(ArticleRecords.headline(article))
        .setDateline(ArticleRecords.dateline(article))
        .setByline(article.byline())
        .setLanguage(article.language())
        .setParagraphs(ArticleRecords.paragraphs(article))
        .setSections(ArticleRecords.sections(article, null))
        .setRemoved(ArticleRecords.removed(article))
        .setVersion(item.version())
        .setSource(item.source())
        .setUrl(item.url())
        .setPubStatus(ArticleRecords.pubStatus(item))
        .setVersionCreated(item.versionCreated())
        .setFirstCreated(item.firstCreated())
        .setReceived(received)
        .setEmbargo(item.embargo())
        .setSlug(item.slug())
        .setUrgency(item.urgency())
        .setEdNote(item.edNote())
        .setUsageTerms(item.usageTerms())
        .setLocated(item.located())
        .setSubjects(ArticleRecords.subjects(item))
        .setRelatedIds(item.relatedIds())
        .setSupersedes(item.supersedes())
        .setSubheads(item.subheads())
        .setGuid(item.guid())
        .setFormat(item.format())
        .setBody(ArticleRecords.bodyKind(article))
        .setAgency(item.agency())
        .setCopyright(item.copyright())
        .setProducer(producer)
        .build();
  }

  /** The article with its quotes and entities in one record. */
  public EnrichedArticle enrichedArticle(EnrichedItem enriched, Instant received) {
    dev.dateline.article.Article article = enriched.article();
    WireItem item = article.item();
    return EnrichedArticle.newBuilder()
        .setId(article.itemId())
        .setText(article.text())
        .setHeadline(ArticleRecords.headline(article))
        .setDateline(ArticleRecords.dateline(article))
        .setByline(article.byline())
        .setLanguage(article.language())
        .setParagraphs(ArticleRecords.paragraphs(article))
        .setSections(ArticleRecords.sections(article, null))
        .setQuotes(QuoteRecords.quotes(enriched, null))
        .setEntities(EntityRecords.entities(enriched, null))
        .setRemoved(ArticleRecords.removed(article))
        .setVersion(item.version())
        .setSource(item.source())
        .setUrl(item.url())
        .setPubStatus(ArticleRecords.pubStatus(item))
        .setVersionCreated(item.versionCreated())
        .setFirstCreated(item.firstCreated())
        .setReceived(received)
        .setEmbargo(item.embargo())
        .setSlug(item.slug())
        .setUrgency(item.urgency())
        .setEdNote(item.edNote())
        .setUsageTerms(item.usageTerms())
        .setLocated(item.located())
        .setSubjects(ArticleRecords.subjects(item))
        .setRelatedIds(item.relatedIds())
        .setSupersedes(item.supersedes())
        .setSubheads(item.subheads())
        .setGuid(item.guid())
        .setFormat(item.format())
        .setBody(ArticleRecords.bodyKind(article))
        .setAgency(item.agency())
        .setCopyright(item.copyright())
        .setProducer(producer)
        .build();
  }

  /** The sections, each standing alone. */
  public List<Section> sections(EnrichedItem enriched, Instant received) {
    return ArticleRecords.sections(enriched.article(), itemRef(enriched, received));
  }

  /** The quotes, each standing alone. */
  public List<Quote> quotes(EnrichedItem enriched, Instant received) {
    return QuoteRecords.quotes(enriched, itemRef(enriched, received));
  }

  /** The entities, each standing alone. */
  public List<ArticleEntity> entities(EnrichedItem enriched, Instant received) {
    return EntityRecords.entities(enriched, itemRef(enriched, received));
  }

  /** Where the records derived from an item come from. */
  public ItemRef itemRef(EnrichedItem enriched, Instant received) {
    dev.dateline.article.Article article = enriched.article();
    WireItem item = article.item();
    return ItemRef.newBuilder()
        .setId(article.itemId())
        .setVersion(item.version())
        .setSource(item.source())
        .setHeadline(article.headline() == null ? null : article.headline().text())
        .setUrl(item.url())
        .setLanguage(article.language())
        .setPublished(item.versionCreated() == null ? item.firstCreated() : item.versionCreated())
        .setReceived(received)
        .setProducer(producer)
        .build();
  }

  static Span span(dev.dateline.text.Span span) {
    return span == null ? null : new Span(span.start(), span.end());
  }

  static TextSpan textSpan(dev.dateline.text.TextSpan words) {
    return words == null
        ? null
        : new TextSpan(words.text(), words.span().start(), words.span().end());
  }

  static List<Span> spans(List<dev.dateline.text.Span> spans) {
    List<Span> records = new ArrayList<>(spans.size());
    for (dev.dateline.text.Span span : spans) {
      records.add(span(span));
    }
    return records;
  }
}
