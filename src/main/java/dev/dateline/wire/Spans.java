package dev.dateline.wire;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Inline elements that a style sheet parts where the markup has no blank. Pure. */
final class Spans {

  private Spans() {}

  /**
   * Whether a classed element follows right on another, a small letter at its end and a capital at
   * the start of this one: two labels rather than one word.
   */
  static boolean arePartedByStyle(Element element) {
    Node previous = element.previousSibling();
    if (!(previous instanceof Element before)
        || !before.normalName().equals(element.normalName())
        || !before.hasAttr("class")
        || !element.hasAttr("class")) {
      return false;
    }
    String left = before.text();
    String right = element.text();
    return !left.isEmpty()
        && !right.isEmpty()
        && Character.isLowerCase(left.charAt(left.length() - 1))
        && Character.isUpperCase(right.charAt(0));
  }
}
