package dev.dateline.enrich;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityExtractor;
import dev.dateline.entities.EntityList;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.QuoteExtractor;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireReaders;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a raw record in, enriched items out. Pure and deterministic; safe from any number of
 * threads. Make one and keep it: it holds the models.
 */
public final class Enricher {

  private final WireReaders readers;
  private final ArticleCleaner cleaner;
  private final EntityExtractor entityExtractor;
  private final QuoteExtractor quoteExtractor;

  private Enricher(
      WireReaders readers,
      ArticleCleaner cleaner,
      EntityExtractor entityExtractor,
      QuoteExtractor quoteExtractor) {
    this.readers = readers;
    this.cleaner = cleaner;
    this.entityExtractor = entityExtractor;
    this.quoteExtractor = quoteExtractor;
  }

  /** The enricher with the readers, models and rules that come with Dateline. */
  public static Enricher standard() {
    return new Enricher(
        WireReaders.standard(),
        ArticleCleaner.standard(),
        EntityExtractor.standard(),
        QuoteExtractor.standard());
  }

  /** The same enricher, whose entities are also linked to {@code lists}. */
  public Enricher withLists(List<EntityList> lists) {
    return new Enricher(readers, cleaner, entityExtractor.withLists(lists), quoteExtractor);
  }

  /**
   * The items in a raw record, not yet enriched.
   *
   * @throws WireException where the bytes cannot be read as any wire format
   */
  public List<WireItem> read(WireInput input) throws WireException {
    return readers.read(input);
  }

  /**
   * One item with everything found in it. Quotes and entities are found in English, and where the
   * language is not determined; in other languages their models would make them up. Never fails.
   */
  public EnrichedItem enrich(WireItem item) {
    Article article = cleaner.clean(item);
    if (!isSupported(article.language())) {
      return new EnrichedItem(article, List.of(), List.of());
    }
    List<Entity> entities = entityExtractor.extract(article);
    List<Quote> quotes = quoteExtractor.extract(article, entities);
    List<Entity> quoted = SpeakerMentions.add(QuotedSalience.raise(entities, quotes), quotes);
    return new EnrichedItem(article, quoted, quotes);
  }

  /**
   * {@link #read} and {@link #enrich} in one: every item of a raw record, enriched.
   *
   * @throws WireException where the bytes cannot be read as any wire format
   */
  public List<EnrichedItem> enrich(WireInput input) throws WireException {
    List<EnrichedItem> items = new ArrayList<>();
    for (WireItem item : read(input)) {
      items.add(enrich(item));
    }
    return items;
  }

  private static boolean isSupported(String language) {
    return language == null || language.equals("en") || language.startsWith("en-");
  }
}
