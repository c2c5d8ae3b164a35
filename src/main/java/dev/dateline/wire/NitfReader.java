package dev.dateline.wire;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;

/** NITF 3: one item. */
final class NitfReader implements WireReader {

  static final String FORMAT = "nitf";

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    return "nitf".equalsIgnoreCase(Xml.root(input.bytes())) ? 95 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    Element root = Xml.parse(input.bytes()).firstElementChild();
    return List.of(item(root, input.source()));
  }

  private static WireItem item(Element root, String source) {
    Element head = Elements.child(root, "head");
    Element docdata = head == null ? null : head.selectFirst("docdata");
    Element body = Elements.child(root, "body");
    Element bodyHead = Elements.child(body, "body.head");
    Instant issued = Dates.parse(Elements.find(head, "date\\.issue", "norm"));
    Instant released = Dates.parse(Elements.find(head, "date\\.release", "norm"));
    String status = Elements.attribute(docdata, "management-status");
    WireItem.Builder item =
        WireItem.builder(source)
            .format(FORMAT)
            .guid(guid(head, docdata))
            .version(Elements.find(docdata, "du-key[version]", "version"))
            .versionCreated(issued)
            .firstCreated(Dates.parse(Elements.find(bodyHead, "story\\.date", "norm")))
            .pubStatus(Statuses.parse(status))
            .embargo(isLater(released, issued) ? released : null)
            .headline(headline(root))
            .byline(byline(bodyHead))
            .dateline(dateline(bodyHead))
            .located(
                Elements.first(
                    Elements.find(bodyHead, "dateline city"),
                    Elements.find(bodyHead, "dateline location"),
                    Elements.find(docdata, "evloc", "city")))
            .language(Elements.first(root.attr("baselang"), root.attr("lang")))
            .slug(slug(head))
            .urgency(Elements.integer(Elements.find(head, "urgency", "ed-urg")))
            .edNote(edNote(head))
            .copyright(copyright(head, bodyHead))
            .usageTerms(Elements.find(docdata, "doc\\.rights", "type"))
            .agency(
                Elements.first(
                    Elements.find(bodyHead, "distributor"),
                    Elements.find(docdata, "doc\\.copyright", "holder"),
                    Elements.find(docdata, "doc-id", "regsrc")))
            .supersedes(Elements.attribute(docdata, "management-doc-idref"));
    subheads(bodyHead, item);
    subjects(head, item);
    content(body, item);
    return item.build();
  }

  /** Adds the body content of a NITF document to {@code item}. */
  static void content(Element body, WireItem.Builder item) {
    // Notes in the head of the body may have a content of their own.
    Element content = body == null ? null : Elements.child(body, "body.content");
    if (content == null && body != null) {
      content = body.selectFirst("body\\.content");
    }
    if (content != null) {
      content.select("media-metadata, media-producer, media-reference").remove();
      HtmlBlocks.addWire(content, item);
      Element end = Elements.child(content.parent(), "body.end");
      if (end != null) {
        HtmlBlocks.addWire(end, item);
      }
    }
  }

  /** The headline of a NITF document, or null. */
  static String headline(Element nitf) {
    return Elements.first(
        Elements.find(nitf, "body\\.head hl1"),
        Elements.find(nitf, "body\\.head hedline"),
        Elements.find(nitf, "head > title"));
  }

  /**
   * The key that all versions share, where there is one and it is no catch-line, which the next
   * story on the matter has again; else the document's own id.
   */
  private static String guid(Element head, Element docdata) {
    String key = Elements.find(docdata, "du-key[version]", "key");
    String id = Elements.find(docdata, "doc-id", "id-string");
    return key != null && (id == null || !isCatchLine(key, head)) ? key : id;
  }

  private static boolean isCatchLine(String key, Element head) {
    int digits = 0;
    for (int i = 0; i < key.length(); i++) {
      digits = Character.isDigit(key.charAt(i)) ? digits + 1 : 0;
      if (digits > 2) {
        return false;
      }
    }
    for (Element meta : head.select("meta, keyword")) {
      if (key.equals(meta.attr("content")) || key.equals(meta.attr("key"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLater(Instant time, Instant than) {
    return time != null && (than == null || time.isAfter(than));
  }

  /** "By" and names, with what the writers are behind them. */
  static String byline(Element bodyHead) {
    Element byline = bodyHead == null ? null : bodyHead.selectFirst("byline");
    if (byline == null) {
      return null;
    }
    Element title = byline.selectFirst("byttl");
    if (title == null) {
      return byline.text();
    }
    title.remove();
    String name = byline.text().strip().replaceFirst("^(?i:by)(?=\\p{Lu}\\p{Ll})", "By ");
    name = name.replaceFirst("[\\s,]+$", "");
    return name.isEmpty() ? title.text() : name + ", " + title.text();
  }

  /** Place and whatever else is written, without the date that only machines read. */
  static String dateline(Element bodyHead) {
    Element dateline = bodyHead == null ? null : bodyHead.selectFirst("dateline");
    if (dateline == null) {
      return null;
    }
    Element copy = dateline.clone();
    for (Element date : copy.select("story\\.date")) {
      if (Dates.parse(date.text()) != null || date.text().isBlank()) {
        date.remove();
      }
    }
    Element city = copy.selectFirst("city");
    return city == null ? copy.text() : city.text();
  }

  private static String slug(Element head) {
    for (String name : List.of("anpa-keyword", "NTBStikkord", "slug", "slugline", "keyword")) {
      String value = Elements.find(head, "meta[name=" + name + "]", "content");
      if (value != null) {
        return value;
      }
    }
    return Elements.first(
        Elements.find(head, "du-key", "key"), Elements.find(head, "key-list keyword", "key"));
  }

  private static String edNote(Element head) {
    String message = Elements.find(head, "ed-msg", "info");
    String change = Elements.find(head, "revision-history", "comment");
    return message == null ? change : change == null ? message : message + " " + change;
  }

  private static String copyright(Element head, Element bodyHead) {
    String holder = Elements.find(head, "doc\\.copyright", "holder");
    String year = Elements.find(head, "doc\\.copyright", "year");
    if (holder == null) {
      return Elements.find(bodyHead, "rights");
    }
    return year == null ? holder : "\u00a9 " + year + " " + holder;
  }

  private static void subheads(Element bodyHead, WireItem.Builder item) {
    if (bodyHead == null) {
      return;
    }
    String headline = Elements.find(bodyHead, "hl1");
    for (Element subhead : bodyHead.select("hl2")) {
      if (!subhead.text().equals(headline)) {
        item.subhead(subhead.text());
      }
    }
  }

  private static void subjects(Element head, WireItem.Builder item) {
    if (head == null) {
      return;
    }
    for (Element subject : head.select("tobject\\.subject")) {
      String name =
          Elements.first(
              subject.attr("tobject.subject.detail"),
              subject.attr("tobject.subject.matter"),
              subject.attr("tobject.subject.type"));
      String code = Elements.first(subject.attr("tobject.subject.refnum"), name);
      if (code != null) {
        item.subject(new Subject(code, Elements.first(subject.attr("tobject.subject.ipr")), name));
      }
    }
  }
}
