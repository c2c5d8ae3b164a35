package dev.dateline.enrich;

import dev.dateline.entities.Entity;
import dev.dateline.entities.Mention;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.Speaker;
import dev.dateline.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives entities the mentions by which their quotes name them other than by name: "she said", "the
 * minister added". Pronouns and descriptions that speak nowhere are left out. Stateless.
 */
final class SpeakerMentions {

  private SpeakerMentions() {}

  /** The same entities, with such mentions among theirs in order of text. */
  static List<Entity> add(List<Entity> entities, List<Quote> quotes) {
    Map<String, List<Mention>> found = new HashMap<>();
    for (Quote quote : quotes) {
      collect(quote.speaker(), found);
      quote.jointWith().forEach(speaker -> collect(speaker, found));
    }
    return entities.stream().map(entity -> with(entity, found.get(entity.id()))).toList();
  }

  private static void collect(Speaker speaker, Map<String, List<Mention>> found) {
    if (speaker == null || speaker.entityId() == null || speaker.mention() == null) {
      return;
    }
    Mention.Kind kind =
        switch (speaker.kind()) {
          case PRONOUN -> Mention.Kind.PRONOUN;
          case NOMINAL -> Mention.Kind.NOMINAL;
          default -> null;
        };
    if (kind != null) {
      found
          .computeIfAbsent(speaker.entityId(), id -> new ArrayList<>(2))
          .add(new Mention(speaker.mention().span(), speaker.mention().text(), kind));
    }
  }

  private static Entity with(Entity entity, List<Mention> more) {
    if (more == null) {
      return entity;
    }
    List<Mention> all = new ArrayList<>(entity.mentions());
    for (Mention mention : more) {
      if (all.stream().noneMatch(known -> overlap(known.span(), mention.span()))) {
        all.add(mention);
      }
    }
    all.sort(Comparator.comparing(Mention::span));
    return entity.withMentions(all);
  }

  private static boolean overlap(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
