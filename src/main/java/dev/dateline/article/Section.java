package dev.dateline.article;

import dev.dateline.text.Span;

/**
 * A section: a heading and what stands under it, up to the next heading of its level or above.
 *
 * @param id item id, {@code #} and a hash of heading and occurrence
 * @param heading the heading as written
 * @param level depth of the heading, 1 the highest
 * @param headingSpan where the heading stands
 * @param span the whole section, heading included
 */
public record Section(String id, String heading, int level, Span headingSpan, Span span) {}
