package dev.dateline.quotes;

import dev.dateline.text.TextSpan;

/**
 * Who said it.
 *
 * @param mention the words that name the speaker, or null where none do
 * @param kind what sort of mention
 * @param name the fullest name in the article it resolves to, or null
 * @param role role the article gives, or null
 * @param affiliation whom the speaker belongs to or speaks for, or null
 * @param entityId id of the entity within the article, or null
 */
public record Speaker(
    TextSpan mention, Kind kind, String name, String role, String affiliation, String entityId) {

  /** What sort of mention names a speaker. */
  public enum Kind {
    NAME,
    PRONOUN,
    /** A role or description: "the top diplomat". */
    NOMINAL,
    /** Several, or a body: "officials", "the ministry". */
    GROUP,
    /** "the report", "a statement". */
    DOCUMENT,
    /** No mention at all. */
    NONE
  }
}
