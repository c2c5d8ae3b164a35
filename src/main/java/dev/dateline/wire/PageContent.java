package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Two ways to the element that holds an article: by its name, and by the prose in it. Pure. */
final class PageContent {

  private static final Set<String> NAMES =
      Set.copyOf(WordList.read(PageContent.class, "page-content.txt"));
  private static final List<String> ATTRIBUTES =
      List.of("itemprop", "property", "data-testid", "data-component", "data-role", "data-qa");

  /** Of the prose of a page, what an element must hold to be gone into: in hundredths. */
  private static final int NEARLY_ALL = 85;

  private static final int FEWEST_LETTERS = 250;

  private PageContent() {}

  /** The element with most prose among those that bear a name for it, or null. */
  static Element named(Element body, PageText text) {
    List<Element> found = new ArrayList<>();
    for (Element element : body.getAllElements()) {
      if (text.prose(element) >= FEWEST_LETTERS && isNamed(element)) {
        found.add(element);
      }
    }
    if (found.isEmpty()) {
      // A page of one article often has no better name for its text than that.
      for (Element element : body.select("article, [role=article], main, [role=main]")) {
        if (text.prose(element) >= FEWEST_LETTERS) {
          found.add(element);
        }
      }
    }
    Element best = null;
    for (Element element : found) {
      if (best == null || isBetter(element, best, text)) {
        best = element;
      }
    }
    return best == null ? null : withSiblings(best, found, text);
  }

  /** More prose is better; within another, nearly as much in less. */
  private static boolean isBetter(Element element, Element than, PageText text) {
    int prose = text.prose(element);
    int other = text.prose(than);
    if (isWithin(element, than)) {
      return prose * 100 >= other * NEARLY_ALL;
    }
    // Of several articles one under the other, the first is the one that the page is about.
    boolean later = hasTitle(element) && hasTitle(than) && other * 5 >= prose * 2;
    return !later && prose > other;
  }

  private static boolean hasTitle(Element element) {
    return element.selectFirst("h1") != null;
  }

  /** Where the text is cut into several elements of that kind, the one that holds them all. */
  private static Element withSiblings(Element best, List<Element> found, PageText text) {
    Element whole = best;
    for (Element parent = best.parent(); parent != null; parent = parent.parent()) {
      int parts = 0;
      int titles = 0;
      for (Element element : found) {
        if (element.parent() == parent && element.className().equals(best.className())) {
          parts += text.prose(element);
          titles += hasTitle(element) ? 1 : 0;
        }
      }
      if (titles < 2
          && parts > text.prose(whole)
          && parts * 100 >= text.prose(parent) * NEARLY_ALL) {
        whole = parent;
      }
      if (parent.normalName().equals("body")) {
        break;
      }
    }
    return whole;
  }

  /** The least element that holds nearly all prose of the page, or null where it has too little. */
  static Element densest(Element body, PageText text) {
    if (text.prose(body) < FEWEST_LETTERS) {
      return null;
    }
    Element at = body;
    while (true) {
      Element into = null;
      for (Element child : at.children()) {
        if (text.prose(child) * 100 >= text.prose(at) * NEARLY_ALL) {
          into = child;
        }
      }
      if (into == null || !into.isBlock()) {
        return at;
      }
      at = into;
    }
  }

  private static boolean isWithin(Element element, Element outer) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(Element element) {
    if (element.normalName().equals("body") || element.normalName().equals("html")) {
      return false;
    }
    for (String name : element.classNames()) {
      if (NAMES.contains(plain(name))) {
        return true;
      }
    }
    if (NAMES.contains(plain(element.id()))) {
      return true;
    }
    for (String attribute : ATTRIBUTES) {
      if (element.hasAttr(attribute) && NAMES.contains(plain(element.attr(attribute)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Small letters only, without the marks of a component system before a name and of a style
   * compiler behind it: "c-article-body", "ArticleBody_main__x1y2".
   */
  private static String plain(String name) {
    String end = name.length() > 60 ? name.substring(0, 60) : name;
    int hash = end.indexOf("__");
    String letters = letters(end);
    if (!NAMES.contains(letters) && hash > 0) {
      String block = letters(end.substring(0, hash));
      letters = NAMES.contains(block) ? block : letters;
    }
    int dash = end.indexOf('-');
    if (!NAMES.contains(letters) && dash > 0 && dash < 5) {
      letters = letters(end.substring(dash + 1));
    }
    return letters;
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetter(name.charAt(i))) {
        letters.append(name.charAt(i));
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
