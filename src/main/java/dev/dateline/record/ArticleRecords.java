package dev.dateline.record;

import dev.dateline.wire.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps an article and its parts. */
final class ArticleRecords {

  private ArticleRecords() {}

  static Headline headline(dev.dateline.article.Article article) {
    dev.dateline.text.TextSpan headline = article.headline();
    return headline == null
        ? null
        : new Headline(headline.text(), headline.span().start(), headline.span().end());
  }

  static Dateline dateline(dev.dateline.article.Article article) {
    dev.dateline.article.Dateline dateline = article.dateline();
    return dateline == null
        ? null
        : new Dateline(
            dateline.text(),
            dateline.places(),
            dateline.agency(),
            dateline.date(),
            dateline.span().start(),
            dateline.span().end());
  }

  static List<Paragraph> paragraphs(dev.dateline.article.Article article) {
    List<Paragraph> records = new ArrayList<>(article.paragraphs().size());
    for (dev.dateline.article.Paragraph paragraph : article.paragraphs()) {
      records.add(
          new Paragraph(
              paragraph.span().start(),
              paragraph.span().end(),
              paragraph.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
    return records;
  }

  /**
   * @param item the item, for sections that stand alone and then carry their text; null inside an
   *     article
   */
  static List<Section> sections(dev.dateline.article.Article article, ItemRef item) {
    List<Section> records = new ArrayList<>(article.sections().size());
    for (dev.dateline.article.Section section : article.sections()) {
      records.add(
          Section.newBuilder()
              .setId(section.id())
              .setItem(item)
              .setHeading(section.heading())
              .setLevel(section.level())
              .setStart(section.span().start())
              .setEnd(section.span().end())
              .setHeadingSpan(Records.span(section.headingSpan()))
              .setText(item == null ? null : article.document().text(section.span()))
              .build());
    }
    return records;
  }

  static List<Removed> removed(dev.dateline.article.Article article) {
    List<Removed> records = new ArrayList<>(article.removed().size());
    for (dev.dateline.article.Removed removed : article.removed()) {
      records.add(new Removed(removed.reason(), removed.text()));
    }
    return records;
  }

  static List<Subject> subjects(WireItem item) {
    List<Subject> records = new ArrayList<>(item.subjects().size());
    for (dev.dateline.wire.Subject subject : item.subjects()) {
      records.add(new Subject(subject.code(), subject.scheme(), subject.name()));
    }
    return records;
  }

  static BodyKind bodyKind(dev.dateline.article.Article article) {
    return BodyKind.valueOf(article.body().name());
  }

  static PubStatus pubStatus(WireItem item) {
    return PubStatus.valueOf(item.pubStatus().name());
  }
}
