package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes an {@link Entity} of a cluster and what was found out about it. */
final class EntityBuilder {

  private final Cluster cluster;
  private final EntityType type;
  private final Document document;
  private String subtype;
  private List<Role> roles = List.of();
  private Entity.Gender gender = Entity.Gender.UNKNOWN;
  private Integer age;
  private String nationality;
  private List<Link> links = List.of();
  private Double latitude;
  private Double longitude;

  EntityBuilder(Cluster cluster, EntityType type, Document document) {
    this.cluster = cluster;
    this.type = type;
    this.document = document;
  }

  void person(PersonFacts facts, Entity.Gender found) {
    roles = facts.roles();
    age = facts.age;
    nationality = facts.nationality;
    gender = found;
  }

  /**
   * @param place what is known of the place, or null
   */
  void place(Place place) {
    if (place == null) {
      subtype = cluster.type == Labels.FACILITY ? Place.FACILITY : null;
      return;
    }
    subtype = place.subtype();
    links = place.links();
    if (place.city() != null) {
      latitude = rounded(place.city().latitude());
      longitude = rounded(place.city().longitude());
    }
  }

  /**
   * @param country ISO 3166-1 code of the people's country, or null
   */
  void people(String country) {
    nationality = country;
    if (country != null) {
      links = List.of(new Link("iso3166", country, 1, null, "people", null));
    }
    if (cluster.canonical().text.endsWith("s")) {
      gender = Entity.Gender.PLURAL;
    }
  }

  private static double rounded(float degrees) {
    return Math.round(degrees * 1000.0) / 1000.0;
  }

  Entity build(EntityIds ids, int headlineEnd) {
    Name canonical = cluster.canonical();
    String fullest = type == EntityType.PERSON ? Styles.without(canonical.text) : canonical.text;
    List<Mention> mentions = new ArrayList<>(cluster.names.size());
    for (Name name : cluster.names) {
      Span span = document.tokenSpan(name.first, name.last);
      mentions.add(new Mention(span, document.text(span), Mention.Kind.NAME));
    }
    return new Entity(
        ids.next(type, canonical.key()),
        type,
        subtype,
        fullest,
        cluster.aliases(fullest),
        roles,
        gender,
        age,
        nationality,
        links,
        latitude,
        longitude,
        Salience.of(cluster, document, headlineEnd),
        mentions);
  }
}
