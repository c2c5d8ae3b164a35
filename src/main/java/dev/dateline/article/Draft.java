package dev.dateline.article;

import dev.dateline.text.Normaliser;
import dev.dateline.wire.Block;
import dev.dateline.wire.WireItem;
import java.util.ArrayList;
import java.util.List;

/**
 * An article while it is being cleaned: its paragraphs, and what was taken out. Not thread-safe.
 */
final class Draft {

  /** One paragraph, in normalised text. */
  static final class Part {

    private String text;
    private Paragraph.Kind kind;
    private int level;

    Part(String text, Paragraph.Kind kind, int level) {
      this.text = text;
      this.kind = kind;
      this.level = level;
    }

    String text() {
      return text;
    }

    void text(String value) {
      text = value;
    }

    Paragraph.Kind kind() {
      return kind;
    }

    /** Depth of a heading; 0 for anything else. */
    int level() {
      return level;
    }

    void heading(int depth) {
      kind = Paragraph.Kind.HEADING;
      level = depth;
    }

    void body() {
      kind = Paragraph.Kind.BODY;
      level = 0;
    }

    boolean isBody() {
      return kind == Paragraph.Kind.BODY;
    }
  }

  private WireItem item;
  private final List<Part> parts = new ArrayList<>();
  private final List<Removed> removed = new ArrayList<>();
  private String headline;
  private String byline;
  private String language;

  Draft(WireItem item) {
    this.item = item;
    this.headline = orNull(Normaliser.clean(item.headline()));
    this.byline = orNull(Normaliser.clean(item.byline()));
    for (Block block : item.body()) {
      add(block);
    }
  }

  private void add(Block block) {
    String text = Normaliser.clean(block.text());
    if (Markup.isIn(text)) {
      String words = Normaliser.clean(Markup.words(text));
      if (words.isEmpty()) {
        removed.add(new Removed("markup", text));
      }
      text = words;
    }
    Paragraph.Kind kind = kind(block.kind());
    if (kind == Paragraph.Kind.BODY && isBulleted(text)) {
      kind = Paragraph.Kind.LIST_ITEM;
      text = text.substring(2).strip();
    }
    if (!text.isEmpty()) {
      parts.add(new Part(text, kind, block.level()));
    }
  }

  /** A dash would not do: many languages start speech with it. */
  private static boolean isBulleted(String text) {
    return text.length() > 2
        && text.charAt(1) == ' '
        && "*\u2022\u25cf\u25aa\u25e6\u2023\u00b7\u25a0\u2043".indexOf(text.charAt(0)) >= 0;
  }

  WireItem item() {
    return item;
  }

  List<Part> parts() {
    return parts;
  }

  /** Characters of headline and paragraphs, about. */
  int length() {
    int length = headline == null ? 0 : headline.length();
    for (Part part : parts) {
      length += part.text().length() + 2;
    }
    return length + 2;
  }

  List<Removed> removed() {
    return removed;
  }

  String headline() {
    return headline;
  }

  void headline(String value) {
    headline = value;
  }

  String byline() {
    return byline;
  }

  void byline(String value) {
    byline = value;
  }

  String language() {
    return language;
  }

  void language(String value) {
    language = value;
  }

  /** Takes a note from the desk out of the text into the field where it belongs. */
  void note(String words) {
    String known = item.edNote();
    if (known == null || !known.contains(words)) {
      String both = known == null ? words : known + " " + words;
      item = item.toBuilder().edNote(both).build();
    }
  }

  /** Takes a whole paragraph out. */
  void remove(Part part, String reason) {
    parts.remove(part);
    removed.add(new Removed(reason, part.text()));
    if (reason.equals("advisory") || reason.equals("editors-note")) {
      note(part.text());
    }
  }

  /** Keeps {@code [begin, end)} of a paragraph and takes the rest out. */
  void trim(Part part, int begin, int end, String reason) {
    String text = part.text();
    if (begin > 0) {
      removed.add(new Removed(reason, text.substring(0, begin).strip()));
    }
    if (end < text.length()) {
      removed.add(new Removed(reason, text.substring(end).strip()));
    }
    part.text(text.substring(begin, end).strip());
    if (part.text().isEmpty()) {
      parts.remove(part);
    }
  }

  private static Paragraph.Kind kind(Block.Kind kind) {
    return switch (kind) {
      case PARAGRAPH -> Paragraph.Kind.BODY;
      case HEADING -> Paragraph.Kind.HEADING;
      case LIST_ITEM -> Paragraph.Kind.LIST_ITEM;
      case BLOCK_QUOTE -> Paragraph.Kind.BLOCK_QUOTE;
      case TABLE_ROW -> Paragraph.Kind.TABLE_ROW;
      case CAPTION -> Paragraph.Kind.CAPTION;
    };
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
