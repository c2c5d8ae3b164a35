package dev.dateline.wire;

import dev.dateline.text.ParagraphSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Blocks of HTML, or of the HTML-like markup inside wire formats: paragraphs, headings, lists,
 * quotations, tables and captions in order, every word of them. Not thread-safe; one for each text.
 */
final class HtmlBlocks {

  private static final int LONGEST_HEADING = 120;
  private static final int SHORT_LINE = 45;
  private static final int DEEPEST = 300;

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "iframe",
          "svg",
          "form",
          "button",
          "select",
          "template",
          "object",
          "embed",
          "audio",
          "video",
          "canvas",
          "input",
          "textarea",
          "head",
          "map");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "aside",
          "header",
          "footer",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "figure",
          "pre",
          "address",
          "table",
          "tbody",
          "thead",
          "tfoot",
          "hr",
          "body",
          "html",
          "block",
          "center",
          "details",
          "summary",
          "nav",
          "fieldset",
          "bq",
          "nitf-table",
          "media",
          "body.content",
          "inlinexml",
          "datacontent",
          "contentset",
          "body.head",
          "body.end",
          "tagline",
          "fn",
          "note",
          "td",
          "th",
          "caption");

  /** Elements that make all their words a block of one kind. */
  private static final Map<String, Block.Kind> KINDS =
      Map.ofEntries(
          Map.entry("li", Block.Kind.LIST_ITEM),
          Map.entry("blockquote", Block.Kind.BLOCK_QUOTE),
          Map.entry("tr", Block.Kind.TABLE_ROW),
          Map.entry("figcaption", Block.Kind.CAPTION),
          Map.entry("media-caption", Block.Kind.CAPTION));

  private final WireItem.Builder out;
  private final StringBuilder text = new StringBuilder();
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int level;
  private boolean bold = true;
  private boolean any;
  private int depth;

  private HtmlBlocks(WireItem.Builder out) {
    this.out = out;
  }

  /** Adds the blocks of a fragment of HTML to {@code out}. */
  static void add(String html, WireItem.Builder out) {
    if (html != null && !html.isBlank()) {
      add(Jsoup.parseBodyFragment(html).body(), out);
    }
  }

  /** Adds the blocks inside {@code root} to {@code out}. */
  static void add(Element root, WireItem.Builder out) {
    HtmlBlocks blocks = new HtmlBlocks(out);
    blocks.children(root, false);
    blocks.flush();
  }

  /** The words of an element or fragment in one line, without markup. */
  static String text(String html) {
    return html == null ? null : Jsoup.parseBodyFragment(html).text();
  }

  private void children(Element element, boolean inBold) {
    if (depth == DEEPEST) {
      append(element.text(), inBold);
      return;
    }
    depth++;
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode words) {
        append(words.getWholeText(), inBold);
      } else if (node instanceof Element child) {
        child(child, child.normalName().toLowerCase(Locale.ROOT), inBold);
      }
    }
    depth--;
  }

  private void child(Element element, String name, boolean inBold) {
    if (SKIPPED.contains(name) || element.hasAttr("hidden")) {
      return;
    }
    if (name.equals("br")) {
      text.append('\n');
      return;
    }
    int heading = heading(name);
    Block.Kind inner = KINDS.get(name);
    if (heading > 0) {
      within(element, Block.Kind.HEADING, heading);
    } else if (inner != null) {
      within(element, inner, 0);
    } else if (kind == Block.Kind.TABLE_ROW && (name.equals("td") || name.equals("th"))) {
      if (any) {
        text.append(" | ");
      }
      children(element, inBold);
    } else if (BLOCKS.contains(name) && kind != Block.Kind.TABLE_ROW) {
      flush();
      children(element, inBold);
      flush();
    } else {
      children(element, inBold || name.equals("b") || name.equals("strong"));
    }
  }

  private void within(Element element, Block.Kind inner, int depth) {
    flush();
    Block.Kind outer = kind;
    int outerLevel = level;
    // What stands inside a quotation or a list is still that.
    kind = inner;
    level = depth;
    children(element, false);
    flush();
    kind = outer;
    level = outerLevel;
  }

  private static int heading(String name) {
    if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
      int depth = name.charAt(1) - '0';
      return depth >= 1 && depth <= 6 ? depth : 0;
    }
    return name.equals("hl1") || name.equals("hl2") ? name.charAt(2) - '0' + 1 : 0;
  }

  /** White space in markup is one blank; only a line break element breaks lines. */
  private void append(String words, boolean inBold) {
    boolean blank = text.length() > 0 && isBlank(text.charAt(text.length() - 1));
    boolean visible = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (isBlank(c)) {
        if (!blank && text.length() > 0) {
          text.append(' ');
        }
        blank = true;
      } else {
        text.append(c);
        blank = false;
        visible = true;
      }
    }
    if (visible) {
      any = true;
      bold &= inBold;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private void flush() {
    String words = text.toString().strip();
    boolean allBold = bold && any;
    text.setLength(0);
    bold = true;
    any = false;
    if (words.isEmpty()) {
      return;
    }
    if (kind == Block.Kind.HEADING) {
      out.block(Block.heading(words.replace('\n', ' '), level));
    } else if (kind == Block.Kind.PARAGRAPH && allBold && readsAsHeading(words)) {
      out.block(Block.heading(words, 4));
    } else {
      for (String part : words.indexOf('\n') < 0 ? List.of(words) : lines(words)) {
        out.block(Block.of(kind, part));
      }
    }
  }

  /**
   * Text with line breaks in it: where they only wrap the lines, one paragraph; where a line ends a
   * sentence or is short, it was meant to stand alone.
   */
  private static List<String> lines(String words) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String paragraph : ParagraphSplitter.split(words)) {
      if (part.length() > 0) {
        char last = part.charAt(part.length() - 1);
        if (part.length() < SHORT_LINE || ".?!:\"\u201d\u2019)".indexOf(last) >= 0) {
          parts.add(part.toString());
          part.setLength(0);
        } else {
          part.append(' ');
        }
      }
      part.append(paragraph);
    }
    if (part.length() > 0) {
      parts.add(part.toString());
    }
    return parts;
  }

  /** A paragraph all in bold type, short and without a full stop. */
  private static boolean readsAsHeading(String words) {
    char last = words.charAt(words.length() - 1);
    return words.length() <= LONGEST_HEADING
        && words.indexOf('\n') < 0
        && ".,;:\"\u201d)".indexOf(last) < 0
        && Character.isLetterOrDigit(words.codePointAt(0));
  }
}
