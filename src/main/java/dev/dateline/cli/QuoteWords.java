package dev.dateline.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a quote as people read them: marks around each part of a direct quote, an ellipsis
 * where the reporter's own words stand between two parts, and a line for each paragraph. The comma
 * before "she said" is the reporter's, and left off.
 */
final class QuoteWords {

  private static final String BETWEEN_PARTS = " … ";
  private static final String PARAGRAPH = "\n\n";

  private QuoteWords() {}

  /**
   * One line for each paragraph.
   *
   * @param text the parts, joined with a space or a blank line
   * @param lengths code points of each part, in order; where they do not fit, the text is one part
   * @param direct whether every word is the speaker's own
   */
  static List<String> lines(String text, List<Integer> lengths, boolean direct) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int at = 0;
    for (int length : fitting(text, lengths)) {
      int end = text.offsetByCodePoints(at, length);
      if (at > 0) {
        boolean newParagraph = text.startsWith(PARAGRAPH, at - PARAGRAPH.length());
        if (newParagraph) {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append(BETWEEN_PARTS);
        }
      }
      line.append(direct ? marked(text.substring(at, end)) : text.substring(at, end));
      at = end + separator(text, end);
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<Integer> fitting(String text, List<Integer> lengths) {
    int total = text.codePointCount(0, text.length());
    int at = 0;
    for (int i = 0; i < lengths.size(); i++) {
      if (lengths.get(i) > total - at) {
        return List.of(total);
      }
      at += lengths.get(i);
      if (i < lengths.size() - 1) {
        int separator = separator(text, text.offsetByCodePoints(0, at));
        if (separator == 0) {
          return List.of(total);
        }
        at += separator;
      }
    }
    return at == total ? lengths : List.of(total);
  }

  private static int separator(String text, int at) {
    if (text.startsWith(PARAGRAPH, at)) {
      return PARAGRAPH.length();
    }
    return text.startsWith(" ", at) ? 1 : 0;
  }

  private static String marked(String words) {
    String own = words.strip();
    return "“" + (own.endsWith(",") ? own.substring(0, own.length() - 1) : own) + "”";
  }
}
