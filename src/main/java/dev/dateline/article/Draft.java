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
    private final boolean leadIn;

    Part(String text, Paragraph.Kind kind, int level, boolean leadIn) {
      this.text = text;
      this.kind = kind;
      this.level = level;
      this.leadIn = leadIn;
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

    /** Whether the provider set its start in bold, as a heading. */
    boolean isLeadIn() {
      return leadIn;
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
      String text = Normaliser.clean(block.text());
      if (!text.isEmpty()) {
        boolean leadIn = block.kind() == Block.Kind.LEAD_IN;
        parts.add(new Part(text, kind(block.kind()), block.level(), leadIn));
      }
    }
  }

  WireItem item() {
    return item;
  }

  List<Part> parts() {
    return parts;
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
      case PARAGRAPH, LEAD_IN -> Paragraph.Kind.BODY;
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
