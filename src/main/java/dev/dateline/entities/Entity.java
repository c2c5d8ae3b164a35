package dev.dateline.entities;

import java.util.ArrayList;
import java.util.List;

/**
 * One entity of one article. Immutable.
 *
 * @param id hash of type, normalised canonical name and ordinal among homonyms in the item
 * @param type what sort of thing
 * @param subtype COUNTRY, REGION, CITY, FACILITY or WATER for places where known, or null
 * @param name canonical name: the fullest form in the article
 * @param aliases other names the article uses
 * @param roles roles of a person, in order of appearance
 * @param gender gender and number, as far as the text tells
 * @param age in years where the text says it, or null
 * @param nationality ISO 3166-1 alpha-2 code where the text says it, or null
 * @param links links to lists
 * @param latitude degrees north of a linked place, or null
 * @param longitude degrees east of a linked place, or null
 * @param salience how much the article is about it, 0 to 1
 * @param mentions every mention by name, and the pronouns and descriptions by which it is quoted,
 *     in order of text; at least one
 */
public record Entity(
    String id,
    EntityType type,
    String subtype,
    String name,
    List<String> aliases,
    List<Role> roles,
    Gender gender,
    Integer age,
    String nationality,
    List<Link> links,
    Double latitude,
    Double longitude,
    double salience,
    List<Mention> mentions) {

  /** Gender and number of what a name stands for. */
  public enum Gender {
    UNKNOWN,
    MALE,
    FEMALE,
    PLURAL
  }

  public Entity {
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
    links = List.copyOf(links);
    mentions = List.copyOf(mentions);
  }

  /** The same with another salience. */
  public Entity withSalience(double salience) {
    return with(links, salience, mentions);
  }

  /** The same with other mentions, which are in order of text. */
  public Entity withMentions(List<Mention> mentions) {
    return with(links, salience, mentions);
  }

  /** The same with more links. */
  public Entity withLinks(List<Link> more) {
    List<Link> all = new ArrayList<>(links);
    all.addAll(more);
    return with(all, salience, mentions);
  }

  private Entity with(List<Link> links, double salience, List<Mention> mentions) {
    return new Entity(
        id,
        type,
        subtype,
        name,
        aliases,
        roles,
        gender,
        age,
        nationality,
        links,
        latitude,
        longitude,
        salience,
        mentions);
  }
}
