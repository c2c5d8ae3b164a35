package dev.dateline.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** NewsML-G2: items and packages, alone or in a message. An item for each of them. */
final class NewsMlG2Reader implements WireReader {

  static final String FORMAT = "newsml-g2";

  private static final List<String> ROOTS = List.of("newsMessage", "newsItem", "packageItem");

  /** Notes that say who to call and how the desk signed, not what to know of the story. */
  private static final List<String> DESK_NOTES =
      List.of("contacts", "closingline", "notepad", "private");

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
    for (Element element : document.select("newsItem, packageItem")) {
      WireItem item = item(element, input.source());
      boolean known = item.guid() != null || item.headline() != null || !item.body().isEmpty();
      if (known) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      throw new WireException("NewsML-G2 without an item");
    }
    return items;
  }

  private static WireItem item(Element element, String source) {
    Element itemMeta = Elements.child(element, "itemMeta");
    Element contentMeta = Elements.child(element, "contentMeta");
    Element rights = Elements.child(element, "rightsInfo");
    String language = Elements.attribute(Elements.child(contentMeta, "language"), "tag");
    String guid = element.attr("guid");
    WireItem.Builder item =
        WireItem.builder(source)
            .format(FORMAT)
            .guid(guid)
            .version(element.attr("version"))
            .versionCreated(Dates.parse(Elements.text(itemMeta, "versionCreated")))
            .firstCreated(Dates.parse(Elements.text(itemMeta, "firstCreated")))
            .embargoAsWritten(Elements.text(itemMeta, "embargoed"))
            .pubStatus(Statuses.parse(Elements.code(Elements.child(itemMeta, "pubStatus"))))
            .language(language == null ? element.attr("lang") : language)
            .agency(Elements.name(Elements.child(itemMeta, "provider")))
            .edNote(edNote(itemMeta, contentMeta))
            .copyright(Elements.text(rights, "copyrightNotice"))
            .usageTerms(Elements.text(rights, "usageTerms"))
            .urgency(Elements.integer(Elements.text(contentMeta, "urgency")))
            .slug(Elements.text(contentMeta, "slugline"))
            .byline(bylines(contentMeta))
            .dateline(Elements.text(contentMeta, "dateline"))
            .located(located(itemMeta, contentMeta));
    headlines(contentMeta, itemMeta, item);
    nitf(element.selectFirst("contentSet nitf"), item);
    subjects(contentMeta, item);
    links(itemMeta, element, guid, item);
    body(element, itemMeta, contentMeta, item);
    return item.build();
  }

  /** The headline of the highest rank is the headline; others are subheads. */
  private static void headlines(Element contentMeta, Element itemMeta, WireItem.Builder item) {
    Element main = null;
    List<Element> all = Elements.children(contentMeta, "headline");
    for (Element headline : all) {
      boolean blank = headline.text().isBlank();
      if (!blank && (main == null || rank(headline) < rank(main))) {
        main = headline;
      }
    }
    if (main == null) {
      item.headline(Elements.text(itemMeta, "title"));
      return;
    }
    item.headline(main.text());
    for (Element headline : all) {
      if (headline != main && !headline.text().equals(main.text())) {
        item.subhead(headline.text());
      }
    }
  }

  private static int rank(Element headline) {
    Integer rank = Elements.integer(headline.attr("rank"));
    boolean roleless = headline.attr("role").isEmpty() || headline.attr("role").endsWith(":main");
    return (rank == null ? 0 : rank) * 2 + (roleless ? 0 : 1);
  }

  /** What the item itself leaves out may stand in the NITF that it wraps. */
  private static void nitf(Element nitf, WireItem.Builder item) {
    if (nitf == null) {
      return;
    }
    WireItem known = item.build();
    Element bodyHead = nitf.selectFirst("body\\.head");
    if (known.headline() == null) {
      item.headline(NitfReader.headline(nitf));
    }
    if (known.byline() == null) {
      item.byline(NitfReader.byline(bodyHead));
    }
    if (known.dateline() == null) {
      item.dateline(NitfReader.dateline(bodyHead));
    }
  }

  private static String bylines(Element contentMeta) {
    List<String> names = new ArrayList<>();
    for (Element by : Elements.children(contentMeta, "by")) {
      // A name that is none may have a date behind it all the same.
      boolean absent = Placeholders.isAbsent(by.text().split(",", 2)[0]);
      if (!absent && !names.contains(by.text())) {
        names.add(by.text());
      }
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static String located(Element itemMeta, Element contentMeta) {
    for (Element meta : new Element[] {contentMeta, itemMeta}) {
      for (Element located : Elements.children(meta, "located")) {
        String name = Elements.name(located);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private static String edNote(Element itemMeta, Element contentMeta) {
    List<String> notes = new ArrayList<>();
    for (Element meta : new Element[] {itemMeta, contentMeta}) {
      for (Element note : Elements.children(meta, "edNote")) {
        String role = note.attr("role").toLowerCase(Locale.ROOT);
        boolean desk = DESK_NOTES.stream().anyMatch(role::endsWith);
        if (!desk && !note.text().isBlank() && !notes.contains(note.text())) {
          notes.add(note.text());
        }
      }
    }
    return notes.isEmpty() ? null : String.join(" ", notes);
  }

  private static void subjects(Element contentMeta, WireItem.Builder item) {
    for (Element subject : Elements.children(contentMeta, "subject")) {
      String code = Elements.code(subject);
      String name = Elements.name(Elements.child(subject, "name") == null ? null : subject);
      if (code != null || name != null) {
        String known = code == null ? name : code;
        int colon = known.indexOf(':');
        boolean qcode = subject.hasAttr("qcode") && colon > 0;
        item.subject(new Subject(known, qcode ? known.substring(0, colon) : null, name));
      }
    }
  }

  private static void links(Element itemMeta, Element element, String guid, WireItem.Builder item) {
    for (Element link : Elements.children(itemMeta, "link")) {
      String target = Elements.first(link.attr("residref"), link.attr("href"));
      if (target == null || target.equals(guid)) {
        continue;
      }
      String relation = link.attr("rel").toLowerCase(Locale.ROOT);
      if (relation.endsWith("previousversion")
          || relation.endsWith("supersedes")
          || relation.endsWith("replaces")) {
        item.supersedes(target);
      } else {
        item.relatedId(target);
      }
    }
    for (Element reference : element.select("groupSet itemRef")) {
      item.relatedId(Elements.first(reference.attr("residref"), reference.attr("href")));
    }
  }

  /** Of several renditions of the text, the fullest. What is no text has a caption at best. */
  private static void body(
      Element element, Element itemMeta, Element contentMeta, WireItem.Builder item) {
    Element best = null;
    for (Element content : element.select("contentSet > inlineXML, contentSet > inlineData")) {
      if (best == null || content.text().length() > best.text().length()) {
        best = content;
      }
    }
    if (best != null && !best.text().isBlank()) {
      content(best, item);
      return;
    }
    String itemClass = String.valueOf(Elements.code(Elements.child(itemMeta, "itemClass")));
    if (!itemClass.endsWith(":text") && element.normalName().equals("newsitem")) {
      for (Element description : Elements.children(contentMeta, "description")) {
        item.block(Block.of(Block.Kind.CAPTION, description.text()));
      }
    }
  }

  private static void content(Element content, WireItem.Builder item) {
    if (content.normalName().equals("inlinedata") || content.childrenSize() == 0) {
      HtmlBlocks.addMixed(content.wholeText(), item);
      return;
    }
    Element nitf = content.selectFirst("nitf");
    if (nitf != null) {
      NitfReader.content(Elements.child(nitf, "body"), item);
      return;
    }
    Element body = content.selectFirst("body");
    Element root = body == null ? content : body;
    // Some repeat the metadata at the head of the body, and the desk's notes at its end.
    root.select("header, .notepad, .embargoed").remove();
    HtmlBlocks.addWire(root, item);
  }
}
