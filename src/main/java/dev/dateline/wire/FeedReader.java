package dev.dateline.wire;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * RSS 0.9x to 2.0, RSS 1.0 and Atom: an item for each entry. What is ill-formed is mended first;
 * odd dates and addresses cost the entry that one field.
 */
final class FeedReader implements WireReader {

  static final String FORMAT = "feed";

  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    String root = Xml.root(input.bytes());
    if (root != null && ROOTS.contains(root.toLowerCase(Locale.ROOT))) {
      return 95;
    }
    String type = input.contentType();
    boolean declared = type != null && (type.contains("rss") || type.contains("atom"));
    return declared ? 85 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    String xml = FeedText.decode(input.bytes(), input.contentType());
    List<WireItem> items = items(xml, input.source());
    if (isCutShort(xml)) {
      throw new WireException("a feed that is cut short: its end is missing", items);
    }
    return items;
  }

  /** By the standards, and where these find nothing, by the names of elements. */
  private static List<WireItem> items(String xml, String source) throws WireException {
    String problem;
    try {
      SyndFeed feed = parse(xml);
      List<WireItem> items = items(feed, source, xml.contains(WordPress.NAMESPACE));
      if (!items.isEmpty()) {
        return items;
      }
      problem =
          feed.getEntries().isEmpty()
              ? "a feed without items"
              : "a feed whose items have neither title nor text";
    } catch (WireException e) {
      problem = e.getMessage();
    }
    List<WireItem> loose = LooseFeed.items(xml, source);
    if (loose.isEmpty()) {
      throw new WireException(problem);
    }
    return loose;
  }

  private static List<WireItem> items(SyndFeed feed, String source, boolean exported) {
    List<WireItem> items = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      WireItem item = item(entry, feed, source, exported);
      if ((item.headline() != null || !item.body().isEmpty())
          && !(exported && WordPress.isAttachment(entry.getForeignMarkup()))) {
        items.add(item);
      }
    }
    return items;
  }

  private static boolean isCutShort(String xml) {
    int last = xml.lastIndexOf("</");
    String end = last < 0 ? "" : xml.substring(last).toLowerCase(Locale.ROOT);
    return !end.startsWith("</rss") && !end.startsWith("</feed") && !end.contains("rdf");
  }

  private static SyndFeed parse(String xml) throws WireException {
    String plain = FeedText.withoutDoctype(xml);
    try {
      return rome(plain);
    } catch (FeedException | RuntimeException e) {
      try {
        return rome(FeedText.mend(plain));
      } catch (FeedException | RuntimeException mended) {
        throw new WireException("a feed that cannot be read: " + reason(mended), mended);
      }
    }
  }

  private static SyndFeed rome(String xml) throws FeedException {
    SyndFeedInput in = new SyndFeedInput();
    in.setXmlHealerOn(true);
    in.setAllowDoctypes(false);
    return in.build(new StringReader(xml));
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof NullPointerException
        ? "its channel is missing"
        : String.valueOf(cause.getMessage());
  }

  private static WireItem item(SyndEntry entry, SyndFeed feed, String source, boolean exported) {
    Instant published = instant(entry.getPublishedDate());
    Instant updated = instant(entry.getUpdatedDate());
    String link = trimmed(entry.getLink());
    String uri = trimmed(entry.getUri());
    WireItem.Builder item =
        WireItem.builder(source)
            .format(FORMAT)
            .guid(uri != null ? uri : link)
            .url(link != null ? link : isUrl(uri) ? uri : null)
            .headline(plain(entry.getTitleEx(), entry.getTitle()))
            .byline(authors(entry))
            .firstCreated(published)
            .versionCreated(updated != null ? updated : published)
            .language(feed.getLanguage())
            .copyright(feed.getCopyright())
            .agency(feed.getTitle() == null ? null : HtmlBlocks.text(feed.getTitle()));
    for (SyndCategory category : entry.getCategories()) {
      String name = trimmed(category.getName());
      if (name != null) {
        String plain = HtmlBlocks.text(name);
        item.subject(new Subject(plain, trimmed(category.getTaxonomyUri()), plain));
      }
    }
    if (exported) {
      item.pubStatus(WordPress.status(entry.getForeignMarkup()));
    }
    body(entry, item, exported);
    return item.build();
  }

  /** The full text where the feed has it, else the summary. */
  private static void body(SyndEntry entry, WireItem.Builder item, boolean exported) {
    SyndContent best = null;
    for (SyndContent content : entry.getContents()) {
      if (length(content) > length(best)) {
        best = content;
      }
    }
    SyndContent summary = entry.getDescription();
    SyndContent content = length(best) >= length(summary) ? best : summary;
    if (content == null || content.getValue() == null) {
      return;
    }
    if (exported) {
      HtmlBlocks.add(WordPress.withoutShortcodes(content.getValue()), item);
    } else if (isPlain(content)) {
      Typesetting.add(content.getValue(), item);
    } else {
      HtmlBlocks.add(content.getValue(), item);
    }
  }

  private static int length(SyndContent content) {
    return content == null || content.getValue() == null ? 0 : content.getValue().length();
  }

  private static boolean isPlain(SyndContent content) {
    String value = content.getValue();
    boolean markup = value.indexOf('<') >= 0 || value.indexOf('&') >= 0;
    return !markup || "text".equals(content.getType()) || "text/plain".equals(content.getType());
  }

  private static String plain(SyndContent title, String value) {
    if (value == null) {
      return null;
    }
    boolean text = title != null && "text".equals(title.getType());
    return text ? value : HtmlBlocks.text(value);
  }

  private static String authors(SyndEntry entry) {
    List<String> names = new ArrayList<>();
    for (SyndPerson person : entry.getAuthors()) {
      if (trimmed(person.getName()) != null) {
        names.add(trimmed(person.getName()));
      }
    }
    return names.isEmpty() ? trimmed(entry.getAuthor()) : String.join(", ", names);
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  private static boolean isUrl(String text) {
    return text != null && (text.startsWith("http://") || text.startsWith("https://"));
  }

  private static String trimmed(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
