package dev.dateline.rules;

import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.text.Tokens;
import java.util.List;

/** Cuts the words around a match out of a text. */
final class Snippet {

  /** Words shown before the first match and in all, when its sentence is longer. */
  private static final int BEFORE = 15;

  private static final int ALL = 45;
  private static final String MARK = "**";
  private static final String MORE = "\u2026";

  private Snippet() {}

  /**
   * The sentence around {@code start}, shortened where it is long, with every match in it marked.
   *
   * @param matches in UTF-16 indices, in order, without overlaps
   * @param start the match to show, or an empty span at the place to show; UTF-16
   */
  static String of(Document document, List<Span> matches, Span start) {
    Tokens tokens = document.tokens();
    int token = tokens.at(start.start());
    if (token >= tokens.count()) {
      return "";
    }
    int sentence = document.sentenceOf(token);
    int begin = Math.max(document.sentenceFirst(sentence), token - BEFORE);
    int end = Math.min(document.sentenceLast(sentence), begin + ALL);
    // A match that goes over the end of the sentence is shown whole.
    int last = Math.max(tokens.end(end - 1), Math.min(start.end(), tokens.end(end - 1) + 200));
    StringBuilder snippet = new StringBuilder();
    if (begin > document.sentenceFirst(sentence)) {
      snippet.append(MORE).append(' ');
    }
    int at = tokens.begin(begin);
    for (Span match : matches) {
      if (match.start() >= at && match.end() <= last) {
        snippet.append(document.text(), at, match.start());
        snippet.append(MARK).append(document.text(), match.start(), match.end()).append(MARK);
        at = match.end();
      }
    }
    snippet.append(document.text(), at, last);
    if (end < document.sentenceLast(sentence)) {
      snippet.append(' ').append(MORE);
    }
    return oneLine(snippet);
  }

  /** With one space for every run of white space. */
  private static String oneLine(StringBuilder text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        text.setCharAt(length++, c);
      } else if (length > 0 && text.charAt(length - 1) != ' ') {
        text.setCharAt(length++, ' ');
      }
    }
    text.setLength(length);
    return text.toString();
  }
}
