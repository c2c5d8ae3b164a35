package dev.dateline.article;

import dev.dateline.text.Document;
import dev.dateline.text.TextSpan;
import dev.dateline.wire.WireItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A clean article. Every span is in code points of {@link #text()}. Immutable.
 *
 * @param itemId id of the item: source, a colon and the provider's id, or a hash of the content
 * @param item what it was made from
 * @param document its clean text, analysed: the headline as first paragraph, then the body with its
 *     dateline; paragraphs are parted by one blank line
 * @param headline the headline, or null
 * @param dateline the dateline, or null
 * @param byline the byline, which is no part of the text, or null
 * @param language BCP 47 tag, or null where undetermined
 * @param paragraphs every paragraph, the headline's first
 * @param sections sections in order
 * @param removed what was taken out, and why, in order
 */
public record Article(
    String itemId,
    WireItem item,
    Document document,
    TextSpan headline,
    Dateline dateline,
    String byline,
    String language,
    List<Paragraph> paragraphs,
    List<Section> sections,
    List<Removed> removed) {

  public Article {
    paragraphs = List.copyOf(paragraphs);
    sections = List.copyOf(sections);
    removed = List.copyOf(removed);
  }

  public String text() {
    return document.text();
  }

  /** What there is to read beside the headline. */
  public BodyKind body() {
    BodyKind body = BodyKind.NONE;
    for (Paragraph paragraph : paragraphs) {
      switch (paragraph.kind()) {
        case HEADLINE -> {
          // Every item may have one.
        }
        case CAPTION -> body = BodyKind.CAPTIONS;
        default -> {
          return BodyKind.TEXT;
        }
      }
    }
    return body;
  }

  /** The day, in UTC, that this version of the item was made, or null where it does not say. */
  public LocalDate day() {
    return item == null || item.versionCreated() == null
        ? null
        : item.versionCreated().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
