package dev.dateline.wire;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Takes out of an article what leads away from it, lists of links and lines that are all link, and
 * marks captions as such, whatever element they are in.
 */
final class PageResidue {

  private static final int LONGEST_LINKS = 400;
  private static final int LONGEST_CAPTION = 600;
  private static final Set<String> CAPTIONS =
      Set.of("caption", "captions", "figcaption", "credit", "credits", "cutline", "imagecaption");

  private PageResidue() {}

  static void remove(Element body) {
    removeLinks(body);
    markCaptions(body);
  }

  private static void removeLinks(Element body) {
    for (Element element : body.select("ul, ol, p, div, section, h2, h3, h4, h5, table")) {
      if (element.parent() == null
          || element == body
          || element.selectFirst("img, figure") != null) {
        continue;
      }
      int length = element.text().length();
      if (length == 0 || length >= LONGEST_LINKS) {
        continue;
      }
      int linked = 0;
      for (Element link : element.select("a")) {
        linked += link.text().length();
      }
      boolean list = element.normalName().equals("ul") || element.normalName().equals("ol");
      if (linked * 10 >= length * (list ? 7 : 9)) {
        element.remove();
      }
    }
  }

  private static void markCaptions(Element body) {
    for (Element element : body.select("[class]")) {
      if (isCaption(element) && element.text().length() <= LONGEST_CAPTION) {
        element.tagName("figcaption");
      }
    }
    for (Element figure : body.select("figure")) {
      boolean text = figure.selectFirst("blockquote, table, pre, figcaption, p + p") != null;
      if (!text && figure.text().length() <= LONGEST_CAPTION) {
        figure.tagName("figcaption");
      }
    }
  }

  private static boolean isCaption(Element element) {
    for (String name : element.className().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (CAPTIONS.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
