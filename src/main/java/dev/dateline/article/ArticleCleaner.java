package dev.dateline.article;

import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.WireItem;
import java.util.ArrayList;
import java.util.List;

/** Makes a clean article of an item. Deterministic; safe from any number of threads. */
public final class ArticleCleaner {

  private static final String PARAGRAPH_BREAK = "\n\n";

  private ArticleCleaner() {}

  /** The cleaner with the rules that come with Dateline. */
  public static ArticleCleaner standard() {
    return new ArticleCleaner();
  }

  /** The clean article of an item. Never fails; an item without text gives an empty article. */
  public Article clean(WireItem item) {
    Draft draft = new Draft(item);
    FurnitureRemover.apply(draft);
    Headlines.apply(draft);
    Bylines.apply(draft);
    Headings.apply(draft);
    DatelineFinder.insert(draft);
    return new Layout(draft).article(ItemId.of(item));
  }

  /** Lays the paragraphs out as one text and says where everything stands. */
  private static final class Layout {

    private final Draft draft;
    private final StringBuilder text;
    private final List<int[]> bounds = new ArrayList<>();
    private final List<Paragraph.Kind> kinds = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private int datelineBegin;
    private DatelineParser.Found datelineFound;

    Layout(Draft draft) {
      this.draft = draft;
      this.text = new StringBuilder(draft.length());
      if (draft.headline() != null) {
        add(draft.headline(), Paragraph.Kind.HEADLINE, 0);
      }
      Draft.Part opening = null;
      DatelineFinder.Result dateline = DatelineFinder.find(draft);
      if (dateline != null) {
        opening = dateline.part();
        datelineFound = dateline.found();
      }
      for (Draft.Part part : draft.parts()) {
        int begin = add(part.text(), part.kind(), part.level());
        if (part == opening) {
          datelineBegin = begin;
        }
      }
    }

    private int add(String paragraph, Paragraph.Kind kind, int level) {
      if (text.length() > 0) {
        text.append(PARAGRAPH_BREAK);
      }
      int begin = text.length();
      text.append(paragraph);
      bounds.add(new int[] {begin, text.length()});
      kinds.add(kind);
      levels.add(level);
      return begin;
    }

    Article article(String itemId) {
      Document document = Document.of(text.toString());
      List<Paragraph> paragraphs = new ArrayList<>(bounds.size());
      for (int i = 0; i < bounds.size(); i++) {
        Span span = document.span(bounds.get(i)[0], bounds.get(i)[1]);
        paragraphs.add(new Paragraph(span, kinds.get(i)));
      }
      TextSpan headline =
          draft.headline() == null
              ? null
              : new TextSpan(draft.headline(), paragraphs.get(0).span());
      return new Article(
          itemId,
          draft.item(),
          document,
          headline,
          dateline(document),
          draft.byline(),
          Languages.of(draft.item().language(), document.text()),
          paragraphs,
          Sections.of(itemId, document, paragraphs, levels),
          draft.removed());
    }

    private Dateline dateline(Document document) {
      if (datelineFound == null) {
        return null;
      }
      TextSpan written = document.textSpan(datelineBegin, datelineBegin + datelineFound.end());
      return new Dateline(
          written.text(),
          written.span(),
          datelineFound.places(),
          datelineFound.agency(),
          datelineFound.date());
    }
  }
}
