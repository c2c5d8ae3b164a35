package dev.dateline.article;

import java.util.List;
import java.util.Locale;

/**
 * Finds headings where no markup says so: short lines that read as titles, stand between paragraphs
 * of text and are nothing else that is short.
 */
final class Headings {

  private static final int LONGEST = 90;
  private static final int MOST_WORDS = 12;
  private static final int MOST_PLAIN_WORDS = 10;

  /** Depth from which a heading is one by its bold type only. */
  private static final int BOLD_LEVEL = 4;

  private static final int SHORTEST_TEXT = 60;

  private Headings() {}

  /** Marks headings among the paragraphs of {@code draft}. */
  static void apply(Draft draft) {
    List<Draft.Part> parts = draft.parts();
    demoteLast(parts);
    boolean marked = parts.stream().anyMatch(part -> part.level() > 0);
    int questions = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (isCandidate(parts, i) && endsInQuestion(parts.get(i).text())) {
        questions++;
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Draft.Part part = parts.get(i);
      if (part.isBody() && part.text().startsWith("#")) {
        markdown(part);
      } else if (!marked
          && isCandidate(parts, i)
          && (!endsInQuestion(part.text()) || questions > 1)) {
        part.heading(2);
      }
    }
  }

  /** Bold type at the end, with nothing under it, heads nothing. */
  private static void demoteLast(List<Draft.Part> parts) {
    Draft.Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last != null && last.level() >= BOLD_LEVEL) {
      last.body();
    }
  }

  /** "## Title" */
  private static void markdown(Draft.Part part) {
    String text = part.text();
    int depth = 0;
    while (depth < text.length() && text.charAt(depth) == '#') {
      depth++;
    }
    if (depth <= 6 && depth + 1 < text.length() && text.charAt(depth) == ' ') {
      part.text(text.substring(depth + 1).strip());
      part.heading(depth);
    }
  }

  private static boolean isCandidate(List<Draft.Part> parts, int at) {
    Draft.Part part = parts.get(at);
    return part.isBody()
        && at + 1 < parts.size()
        && isText(parts.get(at + 1))
        && (at == 0 || isText(parts.get(at - 1)))
        && readsAsTitle(part.text())
        && !isListed(parts, at);
  }

  /** Whether it is one of several numbered lines rather than a numbered heading. */
  private static boolean isListed(List<Draft.Part> parts, int at) {
    return Character.isDigit(parts.get(at).text().charAt(0))
        && (Character.isDigit(parts.get(at + 1).text().charAt(0))
            || at > 0 && Character.isDigit(parts.get(at - 1).text().charAt(0)));
  }

  private static boolean isText(Draft.Part part) {
    return part.kind() == Paragraph.Kind.LIST_ITEM
        || part.kind() == Paragraph.Kind.BLOCK_QUOTE
        || part.isBody() && (part.text().length() >= SHORTEST_TEXT || endsSentence(part.text()));
  }

  private static boolean readsAsTitle(String text) {
    if (text.length() > LONGEST || text.length() < 3) {
      return false;
    }
    int first = text.codePointAt(0);
    if (!Character.isUpperCase(first) && !Character.isDigit(first)) {
      return false;
    }
    String[] words = text.split(" ");
    boolean set = Headlines.isTitleCase(words) || Character.isDigit(first);
    if (words.length > (set ? MOST_WORDS : MOST_PLAIN_WORDS)) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (".,;:!\u2026\"\u201d)]'\u2019".indexOf(last) >= 0 || last == '-' || last == '\u2014') {
      return false;
    }
    if (last == '?') {
      return words.length > 1 && text.indexOf('"') < 0 && text.indexOf('\u201c') < 0;
    }
    return hasLetters(text)
        && !Bylines.isByline(text)
        && DatelineParser.parse(text) == null
        && !isPlainDate(words)
        && !isResult(text)
        && text.indexOf('@') < 0
        && text.indexOf("://") < 0
        && text.indexOf('|') < 0;
  }

  /** "Orvane 3, Marrin 1", "Orvane at Marrin, 7:05 p.m.": lines of results and programmes. */
  private static boolean isResult(String text) {
    int comma = text.indexOf(',');
    return comma >= 0
        && !Character.isDigit(text.charAt(0))
        && text.chars().anyMatch(Character::isDigit);
  }

  private static boolean isPlainDate(String[] words) {
    return words.length <= 5
        && DatelineWords.isDate(String.join(" ", words).toLowerCase(Locale.ROOT));
  }

  private static boolean hasLetters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters++;
      }
    }
    return letters * 2 >= text.length();
  }

  private static boolean endsInQuestion(String text) {
    return text.charAt(text.length() - 1) == '?';
  }

  private static boolean endsSentence(String text) {
    int last = text.length() - 1;
    while (last > 0 && "\"'\u201d\u2019)]\u00bb".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return ".?!\u2026:".indexOf(text.charAt(last)) >= 0;
  }
}
