package dev.dateline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Text in which each character has a style of its own, wrapped without counting the codes that show
 * the style. A style is the parameter of an ANSI "select graphic rendition" sequence: {@code "1"}
 * is bold, {@code "4;36"} underlined cyan, {@code ""} plain. Not thread-safe.
 */
final class StyledText {

  private final StringBuilder text = new StringBuilder();
  private final List<String> styles = new ArrayList<>();

  /**
   * Adds words in a style. Control characters, which could move a terminal's cursor, are left out.
   */
  StyledText add(String words, String style) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isISOControl(c)) {
        c = ' ';
      }
      text.append(c);
      styles.add(style);
    }
    return this;
  }

  StyledText add(String words) {
    return add(words, "");
  }

  /**
   * Lines no wider than {@code terminal}, broken at spaces; a longer word has a line of its own.
   *
   * @param first what the first line starts with
   * @param rest what the others start with
   */
  List<String> wrap(Terminal terminal, String first, String rest) {
    List<String> lines = new ArrayList<>();
    int at = skipSpaces(0);
    while (at < text.length()) {
      String indent = lines.isEmpty() ? first : rest;
      int end = lineEnd(at, Math.max(1, terminal.width() - indent.length()));
      lines.add(indent + render(at, end, terminal.colour()));
      at = skipSpaces(end);
    }
    return lines;
  }

  /** All of it in one line, however long. */
  String line(Terminal terminal) {
    return render(0, text.length(), terminal.colour());
  }

  private int lineEnd(int from, int room) {
    int limit = from;
    for (int columns = 0; limit < text.length() && columns < room; columns++) {
      limit += Character.charCount(text.codePointAt(limit));
    }
    if (limit == text.length()) {
      return trimSpaces(from, limit);
    }
    int space = limit;
    while (space > from && text.charAt(space) != ' ') {
      space--;
    }
    if (space > from) {
      return trimSpaces(from, space);
    }
    int wordEnd = text.indexOf(" ", limit);
    return wordEnd < 0 ? text.length() : wordEnd;
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private int trimSpaces(int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  private String render(int from, int to, boolean colour) {
    if (!colour) {
      return text.substring(from, to);
    }
    StringBuilder line = new StringBuilder();
    String style = "";
    for (int i = from; i < to; i++) {
      if (!Objects.equals(style, styles.get(i))) {
        style = styles.get(i);
        line.append("\u001b[0").append(style.isEmpty() ? "" : ";").append(style).append('m');
      }
      line.append(text.charAt(i));
    }
    return style.isEmpty() ? line.toString() : line.append("\u001b[0m").toString();
  }
}
