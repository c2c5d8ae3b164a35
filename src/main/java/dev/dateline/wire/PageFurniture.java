package dev.dateline.wire;

import dev.dateline.text.WordList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes what stands around an article off a page, by what its makers call it. Pure. */
final class PageFurniture {

  private static final Set<String> PARTS = new HashSet<>();
  private static final Set<String> WHOLES = new HashSet<>();
  private static final Set<String> NEVER = new HashSet<>();

  static {
    for (String line : WordList.read(PageFurniture.class, "page-furniture.txt")) {
      String name = line.substring("=!".indexOf(line.charAt(0)) >= 0 ? 1 : 0);
      if (line.charAt(0) == '!') {
        NEVER.add(name);
      }
      (line.charAt(0) == '=' ? WHOLES : PARTS).add(name);
    }
  }

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
    // The foot of the page, not of an article.
    for (Element element : page.body().select("footer, [role=contentinfo]")) {
      if (element.closest("article") == null) {
        remove(element, Integer.MAX_VALUE);
      }
    }
    for (Element element : page.body().getAllElements()) {
      if (isFurniture(element)) {
        remove(element, isNever(element) ? Integer.MAX_VALUE : all);
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
    boolean whole = element.selectFirst("h1") != null && all == Integer.MAX_VALUE;
    if (element.parent() != null && !whole && paragraphs(element) * 3L < all) {
      element.remove();
    }
  }

  /** Comments, notices of consent, the foot of the page: of one of these names to the letter. */
  private static boolean isNever(Element element) {
    return NEVER.contains(element.id().toLowerCase(Locale.ROOT))
        || element.classNames().stream()
            .anyMatch(name -> NEVER.contains(name.toLowerCase(Locale.ROOT)));
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
      if (PARTS.contains(name) || WHOLES.contains(name)) {
        return true;
      }
      for (String word : name.split("[^a-z]+|__")) {
        if (PARTS.contains(word)) {
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
