package dev.dateline.article;

import dev.dateline.text.Span;

/**
 * One paragraph of the clean text.
 *
 * @param span where it stands
 * @param kind what it is
 */
public record Paragraph(Span span, Kind kind) {

  /** What a paragraph is. */
  public enum Kind {
    HEADLINE,
    HEADING,
    BODY,
    LIST_ITEM,
    BLOCK_QUOTE,
    TABLE_ROW,
    CAPTION
  }
}
