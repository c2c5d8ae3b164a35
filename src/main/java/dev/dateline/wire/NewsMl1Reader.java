package dev.dateline.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** NewsML 1.x: an item for each NewsItem. */
final class NewsMl1Reader implements WireReader {

  static final String FORMAT = "newsml-1";

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    String root = String.valueOf(Xml.root(input.bytes()));
    return root.equals("NewsML") || root.equals("NewsItem") ? 95 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    Document document = Xml.parse(input.bytes());
    List<WireItem> items = new ArrayList<>();
    for (Element element : document.getElementsByTag("NewsItem")) {
      if (Elements.child(element, "Identification") != null) {
        items.add(item(element, input.source()));
      }
    }
    if (items.isEmpty()) {
      throw new WireException("NewsML without an item");
    }
    return items;
  }

  private static WireItem item(Element element, String source) {
    Element identifier = element.selectFirst("Identification > NewsIdentifier");
    Element management = Elements.child(element, "NewsManagement");
    Element lines = element.selectFirst("NewsLines");
    String revision = Elements.text(identifier, "RevisionId");
    String status = Elements.find(management, "Status", "FormalName");
    boolean held = Statuses.parse(status) == PubStatus.WITHHELD;
    String embargo =
        held
            ? Elements.first(
                Elements.find(management, "StatusWillChange DateAndTime"),
                Elements.find(management, "Embargo"))
            : null;
    WireItem.Builder item =
        WireItem.builder(source)
            .format(FORMAT)
            .guid(guid(identifier, revision))
            .version(revision)
            .versionCreated(Dates.parse(Elements.text(management, "ThisRevisionCreated")))
            .firstCreated(Dates.parse(Elements.text(management, "FirstCreated")))
            .pubStatus(embargo == null ? Statuses.parse(status) : PubStatus.USABLE)
            .embargoAsWritten(embargo)
            .headline(Elements.text(lines, "HeadLine"))
            .byline(Elements.text(lines, "ByLine"))
            .dateline(Elements.text(lines, "DateLine"))
            .located(
                Elements.first(
                    Elements.find(
                        element, "DescriptiveMetadata Location Property[FormalName=City]", "Value"),
                    Elements.find(
                        element, "DescriptiveMetadata > Property[FormalName=City]", "Value")))
            .language(language(element))
            .slug(
                Elements.first(
                    Elements.text(lines, "SlugLine"),
                    Elements.find(element, "Identification > NameLabel")))
            .urgency(Elements.integer(Elements.find(management, "Urgency", "FormalName")))
            .copyright(
                Elements.first(
                    Elements.text(lines, "CopyrightLine"),
                    Elements.find(element, "RightsMetadata Copyright")))
            .usageTerms(Elements.find(element, "RightsMetadata UsageType"))
            .edNote(
                Elements.first(
                    Elements.find(management, "Instruction"),
                    Elements.find(element, "NewsLine[FormalName=Note] NewsLineText")))
            .agency(
                Elements.first(
                    Elements.find(element, "AdministrativeMetadata Provider Party", "FormalName"),
                    Elements.find(element, "AdministrativeMetadata Source Party", "FormalName"),
                    Elements.text(lines, "CreditLine"),
                    Elements.text(identifier, "ProviderId")));
    for (Element subhead : Elements.children(lines, "SubHeadLine")) {
      item.subhead(subhead.text());
    }
    for (Element related :
        management == null
            ? List.<Element>of()
            : management.select("AssociatedWith, DerivedFrom")) {
      item.relatedId(related.attr("NewsItem"));
    }
    subjects(element, item);
    body(element, item);
    return item.build();
  }

  /** The public identifier without the revision at its end. */
  private static String guid(Element identifier, String revision) {
    String id = Elements.text(identifier, "PublicIdentifier");
    if (id == null) {
      return Elements.text(identifier, "NewsItemId");
    }
    int last = id.lastIndexOf(':');
    boolean versioned = revision != null && last > 0 && id.substring(last + 1).startsWith(revision);
    return versioned ? id.substring(0, last) : id;
  }

  private static String language(Element element) {
    String language =
        Elements.first(
            Elements.find(element, "DescriptiveMetadata Language", "FormalName"),
            Elements.first(
                Elements.find(element, "NewsComponent[lang]", "lang"), element.attr("lang")));
    return language == null ? null : language.toLowerCase(Locale.ROOT);
  }

  private static void subjects(Element element, WireItem.Builder item) {
    Map<String, String> names = new HashMap<>();
    for (Element topic : element.select("TopicSet > Topic")) {
      String code = Elements.text(topic, "FormalName");
      for (Element description : Elements.children(topic, "Description")) {
        if (code != null
            && !description.attr("Variant").equals("Category")
            && (!names.containsKey(code) || description.attr("lang").startsWith("en"))) {
          names.put(code, description.text());
        }
      }
    }
    List<String> seen = new ArrayList<>();
    for (Element subject :
        element.select(
            "SubjectCode > Subject, SubjectCode > SubjectMatter, SubjectCode > SubjectDetail")) {
      String code = subject.attr("FormalName");
      if (!code.isBlank() && !seen.contains(code)) {
        seen.add(code);
        String scheme = Elements.first(subject.attr("Scheme"), subject.attr("Vocabulary"));
        item.subject(new Subject(code, scheme, names.get(code)));
      }
    }
  }

  /** The fullest text among the contents; captions of pictures that come along with it. */
  private static void body(Element element, WireItem.Builder item) {
    Element best = null;
    for (Element content : element.select("ContentItem > DataContent")) {
      String media = Elements.find(content.parent(), "MediaType", "FormalName");
      boolean text = media == null || media.toLowerCase(Locale.ROOT).contains("text");
      if (text && (best == null || content.text().length() > best.text().length())) {
        best = content;
      }
    }
    if (best == null) {
      return;
    }
    if (best.selectFirst("body\\.content") != null) {
      NitfReader.content(best, item);
    } else if (best.childrenSize() > 0) {
      Element body = best.selectFirst("body");
      HtmlBlocks.addWire(body == null ? best : body, item);
    } else {
      HtmlBlocks.addMixed(best.wholeText(), item);
    }
  }
}
