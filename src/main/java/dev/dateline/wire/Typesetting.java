package dev.dateline.wire;

import dev.dateline.text.ParagraphSplitter;

/**
 * Text that was set for a teleprinter: its lines and blanks are its only markup, whatever element
 * it was put into. Pure.
 */
final class Typesetting {

  private static final int FEWEST_LINES = 3;
  private static final int INDENT = 2;
  private static final int WIDE_GAP = 4;
  private static final int MOST_WORDS_IN_ROW = 16;
  private static final String SENTENCE_ENDS = ".?!:\"\u201d)";

  private Typesetting() {}

  /**
   * Whether the lines of {@code text} mean something: they start at the left margin, where markup
   * that is laid out for reading indents them all; or blank lines part them.
   *
   * @param inline whether elements stand within the text, whose marks may have moved its line ends
   */
  static boolean isTypeset(String text, boolean inline) {
    if (text.indexOf('\n') < 0) {
      return false;
    }
    int lines = 0;
    int flush = 0;
    boolean blank = false;
    boolean parted = false;
    String before = "";
    for (String line : text.split("\n", -1)) {
      String words = line.strip();
      if (words.isEmpty()) {
        blank = lines > 0;
        continue;
      }
      parted |= blank && SENTENCE_ENDS.indexOf(before.charAt(before.length() - 1)) >= 0;
      flush += lines > 0 && indent(line) < INDENT ? 1 : 0;
      lines++;
      blank = false;
      before = words;
    }
    return parted || !inline && lines >= FEWEST_LINES && flush * 4 >= lines - 1;
  }

  /** Adds the paragraphs of {@code text}, and its rows of columns as such, to {@code out}. */
  static void add(String text, WireItem.Builder out) {
    for (String paragraph : ParagraphSplitter.split(text)) {
      out.block(
          isRow(paragraph)
              ? Block.of(Block.Kind.TABLE_ROW, paragraph)
              : Block.paragraph(paragraph));
    }
  }

  /**
   * Whether it is a row of columns: few words with a wide gap among them, or with two gaps and
   * figures. Prose that was set flush on both sides has gaps too, but more words.
   */
  static boolean isRow(String line) {
    int words = 0;
    int figures = 0;
    int gaps = 0;
    boolean wide = false;
    int at = 0;
    while (at < line.length()) {
      int end = line.indexOf(' ', at);
      end = end < 0 ? line.length() : end;
      words++;
      figures += Character.isDigit(line.charAt(at)) ? 1 : 0;
      int next = end;
      while (next < line.length() && line.charAt(next) == ' ') {
        next++;
      }
      boolean sentence = SENTENCE_ENDS.indexOf(line.charAt(end - 1)) >= 0;
      gaps += next - end >= 2 && !sentence ? 1 : 0;
      wide |= next - end >= WIDE_GAP;
      at = next;
      if (words > MOST_WORDS_IN_ROW) {
        return false;
      }
    }
    return wide || gaps >= 2 && figures >= 2;
  }

  private static int indent(String line) {
    int columns = 0;
    while (columns < line.length() && Character.isWhitespace(line.charAt(columns))) {
      columns += line.charAt(columns) == '\t' ? 4 : 1;
    }
    return columns;
  }
}
