package dev.dateline.quotes;

import dev.dateline.article.Article;
import dev.dateline.article.Paragraph;
import dev.dateline.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Quotes that the layout shows and no cue need report: the turns of a transcript ("MARR: …", "Q:
 * …"), block quotes, what follows "The statement reads:" without marks, and headlines such as
 * "Marr: No taxes".
 */
final class LayoutQuotes {

  private static final int LONGEST_LABEL = 5;
  private static final int LONGEST_SIGNATURE = 12;

  /** How sure layout is, as a margin of the models. */
  private static final double MARGIN = 3;

  private final Article article;
  private final Document document;
  private final Words words;
  private final Phrases phrases;
  private final Names names;
  private final int paragraphs;

  LayoutQuotes(Article article, Words words, Phrases phrases, Names names) {
    this.article = article;
    this.document = article.document();
    this.words = words;
    this.phrases = phrases;
    this.names = names;
    this.paragraphs = document.paragraphCount();
  }

  /** Such quotes, in order. */
  List<Linker.Linked> find() {
    int[] labels = new int[paragraphs];
    int capitals = 0;
    int others = 0;
    for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
      labels[paragraph] = labelEnd(paragraph);
      if (labels[paragraph] > 0) {
        boolean plain = isPlainLabel(first(paragraph), labels[paragraph]);
        capitals += plain ? 0 : 1;
        others += plain ? 1 : 0;
      }
    }
    List<Linker.Linked> found = new ArrayList<>();
    for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
      int label = labels[paragraph];
      int first = first(paragraph);
      if (label > 0 && paragraph == 0) {
        headline(first, label, found);
      } else if (label > 0 && (isPlainLabel(first, label) ? others > 1 : capitals > 1)) {
        turn(first, label, paragraph, found);
      } else if (isBlock(paragraph)) {
        block(paragraph, found);
      } else {
        signed(first, last(paragraph), found);
      }
    }
    return found;
  }

  private int first(int paragraph) {
    return words.wordAt(document.paragraphFirst(paragraph));
  }

  private int last(int paragraph) {
    return words.wordAt(document.paragraphLast(paragraph));
  }

  /** One past the words before a colon that may name who speaks in a paragraph; 0 for none. */
  private int labelEnd(int paragraph) {
    int first = first(paragraph);
    int last = last(paragraph);
    for (int word = first + 1; word < last && word - first <= LONGEST_LABEL; word++) {
      if (words.hasGap(word, Words.GAP_COLON)) {
        return words.hasGap(word, Words.GAP_PARAGRAPH | Words.GAP_CLOSE_BRACKET) ? 0 : word;
      }
      if (words.hasGap(word, Words.GAP_BREAK & ~Words.GAP_STOP & ~Words.GAP_SENTENCE)
          || !words.isCapitalised(word)) {
        return 0;
      }
    }
    return 0;
  }

  /** Whether a label is a name as in running text, not "MARR" or "Q". */
  private boolean isPlainLabel(int first, int end) {
    for (int word = first; word < end; word++) {
      String text = document.text().substring(words.begin(word), words.end(word));
      if (!text.equals(text.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private void headline(int first, int label, List<Linker.Linked> found) {
    int last = last(0);
    Phrase source = labelPhrase(first, label);
    boolean place = names.isPlace(names.entityOf(words, source));
    if (last - label >= 3 && !place && names.knows(words, source)) {
      found.add(linked(List.of(new Fragment(label, last, MARGIN)), source, false));
    }
  }

  private void turn(int first, int label, int paragraph, List<Linker.Linked> found) {
    boolean asks = label == first + 1 && words.end(first) - words.begin(first) == 1;
    boolean plain = isPlainLabel(first, label);
    Phrase source = asks ? null : labelPhrase(first, label);
    if (plain && (asks || !names.knows(words, source))) {
      return;
    }
    found.add(linked(List.of(new Fragment(label, last(paragraph), MARGIN)), source, true));
  }

  private Phrase labelPhrase(int first, int end) {
    boolean role = end == first + 1 && Nominals.hasRole(words, first);
    return new Phrase(first, end, role ? Speaker.Kind.NOMINAL : Speaker.Kind.NAME);
  }

  /** A paragraph all in marks with a dash and a name behind: "Never again." — Ada Marr. */
  private void signed(int first, int last, List<Linker.Linked> found) {
    if (first >= last || !words.hasGap(first, Words.GAP_OPEN)) {
      return;
    }
    int end = first;
    while (end < last && words.depth(end) > 0) {
      end++;
    }
    boolean dash =
        end > first && end < last && words.hasGap(end, Words.GAP_CLOSE) && isSignature(end, last);
    if (dash) {
      Phrase source = null;
      for (Phrase phrase : phrases.of(words.sentence(end))) {
        source = source == null && phrase.first() == end ? phrase : source;
      }
      found.add(linked(List.of(new Fragment(first, end, MARGIN)), source, false));
    }
  }

  private boolean isSignature(int first, int last) {
    return words.hasGap(first, Words.GAP_DASH)
        && last - first <= LONGEST_SIGNATURE
        && words.isCapitalised(first);
  }

  /** Whether a paragraph without marks is quoted as a whole. */
  private boolean isBlock(int paragraph) {
    int first = first(paragraph);
    if (paragraph == 0 || first >= last(paragraph) || words.depth(first) > 0) {
      return false;
    }
    if (paragraph < article.paragraphs().size()
        && article.paragraphs().get(paragraph).kind() == Paragraph.Kind.BLOCK_QUOTE) {
      return true;
    }
    return paragraph > 0
        && words.hasGap(first, Words.GAP_COLON)
        && words.hasGap(first, Words.GAP_PARAGRAPH)
        && introduces(last(paragraph - 1) - 1);
  }

  /** Whether a paragraph's last word announces somebody's words: "The statement reads:". */
  private boolean introduces(int word) {
    return Cues.is(words.cue(word), Cues.Kind.SAY) && !words.is(word, WordClass.TITLE)
        || words.is(word, "reads")
        || words.is(word, "read");
  }

  private void block(int paragraph, List<Linker.Linked> found) {
    List<Fragment> fragments = new ArrayList<>();
    fragments.add(new Fragment(first(paragraph), last(paragraph), MARGIN));
    int before = last(paragraph - 1) - 1;
    int cue = words.cue(before) != 0 ? before : -1;
    Phrase source = null;
    for (Phrase phrase : phrases.of(words.sentence(before))) {
      boolean governed = phrase.first() > 0 && words.is(phrase.first() - 1, WordClass.PREPOSITION);
      source = source == null && !governed ? phrase : source;
    }
    found.add(new Linker.Linked(fragments, cue, source, MARGIN, MARGIN, true, null));
  }

  private static Linker.Linked linked(List<Fragment> fragments, Phrase source, boolean verbatim) {
    return new Linker.Linked(fragments, -1, source, MARGIN, MARGIN, verbatim, null);
  }
}
