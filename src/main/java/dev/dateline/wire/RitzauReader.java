package dev.dateline.wire;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Ritzau's XML: one RBNews, or the queue response that holds many. */
final class RitzauReader implements WireReader {

  static final String FORMAT = "ritzau";

  private static final List<String> ROOTS =
      List.of("RBNews", "XMLNewsQueuedResponse", "ListOfRBNews", "XMLNewsQueuedResult");

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    return ROOTS.contains(String.valueOf(Xml.root(input.bytes()))) ? 95 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    Document document = Xml.parse(input.bytes());
    List<WireItem> items = new ArrayList<>();
    for (Element element : document.getElementsByTag("RBNews")) {
      items.add(item(element, input.source()));
    }
    if (items.isEmpty()) {
      throw new WireException("Ritzau XML without news");
    }
    return items;
  }

  private static WireItem item(Element element, String source) {
    String town = Elements.text(element, "town");
    String origin = Elements.text(element, "origin");
    boolean withdrawn = "true".equals(Elements.text(element, "Annuleret"));
    WireItem.Builder item =
        WireItem.builder(source)
            .format(FORMAT)
            .guid(Elements.text(element, "NewsID"))
            .version(Elements.text(element, "version"))
            .versionCreated(Dates.parse(Elements.text(element, "PublishDate")))
            .pubStatus(withdrawn ? PubStatus.CANCELED : PubStatus.USABLE)
            .embargoAsWritten(Elements.text(element, "EmbargoDate"))
            .headline(HtmlBlocks.text(Elements.text(element, "headline")))
            .subhead(HtmlBlocks.text(Elements.text(element, "subtitle")))
            .byline(Elements.text(element, "byLine"))
            .dateline(
                town != null && origin != null && origin.startsWith("/")
                    ? town + " " + origin
                    : null)
            .located(town)
            .slug(Elements.text(element, "strapline"))
            .urgency(Elements.integer(Elements.text(element, "Priority")))
            .edNote(HtmlBlocks.text(Elements.text(element, "TilRedaktionen")))
            .agency(origin)
            .supersedes(
                Elements.first(
                    Elements.text(element, "replacedID"), Elements.text(element, "Replaces")));
    for (Element code : element.select("IPTCList > *")) {
      if (!code.text().isBlank()) {
        item.subject(new Subject(code.text(), "subj", null));
      }
    }
    Element content = Elements.child(element, "content");
    if (content != null) {
      HtmlBlocks.add(content.wholeText(), item);
    }
    return item.build();
  }
}
