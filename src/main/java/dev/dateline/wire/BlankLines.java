package dev.dateline.wire;

import java.util.regex.Pattern;

/**
 * Marks up the paragraphs of HTML whose editor parts them by blank lines and leaves it to the page
 * to mark them, as WordPress does in its feeds and exports. Pure.
 */
final class BlankLines {

  private static final Pattern MARKED =
      Pattern.compile("<(?:p|br|div|article|section)[\\s>/]", Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAK = Pattern.compile("\\R[ \\t]{0,40}+\\R\\s{0,200}+");
  private static final Pattern LINE = Pattern.compile("(?<=[^>\\s])[ \\t]{0,40}+\\R(?=[^<\\s])");

  private BlankLines() {}

  /** {@code html} with its paragraphs marked; as it is where it has marks, or no blank line. */
  static String marked(String html) {
    if (html.indexOf('\n') < 0 || MARKED.matcher(html).find() || !BREAK.matcher(html).find()) {
      return html;
    }
    String lines = LINE.matcher(BREAK.matcher(html).replaceAll("<p>")).replaceAll("<br>");
    return "<p>" + lines;
  }
}
