package dev.dateline.enrich;

import dev.dateline.entities.Entity;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.Speaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Raises the salience of who is quoted: an article is about whom it lets speak. Stateless. */
final class QuotedSalience {

  /** How much of what lacks to 1 is given to whoever is quoted often. */
  private static final double SHARE = 0.25;

  private static final int OFTEN = 3;

  private QuotedSalience() {}

  /** The same entities, those that are quoted more salient. */
  static List<Entity> raise(List<Entity> entities, List<Quote> quotes) {
    Map<String, Integer> counts = new HashMap<>();
    for (Quote quote : quotes) {
      count(quote.speaker(), counts);
      quote.jointWith().forEach(speaker -> count(speaker, counts));
    }
    return entities.stream().map(entity -> raised(entity, counts)).toList();
  }

  private static void count(Speaker speaker, Map<String, Integer> counts) {
    if (speaker != null && speaker.entityId() != null) {
      counts.merge(speaker.entityId(), 1, Integer::sum);
    }
  }

  private static Entity raised(Entity entity, Map<String, Integer> counts) {
    int quoted = Math.min(counts.getOrDefault(entity.id(), 0), OFTEN);
    if (quoted == 0) {
      return entity;
    }
    double raised = entity.salience() + (1 - entity.salience()) * SHARE * quoted / OFTEN;
    return entity.withSalience(Math.round(raised * 1000) / 1000.0);
  }
}
