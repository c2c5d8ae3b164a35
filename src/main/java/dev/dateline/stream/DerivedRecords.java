package dev.dateline.stream;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.life.RecordId;
import dev.dateline.life.RecordId.Kind;
import dev.dateline.record.Article;
import dev.dateline.record.ArticleEntity;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.ItemRef;
import dev.dateline.record.Quote;
import dev.dateline.record.Records;
import dev.dateline.record.Section;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Everything derived from an item, serialised, each with a digest of its fields. The digest leaves
 * out what changes with every version though the record says the same: version, times and producer.
 * Thread-safe as far as the serdes are.
 */
final class DerivedRecords {

  private final Topics topics;
  private final Serializer<Article> articles;
  private final Serializer<Section> sections;
  private final Serializer<Quote> quotes;
  private final Serializer<ArticleEntity> entities;
  private final Serializer<EnrichedArticle> enriched;

  DerivedRecords(Topics topics, RecordSerdes serdes) {
    this.topics = topics;
    this.articles = serdes.of(Article.class).serializer();
    this.sections = serdes.of(Section.class).serializer();
    this.quotes = serdes.of(Quote.class).serializer();
    this.entities = serdes.of(ArticleEntity.class).serializer();
    this.enriched = serdes.of(EnrichedArticle.class).serializer();
  }

  /**
   * A derived record.
   *
   * @param bytes the value, serialised
   * @param digest digest of its fields
   */
  record Derived(byte[] bytes, long digest) {}

  /**
   * Every record of an item by what it is known by, in the order of sending.
   *
   * @param records knows the producer
   */
  Map<RecordId, Derived> of(Records records, EnrichedItem item, Instant received) {
    Map<RecordId, Derived> all = new LinkedHashMap<>();
    String itemId = item.itemId();
    ItemRef full = records.itemRef(item, received);
    ItemRef lasting = lasting(full);

    all.put(new RecordId(Kind.ARTICLE, itemId), article(records.article(item, received)));
    for (Section section : records.sections(item, received)) {
      section.setItem(lasting);
      long digest = digest(sections.serialize(topics.sections(), section));
      section.setItem(full);
      all.put(
          new RecordId(Kind.SECTION, section.getId()),
          new Derived(sections.serialize(topics.sections(), section), digest));
    }
    for (Quote quote : records.quotes(item, received)) {
      quote.setItem(lasting);
      long digest = digest(quotes.serialize(topics.quotes(), quote));
      quote.setItem(full);
      all.put(
          new RecordId(Kind.QUOTE, quote.getId()),
          new Derived(quotes.serialize(topics.quotes(), quote), digest));
    }
    for (ArticleEntity entity : records.entities(item, received)) {
      entity.setItem(lasting);
      long digest = digest(entities.serialize(topics.entities(), entity));
      entity.setItem(full);
      all.put(
          new RecordId(Kind.ENTITY, itemId + "#" + entity.getId()),
          new Derived(entities.serialize(topics.entities(), entity), digest));
    }
    all.put(new RecordId(Kind.ENRICHED, itemId), enriched(records.enrichedArticle(item, received)));
    return all;
  }

  /** The digests alone. */
  static Map<RecordId, Long> digests(Map<RecordId, Derived> derived) {
    Map<RecordId, Long> digests = new LinkedHashMap<>();
    derived.forEach((id, record) -> digests.put(id, record.digest()));
    return digests;
  }

  private Derived article(Article article) {
    byte[] bytes = articles.serialize(topics.articles(), article);
    article.setVersion(null);
    article.setVersionCreated(null);
    article.setReceived(null);
    article.setProducer(null);
    return new Derived(bytes, digest(articles.serialize(topics.articles(), article)));
  }

  private Derived enriched(EnrichedArticle article) {
    byte[] bytes = enriched.serialize(topics.enriched(), article);
    article.setVersion(null);
    article.setVersionCreated(null);
    article.setReceived(null);
    article.setProducer(null);
    return new Derived(bytes, digest(enriched.serialize(topics.enriched(), article)));
  }

  private static ItemRef lasting(ItemRef full) {
    return ItemRef.newBuilder(full)
        .setVersion(null)
        .setPublished(null)
        .setReceived(null)
        .setProducer(null)
        .build();
  }

  private static long digest(byte[] bytes) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
