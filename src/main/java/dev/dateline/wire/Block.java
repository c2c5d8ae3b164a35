package dev.dateline.wire;

/**
 * One block of an item's body, as the provider marked it up.
 *
 * @param kind what the markup says it is
 * @param text its words; markup resolved, characters as the provider sent them
 * @param level depth of a heading, 1 the highest; 0 for anything else
 */
public record Block(Kind kind, String text, int level) {

  /** What a block is, by its markup. Plain text has paragraphs only. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    LIST_ITEM,
    BLOCK_QUOTE,
    TABLE_ROW,
    CAPTION
  }

  public static Block paragraph(String text) {
    return new Block(Kind.PARAGRAPH, text, 0);
  }

  public static Block heading(String text, int level) {
    return new Block(Kind.HEADING, text, level);
  }

  public static Block of(Kind kind, String text) {
    return new Block(kind, text, 0);
  }
}
