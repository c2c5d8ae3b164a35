package dev.dateline.record;

import dev.dateline.enrich.EnrichedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps entities with their roles, links and mentions. */
final class EntityRecords {

  private EntityRecords() {}

  /**
   * @param item the item, for entities that stand alone; null inside an enriched article
   */
  static List<ArticleEntity> entities(EnrichedItem enriched, ItemRef item) {
    List<ArticleEntity> records = new ArrayList<>(enriched.entities().size());
    for (dev.dateline.entities.Entity entity : enriched.entities()) {
      records.add(entity(entity, item));
    }
    return records;
  }

  private static ArticleEntity entity(dev.dateline.entities.Entity entity, ItemRef item) {
    return ArticleEntity.newBuilder()
        .setId(entity.id())
        .setItem(item)
        .setType(EntityType.valueOf(entity.type().name()))
        .setSubtype(entity.subtype())
        .setName(entity.name())
        .setAliases(entity.aliases())
        .setRoles(roles(entity))
        .setGender(gender(entity.gender()))
        .setAge(entity.age())
        .setNationality(entity.nationality())
        .setLinks(links(entity))
        .setLatitude(entity.latitude())
        .setLongitude(entity.longitude())
        .setSalience(entity.salience())
        .setMentions(mentions(entity))
        .build();
  }

  private static String gender(dev.dateline.entities.Entity.Gender gender) {
    return gender == null || gender == dev.dateline.entities.Entity.Gender.UNKNOWN
        ? null
        : gender.name().toLowerCase(Locale.ROOT);
  }

  private static List<Role> roles(dev.dateline.entities.Entity entity) {
    List<Role> records = new ArrayList<>(entity.roles().size());
    for (dev.dateline.entities.Role role : entity.roles()) {
      records.add(
          new Role(
              role.role(),
              role.affiliation(),
              RoleStatus.valueOf(role.status().name()),
              Records.span(role.span()),
              Records.span(role.affiliationSpan())));
    }
    return records;
  }

  private static List<Link> links(dev.dateline.entities.Entity entity) {
    List<Link> records = new ArrayList<>(entity.links().size());
    for (dev.dateline.entities.Link link : entity.links()) {
      records.add(
          new Link(
              link.list(), link.id(), link.score(), link.matched(), link.method(), link.hash()));
    }
    return records;
  }

  private static List<Mention> mentions(dev.dateline.entities.Entity entity) {
    List<Mention> records = new ArrayList<>(entity.mentions().size());
    for (dev.dateline.entities.Mention mention : entity.mentions()) {
      records.add(
          new Mention(
              mention.span().start(),
              mention.span().end(),
              mention.text(),
              MentionKind.valueOf(mention.kind().name())));
    }
    return records;
  }
}
