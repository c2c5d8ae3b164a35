package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * ninjs 1.x, 2.x and 3.x (IPTC News in JSON), alone, in an array, or in the lists that APIs wrap
 * around it, AP's Media API among them; and dpa's JSON, which is alike.
 */
final class NinjsReader implements WireReader {

  static final String FORMAT = "ninjs";

  /** Names of which no other JSON has two. */
  private static final Set<String> MARKS =
      Set.of(
          "\"versioncreated\"",
          "\"body_text\"",
          "\"body_html\"",
          "\"body_xhtml\"",
          "\"article_html\"",
          "\"version_created\"",
          "\"pubstatus\"",
          "\"headlines\"",
          "\"bodies\"",
          "\"altids\"",
          "\"slugline\"",
          "\"firstcreated\"",
          "\"ninjs\"",
          "\"description_text\"",
          "\"contentcreated\"",
          "\"renditions\"");

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    char first = Xml.first(input.bytes());
    if (first != '{' && first != '[') {
      return 0;
    }
    String head = Xml.head(input.bytes()).toLowerCase(Locale.ROOT);
    long marks = MARKS.stream().filter(head::contains).count();
    return marks >= 2 ? 90 : marks == 1 ? 60 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    JsonNode json = Json.parse(input.bytes());
    List<JsonNode> found = new ArrayList<>();
    collect(json, found, 0);
    if (found.isEmpty()) {
      throw new WireException("JSON, but no news item in it");
    }
    List<WireItem> items = new ArrayList<>(found.size());
    for (JsonNode item : found) {
      items.add(item(item, input));
    }
    return items;
  }

  /** ninjs 3 writes in camel case what earlier versions write small; values stay as they are. */
  private static JsonNode lowered(JsonNode json) {
    if (json.isArray()) {
      ArrayNode out = Json.MAPPER.createArrayNode();
      json.forEach(each -> out.add(lowered(each)));
      return out;
    }
    if (!json.isObject()) {
      return json;
    }
    ObjectNode out = Json.MAPPER.createObjectNode();
    json.properties()
        .forEach(
            field -> out.set(field.getKey().toLowerCase(Locale.ROOT), lowered(field.getValue())));
    return out;
  }

  /** Items stand alone, in arrays, or under the names that APIs use for lists of them. */
  private static void collect(JsonNode json, List<JsonNode> found, int depth) {
    if (depth > 4) {
      return;
    }
    if (json.isArray()) {
      json.forEach(each -> collect(each, found, depth + 1));
    } else if (isItem(json)) {
      found.add(json);
    } else if (json.isObject()) {
      for (String list : List.of("data", "items", "item", "results", "_items", "newsItems")) {
        if (json.has(list)) {
          collect(json.get(list), found, depth + 1);
        }
      }
    }
  }

  private static boolean isItem(JsonNode json) {
    if (json.has("altIds") || json.has("versionCreated") || json.has("pubStatus")) {
      return isItem(lowered(json));
    }
    boolean known =
        json.hasNonNull("uri")
            || json.hasNonNull("urn")
            || json.hasNonNull("guid")
            || json.hasNonNull("altids");
    boolean news =
        json.has("headline")
            || json.has("headlines")
            || json.has("versioncreated")
            || json.has("body_text")
            || json.has("body_html")
            || json.has("article_html")
            || json.has("bodies");
    return json.isObject() && news && (known || json.has("versioncreated"));
  }

  static WireItem item(JsonNode sent, WireInput input) {
    JsonNode json = lowered(sent);
    WireItem.Builder item =
        WireItem.builder(input.source())
            .format(FORMAT)
            .guid(guid(json))
            .version(string(json, "version"))
            .versionCreated(Dates.parse(first(json, "versioncreated", "version_created")))
            .firstCreated(Dates.parse(first(json, "firstcreated", "contentcreated")))
            .pubStatus(Statuses.parse(string(json, "pubstatus")))
            .embargoAsWritten(first(json, "embargoed", "embargountil"))
            .headline(headline(json))
            .byline(byline(json))
            .dateline(string(json.path("dateline"), "text"))
            .located(located(json))
            .language(string(json, "language"))
            .slug(first(json, "slugline", "slug"))
            .urgency(integer(json, "urgency"))
            .edNote(string(json, "ednote"))
            .usageTerms(first(json, "usageterms"))
            .copyright(string(json, "copyrightnotice"))
            .url(first(json, "canonicalurl", "url", "link"))
            .agency(first(json, "provider", "source", "copyrightholder"));
    subjects(json, item);
    associations(json, item);
    item.supersedes(string(json, "evolvedfrom")).supersedes(string(json, "rewrite_of"));
    subheads(json, item);
    body(json, item);
    return item.build();
  }

  /** The id that all versions share: AP's own, then the guid or URI. */
  private static String guid(JsonNode json) {
    String itemId = json.path("altids").isObject() ? string(json.path("altids"), "itemid") : null;
    String guid = first(json, "guid", "uri", "urn", "id");
    boolean perRequest = guid != null && guid.indexOf('?') > 0;
    return itemId != null && (guid == null || perRequest) ? itemId : guid;
  }

  /** A line, or the lines of several writers, each with their names. */
  private static String byline(JsonNode json) {
    String line = first(json, "byline", "by");
    if (line != null) {
      return line;
    }
    List<String> names = new ArrayList<>();
    for (JsonNode by : json.path("bylines")) {
      String name = by.isTextual() ? by.asText() : first(by, "by", "byline", "name", "value");
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static String headline(JsonNode json) {
    String headline = string(json, "headline");
    return headline != null ? HtmlBlocks.text(headline) : role(json.path("headlines"), "main");
  }

  private static String located(JsonNode json) {
    String located = string(json, "located");
    if (located != null) {
      return located;
    }
    JsonNode place = json.path("datelinelocation");
    return place.isObject() ? first(place, "city", "name", "countryname") : null;
  }

  /** Of several texts, the one in that role, else the first. */
  private static String role(JsonNode texts, String role) {
    String any = null;
    for (JsonNode text : texts) {
      String value = string(text, "value");
      if (value != null && role.equals(string(text, "role"))) {
        return HtmlBlocks.text(value);
      }
      any = any == null ? value : any;
    }
    return any == null ? null : HtmlBlocks.text(any);
  }

  private static void subheads(JsonNode json, WireItem.Builder item) {
    for (JsonNode headline : json.path("headlines")) {
      String role = String.valueOf(string(headline, "role")).toLowerCase(Locale.ROOT);
      if (role.contains("sub")) {
        item.subhead(HtmlBlocks.text(string(headline, "value")));
      }
    }
  }

  private static void body(JsonNode json, WireItem.Builder item) {
    String html = first(json, "body_html", "body_xhtml", "article_html");
    if (html != null && !HtmlBlocks.text(html).isBlank()) {
      HtmlBlocks.add(html, item);
      return;
    }
    String text = string(json, "body_text");
    if (text != null && !text.isBlank()) {
      Typesetting.add(text, item);
    } else if (!bodies(json, item)) {
      String plain = first(json, "body", "text", "content");
      if (plain != null && !plain.isBlank()) {
        HtmlBlocks.addMixed(plain, item);
      } else {
        description(json, item);
      }
    }
  }

  /** ninjs 2 and 3: the same text in several types, the richest of which counts; or in parts. */
  private static boolean bodies(JsonNode json, WireItem.Builder item) {
    JsonNode best = null;
    for (JsonNode body : json.path("bodies")) {
      if (string(body, "value") != null && rank(body) > (best == null ? 0 : rank(best))) {
        best = body;
      }
    }
    if (best == null) {
      return false;
    }
    if (isHtml(best)) {
      HtmlBlocks.add(string(best, "value"), item);
    } else {
      Typesetting.add(string(best, "value"), item);
    }
    return true;
  }

  private static int rank(JsonNode body) {
    String role = String.valueOf(string(body, "role")).toLowerCase(Locale.ROOT);
    boolean main = role.equals("main") || role.contains("body") || role.contains("html");
    return (isHtml(body) ? 2 : 1) + (main ? 2 : 0);
  }

  private static boolean isHtml(JsonNode body) {
    String type = String.valueOf(string(body, "contenttype")).toLowerCase(Locale.ROOT);
    String value = string(body, "value");
    return type.contains("html") || value.contains("</p>") || value.contains("<br");
  }

  /** Pictures and summaries have no body but a caption. */
  private static void description(JsonNode json, WireItem.Builder item) {
    boolean text = "text".equals(string(json, "type"));
    String words = first(json, "description_caption", "description_text");
    if (words == null) {
      String html = first(json, "description_html", "description_xhtml");
      words = html == null ? role(json.path("descriptions"), "main") : HtmlBlocks.text(html);
    }
    if (words != null) {
      item.block(Block.of(text ? Block.Kind.PARAGRAPH : Block.Kind.CAPTION, words));
    }
  }

  private static void subjects(JsonNode json, WireItem.Builder item) {
    for (String field : List.of("subject", "subjects")) {
      for (JsonNode subject : json.path(field)) {
        String code = first(subject, "code", "uri", "literal");
        String name = string(subject, "name");
        if (code != null || name != null) {
          item.subject(new Subject(code == null ? name : code, string(subject, "scheme"), name));
        }
      }
    }
  }

  /** An object by name in ninjs 1, an array since 2. */
  private static void associations(JsonNode json, WireItem.Builder item) {
    for (JsonNode association : json.path("associations")) {
      item.relatedId(first(association, "uri", "guid"));
    }
  }

  private static Integer integer(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isInt() ? Integer.valueOf(value.asInt()) : null;
  }

  static String first(JsonNode json, String... fields) {
    for (String field : fields) {
      String value = string(json, field);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /** A string or number; of an array of strings, all of them. */
  static String string(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.isValueNode() ? part.asText() : ""));
      parts.removeIf(String::isBlank);
      return parts.isEmpty() ? null : String.join(" ", parts);
    }
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }
}
