package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article: schema.org in JSON-LD, Open Graph, meta elements. Immutable. */
final class PageMetadata {

  private static final int DEEPEST = 6;

  private final Document page;
  private final JsonNode article;
  private final String uri;
  private final Map<String, String> meta;

  private PageMetadata(Document page, JsonNode article, String uri) {
    this.page = page;
    this.article = article;
    this.uri = uri;
    this.meta = meta(page);
  }

  /**
   * The metadata of {@code page}.
   *
   * @param uri where the page was read from, or null
   */
  static PageMetadata of(Document page, String uri) {
    JsonNode article = null;
    for (Element script : page.select("script[type*=ld+json]")) {
      JsonNode found = article(json(script.data()), 0);
      if (found != null && (article == null || found.has("articleBody"))) {
        article = found;
      }
    }
    return new PageMetadata(page, article == null ? Json.MAPPER.nullNode() : article, uri);
  }

  /** The text of the article as the page gives it to machines, or null. */
  String articleBody() {
    return text(article.path("articleBody"));
  }

  void addTo(WireItem.Builder item) {
    String url = url();
    item.guid(url)
        .url(url)
        .headline(headline())
        .byline(byline())
        .language(language())
        .firstCreated(Dates.parse(published()))
        .versionCreated(Dates.parse(modified()))
        .agency(publisher());
    for (Element tag : page.select("meta[property=article:tag]")) {
      String name = tag.attr("content").strip();
      if (!name.isEmpty()) {
        item.subject(new Subject(name, null, name));
      }
    }
  }

  private String headline() {
    String headline = first(text(article.path("headline")), text(article.path("name")));
    if (headline == null) {
      headline = first(meta("og:title"), meta("twitter:title"));
    }
    List<String> tops = page.select("h1").eachText();
    String title = page.title();
    if (headline == null && tops.size() == 1) {
      headline = tops.get(0);
    }
    if (headline == null) {
      headline = title.isBlank() ? tops.stream().findFirst().orElse(null) : title;
    }
    return headline == null ? null : withoutSite(HtmlBlocks.text(headline), tops);
  }

  /** A title often ends in the site's name; where a heading on the page shows it, cut it off. */
  private String withoutSite(String headline, List<String> tops) {
    for (String top : tops) {
      if (top.length() > 15 && headline.startsWith(top)) {
        return top;
      }
    }
    String site = meta("og:site_name");
    for (String mark : List.of(" | ", " - ", " \u2013 ", " \u2014 ", " : ")) {
      int at = headline.lastIndexOf(mark);
      String end = at < 0 ? "" : headline.substring(at + mark.length()).strip();
      boolean isSite =
          site != null
              && !end.isEmpty()
              && site.toLowerCase(Locale.ROOT).contains(end.toLowerCase(Locale.ROOT));
      if (at > 15 && (isSite || mark.equals(" | "))) {
        return headline.substring(0, at).strip();
      }
    }
    return headline;
  }

  private String byline() {
    Set<String> names = new LinkedHashSet<>();
    JsonNode author = article.path("author");
    for (JsonNode one : author.isArray() ? author : List.of(author)) {
      String name = one.isTextual() ? one.asText() : text(one.path("name"));
      if (name != null && !name.contains("://")) {
        names.add(name.strip());
      }
    }
    if (names.isEmpty()) {
      for (String key :
          List.of("author", "byl", "article:author", "parsely-author", "dc.creator")) {
        String value = meta(key);
        if (value != null && !value.contains("://")) {
          return value;
        }
      }
    }
    if (names.isEmpty()) {
      Element marked = page.selectFirst("[rel=author], [itemprop=author]");
      if (marked == null) {
        marked =
            page.selectFirst(".byline, .byline-name, .article-byline, .story-byline, .author-name");
      }
      String value = marked == null ? "" : marked.text().strip();
      return value.isEmpty() || value.length() > 100 ? null : value;
    }
    return String.join(", ", names);
  }

  private String language() {
    Element root = page.selectFirst("html[lang]");
    return first(
        root == null ? null : root.attr("lang"),
        text(article.path("inLanguage")),
        meta("og:locale"));
  }

  private String published() {
    Element time = page.selectFirst("article time[datetime], time[pubdate], time[datetime]");
    return first(
        text(article.path("datePublished")),
        meta("article:published_time"),
        meta("parsely-pub-date"),
        meta("date"),
        meta("pubdate"),
        meta("dc.date"),
        time == null ? null : time.attr("datetime"));
  }

  private String modified() {
    return first(
        text(article.path("dateModified")),
        meta("article:modified_time"),
        meta("og:updated_time"),
        meta("last-modified"),
        published());
  }

  private String publisher() {
    return first(text(article.path("publisher").path("name")), meta("og:site_name"));
  }

  private String url() {
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    String main = text(article.path("mainEntityOfPage"));
    String found =
        first(
            absolute(canonical == null ? null : canonical.attr("href")),
            absolute(meta("og:url")),
            absolute(text(article.path("mainEntityOfPage").path("@id"))),
            absolute(main),
            absolute(text(article.path("url"))),
            absolute(uri));
    return found;
  }

  private static String absolute(String url) {
    return url != null && (url.startsWith("http://") || url.startsWith("https://")) ? url : null;
  }

  private String meta(String key) {
    return meta.get(key);
  }

  /** What the meta elements say, by their names in small letters; Open Graph before the others. */
  private static Map<String, String> meta(Document page) {
    Map<String, String> meta = new HashMap<>();
    List<Element> elements = page.select("meta[content]");
    for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
      for (Element element : elements) {
        String name = element.attr(attribute).toLowerCase(Locale.ROOT);
        String value = element.attr("content").strip();
        if (!name.isEmpty() && !value.isEmpty()) {
          meta.putIfAbsent(name, value);
        }
      }
    }
    return meta;
  }

  /** The first node that is an article, however deep lists and graphs bury it. */
  private static JsonNode article(JsonNode json, int depth) {
    if (json == null || depth > DEEPEST) {
      return null;
    }
    if (json.isObject() && isArticle(json.path("@type"))) {
      return json;
    }
    if (json.isContainerNode()) {
      for (JsonNode child : json) {
        JsonNode found = child.isContainerNode() ? article(child, depth + 1) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isArticle(JsonNode type) {
    List<String> types = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asText()));
    } else {
      types.add(type.asText());
    }
    return types.stream()
        .anyMatch(
            one -> one.endsWith("Article") || one.equals("BlogPosting") || one.endsWith("Report"));
  }

  private static JsonNode json(String data) {
    try {
      return Json.parse(data.strip().getBytes(StandardCharsets.UTF_8));
    } catch (WireException e) {
      return null;
    }
  }

  private static String text(JsonNode json) {
    return json.isTextual() && !json.asText().isBlank() ? json.asText().strip() : null;
  }

  private static String first(String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }
}
