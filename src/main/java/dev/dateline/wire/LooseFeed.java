package dev.dateline.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The items of feeds that keep to no version of any standard, found by the names of their elements,
 * whatever prefix these have. Pure.
 */
final class LooseFeed {

  private static final int LONGEST_FIELD = 2000;

  /** For each field the names it goes by, best first. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "title", List.of("title"),
          "text", List.of("encoded", "content", "fullitem", "body", "description", "summary"),
          "link", List.of("origlink", "link"),
          "guid", List.of("guid", "id"),
          "author", List.of("creator", "author"),
          "date", List.of("pubdate", "published", "updated", "modified", "date", "issued"));

  private LooseFeed() {}

  /** The items of {@code xml} that have a title or a text; maybe none. */
  static List<WireItem> items(String xml, String source) {
    List<WireItem> items = new ArrayList<>();
    for (Element element : Jsoup.parse(xml, "", Parser.xmlParser()).getAllElements()) {
      String name = local(element);
      if (name.equals("item") || name.equals("entry")) {
        WireItem item = item(element, source);
        if (item.headline() != null || !item.body().isEmpty()) {
          items.add(item);
        }
      }
    }
    return items;
  }

  private static WireItem item(Element element, String source) {
    Element link = child(element, "link");
    String url = link == null ? null : Elements.first(link.attr("href"), link.text());
    boolean absolute = url != null && (url.startsWith("http://") || url.startsWith("https://"));
    WireItem.Builder item =
        WireItem.builder(source)
            .format(FeedReader.FORMAT)
            .guid(Elements.first(text(element, "guid"), url))
            .url(absolute ? url : null)
            .headline(HtmlBlocks.text(text(element, "title")))
            .byline(text(element, "author"))
            .versionCreated(Dates.parse(text(element, "date")));
    Element text = child(element, "text");
    if (text != null) {
      HtmlBlocks.addMixed(text.childrenSize() > 0 ? text.html() : text.wholeText(), item);
    }
    return item.build();
  }

  private static String text(Element element, String field) {
    Element child = child(element, field);
    String text = child == null ? "" : child.text().strip();
    return text.isEmpty() || text.length() > LONGEST_FIELD ? null : text;
  }

  private static Element child(Element element, String field) {
    for (String name : NAMES.get(field)) {
      for (Element child : element.children()) {
        if (local(child).equals(name)) {
          return child;
        }
      }
    }
    return null;
  }

  private static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
