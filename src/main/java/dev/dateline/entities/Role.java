package dev.dateline.entities;

import dev.dateline.text.Span;

/**
 * A role somebody holds, as the article gives it.
 *
 * @param role as written, without the affiliation: "Foreign Minister"
 * @param affiliation the body or country it is held in: "Russia"; null when not given
 * @param status whether it is held now
 * @param span where the role stands, or null
 * @param affiliationSpan where the affiliation stands, or null
 */
public record Role(
    String role, String affiliation, Status status, Span span, Span affiliationSpan) {

  /** Whether a role is held now. */
  public enum Status {
    CURRENT,
    FORMER,
    ACTING,
    ELECT
  }
}
