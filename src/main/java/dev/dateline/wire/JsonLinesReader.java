package dev.dateline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.text.WordList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * JSON of any other kind, an object alone, an array or one a line, its fields found by the names of
 * {@code json-fields.txt}. A bad line takes no other with it: the exception carries what could be
 * read.
 */
final class JsonLinesReader implements WireReader {

  static final String FORMAT = "jsonl";

  private static final Pattern OBJECT =
      Pattern.compile("[^{\\[]{0,40}+(?:\\[\\s{0,40}+)?\\{\\s{0,200}+[\"}]");
  private static final int MOST_PROBLEMS = 5;
  private static final String NO_FIELD = "no field with text or headline";

  /** For each field of an item, the names it may go by, best first. */
  private static final Map<String, String[]> NAMES = names();

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
    // Plain text may start with a brace too, but hardly with what JSON has behind one.
    return OBJECT.matcher(Xml.head(input.bytes())).lookingAt() ? 50 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    byte[] bytes = input.bytes();
    List<WireItem> items = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int lines = 0;
    int begin = 0;
    if (isOneDocument(bytes)) {
      JsonNode json = Json.parse(bytes);
      for (JsonNode each : json.isArray() ? json : List.of(json)) {
        lines++;
        take(each, lines, input, items, problems);
      }
    } else {
      int line = 0;
      while (begin < bytes.length) {
        int end = begin;
        while (end < bytes.length && bytes[end] != '\n') {
          end++;
        }
        line++;
        if (!isBlank(bytes, begin, end)) {
          lines++;
          try {
            take(Json.parse(Arrays.copyOfRange(bytes, begin, end)), line, input, items, problems);
          } catch (WireException e) {
            problems.add("line " + line + ": " + e.getMessage());
          }
        }
        begin = end + 1;
      }
    }
    if (items.isEmpty() && problems.isEmpty()) {
      throw new WireException("no items");
    }
    if (lines == 1 && items.isEmpty() && problems.get(0).endsWith(NO_FIELD)) {
      throw new WireException("JSON, but no news item in it: " + NO_FIELD);
    }
    if (!problems.isEmpty()) {
      throw new WireException(summary(problems, lines), items);
    }
    return items;
  }

  private static void take(
      JsonNode json, int number, WireInput input, List<WireItem> items, List<String> problems) {
    WireItem item = item(json, input);
    if (item == null) {
      problems.add("line " + number + ": " + NO_FIELD);
    } else {
      items.add(item);
    }
  }

  /** The item, or null where the object has nothing to read. */
  private static WireItem item(JsonNode json, WireInput input) {
    if (!json.isObject()) {
      return null;
    }
    if (json.has("versioncreated") || json.has("body_html") || json.has("body_text")) {
      return NinjsReader.item(json, input);
    }
    WireItem.Builder item =
        WireItem.builder(input.source())
            .format(FORMAT)
            .guid(field(json, "guid"))
            .version(field(json, "version"))
            .versionCreated(Dates.parse(field(json, "versionCreated")))
            .firstCreated(Dates.parse(field(json, "firstCreated")))
            .pubStatus(Statuses.parse(field(json, "pubStatus")))
            .embargoAsWritten(field(json, "embargo"))
            .headline(HtmlBlocks.text(field(json, "headline")))
            .byline(field(json, "byline"))
            .dateline(field(json, "dateline"))
            .located(field(json, "located"))
            .language(field(json, "language"))
            .slug(field(json, "slug"))
            .edNote(field(json, "edNote"))
            .copyright(field(json, "copyright"))
            .url(field(json, "url"))
            .agency(field(json, "agency"));
    String html = field(json, "html");
    String text = field(json, "text");
    if (html != null) {
      HtmlBlocks.add(html, item);
    } else if (text != null) {
      HtmlBlocks.addMixed(text, item);
    }
    WireItem read = item.build();
    return read.body().isEmpty() && read.headline() == null ? null : read;
  }

  private static String field(JsonNode json, String field) {
    return NinjsReader.first(json, NAMES.getOrDefault(field, new String[] {field}));
  }

  /** Whether it is an array or an object that goes over several lines, rather than one a line. */
  private static boolean isOneDocument(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] <= ' ' || (bytes[at] & 0xff) >= 0xbb)) {
      at++;
    }
    if (at == bytes.length || bytes[at] == '[') {
      return true;
    }
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    String first = new String(bytes, at, end - at, StandardCharsets.UTF_8).strip();
    return !first.endsWith("}") && first.length() < 200;
  }

  private static boolean isBlank(byte[] bytes, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static String summary(List<String> problems, int lines) {
    String shown = String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    return problems.size() + " of " + lines + " lines cannot be read: " + shown;
  }

  private static Map<String, String[]> names() {
    Map<String, String[]> names = new HashMap<>();
    for (String line : WordList.read(JsonLinesReader.class, "json-fields.txt")) {
      String[] columns = line.split(":", 2);
      names.put(columns[0].strip(), columns[1].strip().split("\\s+"));
    }
    return Map.copyOf(names);
  }
}
