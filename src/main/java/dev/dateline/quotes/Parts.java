package dev.dateline.quotes;

import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * From spans of words to the text of a quote: where each contiguous part begins and ends to the
 * letter, and which of it stands in quotation marks.
 */
final class Parts {

  /** A contiguous part, in UTF-16 indices; {@code paragraph} is where it stands. */
  private record Part(int begin, int end, int paragraph) {}

  private final Words words;
  private final Document document;
  private final Tokens tokens;
  private final QuoteKind kind;

  /** Whether it stands in marks inside other marks. */
  private final boolean nested;

  /** Whether it is verbatim by its layout. */
  private final boolean block;

  private final List<Part> parts = new ArrayList<>();
  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private final List<Span> verbatim = new ArrayList<>();

  /** The parts of a quote made of these words. */
  Parts(Words words, Linker.Linked linked) {
    this.words = words;
    this.document = words.document;
    this.tokens = document.tokens();
    this.kind = linked.verbatim() ? QuoteKind.DIRECT : kind(words, linked.fragments());
    this.nested = linked.outer() != null;
    this.block = linked.verbatim();
    for (Fragment fragment : linked.fragments()) {
      add(fragment);
    }
    if (nested || linked.verbatim() && verbatim.isEmpty()) {
      verbatim.clear();
      verbatim.addAll(spans);
    }
    text = joined();
  }

  QuoteKind kind() {
    return kind;
  }

  List<Span> spans() {
    return spans;
  }

  List<Span> verbatim() {
    return verbatim;
  }

  String text() {
    return text;
  }

  private String joined() {
    if (parts.size() == 1) {
      return document.text().substring(parts.get(0).begin, parts.get(0).end);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        text.append(parts.get(i).paragraph == parts.get(i - 1).paragraph ? " " : "\n\n");
      }
      text.append(document.text(), parts.get(i).begin, parts.get(i).end);
    }
    return text.toString();
  }

  static QuoteKind kind(Words words, List<Fragment> fragments) {
    int inside = 0;
    int outside = 0;
    for (Fragment fragment : fragments) {
      for (int word = fragment.first(); word < fragment.last(); word++) {
        if (words.depth(word) > 0) {
          inside++;
        } else {
          outside++;
        }
      }
    }
    if (inside == 0) {
      return QuoteKind.INDIRECT;
    }
    return outside * 20 <= inside ? QuoteKind.DIRECT : QuoteKind.MIXED;
  }

  /** Cuts a fragment at paragraphs; a direct one at its marks, too. */
  private void add(Fragment fragment) {
    int first = fragment.first();
    while (first < fragment.last()) {
      int last = first + 1;
      while (last < fragment.last() && !words.hasGap(last, Words.GAP_PARAGRAPH)) {
        last++;
      }
      addInParagraph(first, last);
      first = last;
    }
  }

  private void addInParagraph(int first, int last) {
    int begin = begin(first);
    int end = end(first, last);
    parts.add(new Part(begin, end, words.paragraph(first)));
    spans.add(document.span(begin, end));
    int done = -1;
    for (int word = first; word < last; word++) {
      int stretch = words.marks.outermost(words.token(word));
      if (stretch >= 0 && stretch != done) {
        done = stretch;
        verbatim(words.marks.stretches().get(stretch), begin, end);
      }
    }
  }

  private void verbatim(Marks.Stretch stretch, int begin, int end) {
    int from = Math.max(begin, tokens.begin(stretch.first()));
    int to = Math.min(end, tokens.end(stretch.last() - 1));
    if (from < to) {
      verbatim.add(document.span(from, to));
    }
  }

  private int begin(int first) {
    int token = words.token(first);
    if (nested) {
      return tokens.begin(token);
    }
    int stretchIndex = words.marks.outermost(token);
    if (stretchIndex >= 0) {
      Marks.Stretch stretch = words.marks.stretches().get(stretchIndex);
      if (words.wordAt(stretch.first()) == first) {
        boolean withMark = kind != QuoteKind.DIRECT && stretch.open() >= 0;
        return tokens.begin(withMark ? stretch.open() : leadingMark(token, stretch.first()));
      }
    }
    return tokens.begin(leadingMark(token, 0));
  }

  /** Back over what belongs to the first word: brackets, currency signs, nested marks. */
  private int leadingMark(int token, int floor) {
    int at = token;
    while (at > floor && !tokens.spaceBefore(at) && leads(at - 1)) {
      at--;
    }
    return at;
  }

  private boolean leads(int token) {
    switch (tokens.kind(token)) {
      case QUOTE_MARK:
        return words.marks.opens(token);
      case PUNCTUATION:
        char c = document.text().charAt(tokens.begin(token));
        return "([$\u20ac\u00a3\u00a5#@\u2026".indexOf(c) >= 0;
      default:
        return false;
    }
  }

  private int end(int first, int last) {
    int token = words.token(last - 1);
    if (nested || block) {
      return tokens.end(lastInside(token));
    }
    int stretchIndex = words.marks.outermost(token);
    if (stretchIndex >= 0) {
      Marks.Stretch stretch = words.marks.stretches().get(stretchIndex);
      if (words.wordAt(stretch.last()) == last) {
        boolean opensHere = words.wordAt(stretch.first()) >= first;
        boolean withMark = kind != QuoteKind.DIRECT && stretch.close() >= 0 && opensHere;
        return tokens.end(withMark ? stretch.close() : stretch.last() - 1);
      }
    }
    return tokens.end(trailingMark(token, document.paragraphLast(document.paragraphOf(token))));
  }

  /** On to the last token before a mark or a blank: what closes inner words or a turn. */
  private int lastInside(int token) {
    int at = token;
    while (at + 1 < tokens.count()
        && !tokens.spaceBefore(at + 1)
        && tokens.kind(at + 1) == Tokens.Kind.PUNCTUATION) {
      at++;
    }
    return at;
  }

  /** On over what belongs to the last word: a closing bracket, a per cent sign. */
  private int trailingMark(int token, int ceiling) {
    int at = token;
    while (at + 1 < ceiling && !tokens.spaceBefore(at + 1) && trails(at + 1)) {
      at++;
    }
    return at;
  }

  private boolean trails(int token) {
    char c = document.text().charAt(tokens.begin(token));
    return tokens.kind(token) == Tokens.Kind.PUNCTUATION && (c == ']' || c == '%' || c == '?');
  }
}
