package dev.dateline.enrich;

import dev.dateline.article.Article;
import dev.dateline.entities.Entity;
import dev.dateline.quotes.Quote;
import java.util.List;

/**
 * An item with everything found in it. Immutable.
 *
 * @param article the clean article, its item and item id with it
 * @param entities in order of first mention
 * @param quotes in order of first span
 */
public record EnrichedItem(Article article, List<Entity> entities, List<Quote> quotes) {

  public EnrichedItem {
    entities = List.copyOf(entities);
    quotes = List.copyOf(quotes);
  }

  public String itemId() {
    return article.itemId();
  }
}
