package dev.dateline.wire;

import dev.dateline.text.ParagraphSplitter;
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
 * quotations, tables and captions in order, every word of them. Line breaks count where an element
 * makes them, in preformatted text, and where an agency has put a telex page into one element of
 * XML. Not thread-safe; one for each text.
 */
final class HtmlBlocks {

  private static final int LONGEST_HEADING = 120;

  /** Depth of headings that only bold type makes. */
  private static final int BOLD_LEVEL = 4;

  private static final int LONGEST_LEAD_IN = 80;
  private static final int SHORTEST_BEHIND_LEAD_IN = 60;
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

  /** The words of the block so far, white space as HTML reads it; line breaks by elements only. */
  private final StringBuilder text = new StringBuilder();

  /** The same with all white space that was sent. */
  private final StringBuilder raw = new StringBuilder();

  private final boolean wire;
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int level;
  private int preformatted;
  private boolean inline;
  private boolean bold = true;
  private int boldEnd;
  private boolean any;
  private int depth;

  private HtmlBlocks(WireItem.Builder out, boolean wire) {
    this.out = out;
    this.wire = wire;
  }

  /**
   * Adds the blocks of a fragment of HTML to {@code out}. Where it parts its paragraphs by blank
   * lines only, as editors that add the markup later do, these count.
   */
  static void add(String html, WireItem.Builder out) {
    if (html != null && !html.isBlank()) {
      add(Jsoup.parseBodyFragment(BlankLines.marked(html)).body(), out);
    }
  }

  /** Adds the blocks of a text that may be HTML and may be plain, by its marks. */
  static void addMixed(String text, WireItem.Builder out) {
    if (text.contains("</") || text.contains("<br") || text.contains("/>")) {
      add(text, out);
    } else {
      Typesetting.add(text, out);
    }
  }

  /** Adds the blocks inside {@code root}, an element of HTML, to {@code out}. */
  static void add(Element root, WireItem.Builder out) {
    add(root, out, /* wire= */ false);
  }

  /** Adds the blocks inside {@code root}, the content of an agency's XML, to {@code out}. */
  static void addWire(Element root, WireItem.Builder out) {
    add(root, out, /* wire= */ true);
  }

  private static void add(Element root, WireItem.Builder out, boolean wire) {
    HtmlBlocks blocks = new HtmlBlocks(out, wire);
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
    if (isSkipped(element, name) || element.hasAttr("hidden")) {
      return;
    }
    if (name.equals("br")) {
      text.append('\n');
      raw.append('\n');
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
      preformatted += name.equals("pre") ? 1 : 0;
      children(element, inBold);
      flush();
      preformatted -= name.equals("pre") ? 1 : 0;
    } else {
      inline = true;
      if (name.equals("span") && Spans.arePartedByStyle(element)) {
        append(" ", inBold);
      }
      children(element, inBold || name.equals("b") || name.equals("strong"));
    }
  }

  /** Some servers put whole pages into one form. */
  private static boolean isSkipped(Element element, String name) {
    return SKIPPED.contains(name) && !(name.equals("form") && element.select("p").size() > 1);
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
    raw.append(words);
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
      boldEnd = bold ? text.length() : boldEnd;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private void flush() {
    String words = text.toString().strip();
    String sent = raw.toString();
    boolean typeset = preformatted > 0 || wire && Typesetting.isTypeset(sent, inline);
    boolean allBold = bold && any;
    int leadIn = bold ? 0 : boldEnd;
    text.setLength(0);
    raw.setLength(0);
    bold = true;
    boldEnd = 0;
    any = false;
    inline = false;
    if (words.isEmpty()) {
      return;
    }
    if (kind == Block.Kind.HEADING) {
      out.block(Block.heading(words.replace('\n', ' '), level));
    } else if (kind != Block.Kind.PARAGRAPH) {
      for (String part : words.split("\n\\s*\n")) {
        out.block(Block.of(kind, part.strip().replace('\n', ' ')));
      }
    } else if (allBold && readsAsHeading(words)) {
      out.block(Block.heading(words, BOLD_LEVEL));
    } else if (typeset) {
      Typesetting.add(sent, out);
    } else {
      paragraphs(words, leadIn);
    }
  }

  /** A paragraph, or the lines of one; what is bold at its start may be the heading over it. */
  private void paragraphs(String words, int boldEnd) {
    String rest = words;
    String start = words.substring(0, Math.min(boldEnd, words.length())).strip();
    boolean broken = boldEnd > 0 && words.startsWith("\n", start.length());
    if (broken ? readsAsHeading(start) : isLeadIn(start, words)) {
      out.block(Block.heading(start, BOLD_LEVEL));
      rest = words.substring(start.length()).strip();
    }
    for (String part : rest.indexOf('\n') < 0 ? List.of(rest) : ParagraphSplitter.split(rest)) {
      out.block(Block.paragraph(part));
    }
  }

  /** "Fishing rights. Both sides agreed …" with the first words in bold. */
  private static boolean isLeadIn(String start, String words) {
    if (start.length() > LONGEST_LEAD_IN
        || words.length() - start.length() < SHORTEST_BEHIND_LEAD_IN) {
      return false;
    }
    int blank = start.indexOf(' ');
    return blank > 0
        && Character.isUpperCase(start.codePointAt(0))
        && ".?!:".indexOf(start.charAt(start.length() - 1)) >= 0
        && Character.isWhitespace(words.charAt(start.length()));
  }

  /** A paragraph all in bold type, short, without a full stop, and no quotation. */
  private static boolean readsAsHeading(String words) {
    if (words.isEmpty() || words.length() > LONGEST_HEADING || words.indexOf('\n') >= 0) {
      return false;
    }
    char last = words.charAt(words.length() - 1);
    boolean quoted = "\"\u00ab\u201c\u201e".indexOf(words.charAt(0)) >= 0;
    return ".,;:)".indexOf(last) < 0
        && (!quoted || "\u00bb\u201c".indexOf(last) < 0)
        && "\"\u201d".indexOf(last) < 0
        && (quoted || Character.isLetterOrDigit(words.codePointAt(0)));
  }
}
