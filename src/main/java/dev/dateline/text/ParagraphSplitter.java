package dev.dateline.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the paragraphs of plain text, whichever way they are set: parted by blank lines, one to a
 * line, or wrapped at a fixed width with or without indents. Pure; thread-safe; linear in the
 * length of the text.
 */
public final class ParagraphSplitter {

  private static final int NARROWEST = 40;
  private static final int WIDEST = 132;
  private static final int INDENT = 2;

  private final List<Line> lines;
  private final int width;
  private final boolean wrapped;
  private final boolean indented;

  /** One line: its words, how far in they start, and whether a blank line stands before. */
  private record Line(String text, int indent, boolean afterBlank) {}

  private ParagraphSplitter(List<Line> lines) {
    this.lines = lines;
    this.width = width();
    this.indented = indented();
    this.wrapped = wrapped();
  }

  /** The paragraphs in order, each one line without blanks at its ends; none is empty. */
  public static List<String> split(String text) {
    return new ParagraphSplitter(lines(text)).paragraphs();
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || startsParagraph(i)) {
        paragraphs.add(joined(first, i));
        first = i;
      }
    }
    return paragraphs;
  }

  /** The words of lines {@code [first, last)}. */
  private String joined(int first, int last) {
    if (last - first == 1) {
      return lines.get(first).text();
    }
    StringBuilder paragraph = new StringBuilder(lines.get(first).text());
    for (int i = first + 1; i < last; i++) {
      if (!breaksWord(lines.get(i - 1), lines.get(i))) {
        paragraph.append(' ');
      }
      paragraph.append(lines.get(i).text());
    }
    return paragraph.toString();
  }

  private boolean startsParagraph(int at) {
    Line before = lines.get(at - 1);
    Line line = lines.get(at);
    if (line.afterBlank() || startsListItem(line.text())) {
      return true;
    }
    if (!wrapped) {
      return !goesOn(before.text(), line.text());
    }
    if (indented) {
      return line.indent() >= INDENT && before.indent() < line.indent() + INDENT;
    }
    int room = width - before.text().length();
    boolean startsAnew = !Character.isLowerCase(line.text().codePointAt(0));
    return startsAnew
        && (endsSentence(before.text()) ? room > width / 5 : room > width / 2)
        && firstWord(line) < room;
  }

  /**
   * Where each line is a paragraph, whether this one is the rest of the one before all the same.
   */
  private static boolean goesOn(String before, String line) {
    char last = before.charAt(before.length() - 1);
    if (last == ',' || last == ';') {
      return true;
    }
    return Character.isLowerCase(line.codePointAt(0)) && !endsSentence(before) && last != ':';
  }

  private static boolean breaksWord(Line before, Line line) {
    int last = before.text().length() - 1;
    return last > 0
        && before.text().charAt(last) == '-'
        && Character.isLetter(before.text().charAt(last - 1))
        && Character.isLetter(line.text().charAt(0));
  }

  private static boolean endsSentence(String text) {
    int last = text.length() - 1;
    while (last > 0 && "\"'\u201d\u2019)]\u00bb".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return ".?!\u2026".indexOf(text.charAt(last)) >= 0;
  }

  private static boolean startsListItem(String text) {
    char first = text.charAt(0);
    if (text.length() < 3) {
      return false;
    }
    if (first == '\u2022' || first == '\u25cf' || first == '\u25aa' || first == '\u00b7') {
      return true;
    }
    return (first == '*' || first == '-') && text.charAt(1) == ' ' && text.charAt(2) != ' ';
  }

  /** The longest line that has another right under it: the column the text was set in. */
  private int width() {
    int longest = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      if (!lines.get(i + 1).afterBlank() && line.text().indexOf(' ') > 0) {
        longest = Math.max(longest, line.text().length());
      }
    }
    return longest;
  }

  /** Whether lines end because the next word had no room, rather than because a paragraph ends. */
  private boolean wrapped() {
    if (width < NARROWEST || width > WIDEST) {
      return false;
    }
    int breaks = 0;
    int full = 0;
    for (int i = 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      Line before = lines.get(i - 1);
      if (line.afterBlank() || indented && line.indent() >= INDENT) {
        continue;
      }
      breaks++;
      // Ragged typing leaves a few columns free.
      if (before.text().length() + 1 + firstWord(line) + 4 > width) {
        full++;
      }
    }
    return breaks > 1 ? full * 10 >= breaks * 6 : breaks == 1 && !endsSentence(lastBroken());
  }

  private String lastBroken() {
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).afterBlank()) {
        return lines.get(i - 1).text();
      }
    }
    return ".";
  }

  /** Whether some lines stand in, with lines under them that do not. */
  private boolean indented() {
    int starts = 0;
    int flush = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).indent() >= INDENT && lines.get(i - 1).indent() < INDENT) {
        starts++;
      }
      if (lines.get(i).indent() < INDENT) {
        flush++;
      }
    }
    return starts > 0 && flush > 0;
  }

  private static int firstWord(Line line) {
    int blank = line.text().indexOf(' ');
    return blank < 0 ? line.text().length() : blank;
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    boolean blank = false;
    int begin = 0;
    while (begin <= text.length()) {
      int end = begin;
      while (end < text.length() && !isBreak(text.charAt(end))) {
        end++;
      }
      String line = text.substring(begin, end).strip();
      if (line.isEmpty()) {
        blank = true;
      } else {
        lines.add(new Line(line, indent(text, begin), blank));
        blank = false;
      }
      if (end < text.length() && (text.charAt(end) == '\u2029' || text.charAt(end) == '\f')) {
        blank = true;
      }
      boolean pair = end + 1 < text.length() && text.charAt(end) == '\r';
      begin = end + (pair && text.charAt(end + 1) == '\n' ? 2 : 1);
    }
    return lines;
  }

  private static boolean isBreak(char c) {
    return c <= '\r'
        ? c == '\n' || c == '\r' || c == '\f'
        : c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static int indent(String text, int begin) {
    int columns = 0;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        columns += 4;
      } else if (c == ' ' || c == '\u00a0' || c == '\u3000') {
        columns++;
      } else {
        break;
      }
    }
    return columns;
  }
}
