package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes what stands around an article off a page, by what its makers call it. Pure. */
final class PageFurniture {

  private static final Set<String> FURNITURE =
      Set.copyOf(WordList.read(PageFurniture.class, "page-furniture.txt"));

  private static final String NO_TEXT =
      "script, style, noscript, template, svg, iframe, amp-ad, amp-sidebar, amp-social-share,"
          + " amp-lightbox, amp-consent, amp-user-notification, amp-embed, amp-analytics";

  private static final String NO_ARTICLE =
      "nav, form, button, dialog, aside, footer, menu, [role=navigation], [role=dialog],"
          + " [role=alertdialog], [role=banner], [role=contentinfo], [role=search],"
          + " [role=complementary], [role=tooltip], [role=toolbar], [aria-hidden=true], [hidden],"
          + " [style*=display:none], [style*=display: none], [itemprop=author], [rel=author]";

  private static final int LONGEST_TEASER = 500;

  private PageFurniture() {}

  /** Removes furniture from {@code page}, but nothing that holds much of the page's text. */
  static void remove(Document page) {
    page.select(NO_TEXT).remove();
    int all = paragraphs(page.body());
    for (Element element : page.body().select(NO_ARTICLE)) {
      remove(element, all);
    }
    for (Element element : page.body().getAllElements()) {
      if (isFurniture(element)) {
        remove(element, all);
      }
    }
    for (Element title : page.body().select("h2, h3, h4, h5")) {
      removeTeaser(title);
    }
    for (Element time : page.body().select("time")) {
      if (!time.parent().normalName().equals("p")) {
        time.remove();
      }
    }
  }

  /** A title that is a link, with a line or two and a picture: the way to another article. */
  private static void removeTeaser(Element title) {
    Element link = title.selectFirst("a");
    Element teaser = title.parent();
    boolean linked = link != null && link.text().length() * 10 >= title.text().length() * 9;
    if (linked
        && teaser != null
        && teaser.parent() != null
        && !teaser.normalName().equals("body")
        && teaser.text().length() <= LONGEST_TEASER
        && teaser.select("p").size() <= 2
        && teaser.select("h2, h3, h4, h5").size() == 1) {
      teaser.remove();
    }
  }

  private static void remove(Element element, int all) {
    if (element.parent() != null && paragraphs(element) * 3 < all) {
      element.remove();
    }
  }

  private static boolean isFurniture(Element element) {
    // A word within a sentence may be marked for its own reasons.
    boolean inline = !element.isBlock() && element.normalName().indexOf('-') < 0;
    if (inline || element.normalName().equals("body") || element.normalName().equals("article")) {
      return false;
    }
    return names(element.className())
        || names(element.id())
        || names(element.attr("data-component"))
        || names(element.attr("data-module"))
        || names(element.attr("data-testid"));
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
}
