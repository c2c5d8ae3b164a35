package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.Locale;
import java.util.Set;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the elements that hold the article of a page. What is plainly no article goes first, then
 * Readability finds the place, then what is left of page furniture goes.
 */
final class PageBody {

  private static final Set<String> FURNITURE =
      Set.copyOf(WordList.read(PageBody.class, "page-furniture.txt"));

  private static final String NEVER_TEXT =
      "script, style, noscript, nav, form, button, iframe, svg, template, dialog, [role=navigation],"
          + " [role=dialog], [role=banner], [role=contentinfo], [role=search], [role=complementary],"
          + " [aria-hidden=true], [hidden]";

  private PageBody() {}

  /** The element that holds the article of {@code page}, or its body where none is found. */
  static Element of(Document page) {
    Document copy = page.clone();
    copy.select(NEVER_TEXT).remove();
    removeFurniture(copy);
    String html = readable(copy);
    Element body = html == null ? null : Jsoup.parseBodyFragment(html).body();
    if (body == null || words(body) < 20) {
      body = copy.body();
    }
    removeResidue(body);
    return body;
  }

  private static String readable(Document page) {
    try {
      return new Readability4J(
              page.location().isEmpty() ? "http://localhost/" : page.location(), page.clone())
          .parse()
          .getContent();
    } catch (RuntimeException e) {
      // Readability stumbles over some pages; the whole page is a poor answer, but no loss.
      return null;
    }
  }

  /** Takes out what its class or id names as furniture, unless it holds much of the page's text. */
  private static void removeFurniture(Document page) {
    int all = paragraphs(page.body());
    for (Element element : page.body().getAllElements()) {
      if (element.parent() != null && isFurniture(element) && paragraphs(element) * 3 < all) {
        element.remove();
      }
    }
  }

  private static boolean isFurniture(Element element) {
    if (element.normalName().equals("body") || element.normalName().equals("article")) {
      return false;
    }
    return names(element.className()) || names(element.id());
  }

  private static boolean names(String attribute) {
    if (attribute.isEmpty()) {
      return false;
    }
    for (String name : attribute.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (FURNITURE.contains(name)) {
        return true;
      }
      for (String word : name.split("[^a-z]+|__")) {
        if (FURNITURE.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Letters in paragraphs of text: what an article is made of, and a menu is not. */
  private static int paragraphs(Element element) {
    int letters = 0;
    for (Element paragraph : element.getElementsByTag("p")) {
      letters += paragraph.text().length();
    }
    return letters;
  }

  /** Lists of links, and lines that are all link, are the way out of an article, not its text. */
  private static void removeResidue(Element body) {
    for (Element element : body.select("ul, ol, p, div, section, h2, h3, h4, table")) {
      if (element.parent() == null || element == body) {
        continue;
      }
      int length = element.text().length();
      if (length == 0 || element.select("img, figure").size() > 0) {
        continue;
      }
      int linked = 0;
      for (Element link : element.select("a")) {
        linked += link.text().length();
      }
      boolean list = element.normalName().equals("ul") || element.normalName().equals("ol");
      if (linked * 10 >= length * (list ? 7 : 9) && length < 400) {
        element.remove();
      }
    }
  }

  private static int words(Element element) {
    return element.text().split("\\s+").length;
  }
}
