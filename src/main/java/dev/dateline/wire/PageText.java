package dev.dateline.wire;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Where the prose of a page stands: the text of each block element apart from the blocks within it,
 * how much of it is links, and how much prose every element holds in all. Text that a letter tells
 * more of, as Chinese, counts more. Not thread-safe; one for each page.
 */
final class PageText {

  private static final int SHORTEST_PROSE = 60;
  private static final int IDEOGRAPH_LETTERS = 3;
  private static final String SENTENCE_ENDS =
      ".!?:;\u2026\"\u201d\u2019\u00bb)\u3002\uff01\uff1f\u300d\u0964\u061f";

  /** The text of one block element, the text of blocks within it left out. */
  static final class Run {

    private final Element element;
    private int letters;
    private int linked;
    private char last;

    Run(Element element) {
      this.element = element;
    }

    Element element() {
      return element;
    }

    int letters() {
      return letters;
    }

    /**
     * Whether it reads as a paragraph of prose: long enough, ends as one, and not made of links.
     */
    boolean isProse() {
      return letters >= SHORTEST_PROSE
          && linked * 5 < letters * 2
          && (SENTENCE_ENDS.indexOf(last) >= 0 || letters >= 3 * SHORTEST_PROSE);
    }
  }

  private final List<Run> runs = new ArrayList<>();
  private final Map<Element, Run> byElement = new IdentityHashMap<>();
  private final Map<Element, Integer> prose = new IdentityHashMap<>();

  private PageText() {}

  static PageText of(Element body) {
    PageText text = new PageText();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode words && !words.isBlank()) {
            text.add(words, body);
          }
        },
        body);
    for (Run run : text.runs) {
      if (run.isProse()) {
        for (Element at = run.element(); at != null; at = at == body ? null : at.parent()) {
          text.prose.merge(at, run.letters(), Integer::sum);
        }
      }
    }
    return text;
  }

  /** Letters of prose in {@code element} and all within it. */
  int prose(Element element) {
    return prose.getOrDefault(element, 0);
  }

  /** Every block with text of its own, in order. */
  List<Run> runs() {
    return runs;
  }

  private void add(TextNode words, Element body) {
    boolean link = false;
    Node at = words.parent();
    while (at != body && at instanceof Element element && !element.isBlock()) {
      link |= element.normalName().equals("a");
      at = at.parent();
    }
    if (!(at instanceof Element block)) {
      return;
    }
    Run run = byElement.get(block);
    if (run == null) {
      run = new Run(block);
      byElement.put(block, run);
      runs.add(run);
    }
    String text = words.getWholeText();
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        letters += c >= 0x2e80 && c < 0xd7a4 ? IDEOGRAPH_LETTERS : 1;
        run.last = c;
      }
    }
    run.letters += letters;
    run.linked += link ? letters : 0;
  }
}
