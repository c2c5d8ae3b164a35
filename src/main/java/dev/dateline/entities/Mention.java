package dev.dateline.entities;

import dev.dateline.text.Span;

/**
 * One place where an article refers to an entity.
 *
 * @param span where, without a leading article or title and without a possessive s
 * @param text the words
 * @param kind how it refers
 */
public record Mention(Span span, String text, Kind kind) {

  /** How a mention refers to its entity. */
  public enum Kind {
    NAME,
    /** A role or description: "the minister". */
    NOMINAL,
    PRONOUN
  }
}
