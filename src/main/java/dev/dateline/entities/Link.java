package dev.dateline.entities;

/**
 * A link from an entity to a list of known things.
 *
 * @param list name of the list: {@code iso3166}, {@code geonames}, or a user's own
 * @param id the id in that list
 * @param score how good the match is, 0 to 1
 * @param matched the name in the list that matched, or null
 * @param method how it matched, or null
 * @param hash hash of the list's content, or null
 */
public record Link(
    String list, String id, double score, String matched, String method, String hash) {}
