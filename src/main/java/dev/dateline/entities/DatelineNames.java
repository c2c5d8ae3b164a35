package dev.dateline.entities;

import dev.dateline.article.Dateline;
import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The names in a dateline, which need no guess: its places and its agency. No other name lies in it
 * or runs over its end.
 *
 * @param first its first token
 * @param last one past its last token
 * @param names in order
 */
record DatelineNames(int first, int last, List<NameSpan> names) {

  /** That of a text without a dateline. */
  static final DatelineNames NONE = new DatelineNames(0, 0, List.of());

  /**
   * The names in the dateline of an article.
   *
   * @param dateline null where there is none
   */
  static DatelineNames of(Document document, Dateline dateline) {
    if (dateline == null) {
      return NONE;
    }
    Tokens tokens = document.tokens();
    int begin = document.index(dateline.span().start());
    int end = document.index(dateline.span().end());
    int last = tokens.at(end - 1) + 1;
    List<NameSpan> names = new ArrayList<>();
    int from = begin;
    for (String place : dateline.places()) {
      for (String part : place.split(",")) {
        NameSpan name = find(document, part.strip(), from, end, Labels.PLACE);
        if (name != null) {
          names.add(name);
          from = tokens.end(name.last() - 1);
        }
      }
    }
    if (dateline.agency() != null) {
      NameSpan agency = find(document, dateline.agency(), begin, end, Labels.ORGANISATION);
      if (agency != null && names.stream().noneMatch(name -> overlap(name, agency))) {
        names.add(agency);
      }
    }
    names.sort(Comparator.comparingInt(NameSpan::first));
    return new DatelineNames(tokens.at(begin), last, List.copyOf(names));
  }

  private static NameSpan find(Document document, String words, int begin, int end, int type) {
    int at = words.isEmpty() ? -1 : document.text().indexOf(words, begin);
    if (at < 0 || at + words.length() > end) {
      return null;
    }
    Tokens tokens = document.tokens();
    return new NameSpan(tokens.at(at), tokens.at(at + words.length() - 1) + 1, type);
  }

  private static boolean overlap(NameSpan name, NameSpan other) {
    return name.first() < other.last() && other.first() < name.last();
  }

  boolean contains(int token) {
    return token >= first && token < last;
  }
}
