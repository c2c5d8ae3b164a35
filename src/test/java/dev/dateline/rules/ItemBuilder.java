package dev.dateline.rules;

import dev.dateline.article.Article;
import dev.dateline.article.Dateline;
import dev.dateline.article.Paragraph;
import dev.dateline.article.Section;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.entities.Entity;
import dev.dateline.entities.EntityType;
import dev.dateline.entities.Link;
import dev.dateline.entities.Mention;
import dev.dateline.quotes.Quote;
import dev.dateline.quotes.QuoteKind;
import dev.dateline.quotes.Speaker;
import dev.dateline.quotes.Stance;
import dev.dateline.text.Document;
import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import dev.dateline.wire.WireItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an enriched item together by hand: the text first, paragraphs parted by blank lines, then
 * what is found in it, named by its words.
 */
final class ItemBuilder {

  private final WireItem wire;
  private final Document document;
  private TextSpan headline;
  private Dateline dateline;
  private String language = "en";
  private String byline;
  private final List<Section> sections = new ArrayList<>();
  private final List<Entity> entities = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();

  ItemBuilder(WireItem wire, String text) {
    this.wire = wire;
    this.document = Document.of(text);
  }

  ItemBuilder headline() {
    headline = first(document.text().substring(0, document.text().indexOf("\n\n")), 0);
    return this;
  }

  ItemBuilder dateline(String words, String place) {
    TextSpan found = first(words, 0);
    dateline = new Dateline(found.text(), found.span(), List.of(place), null, null);
    return this;
  }

  ItemBuilder language(String tag) {
    language = tag;
    return this;
  }

  ItemBuilder byline(String line) {
    byline = line;
    return this;
  }

  /** A section from its heading to the next one's, or to the end. */
  ItemBuilder section(String heading, String nextHeading) {
    int begin = begin(heading);
    int end = nextHeading == null ? document.text().length() : begin(nextHeading) - 2;
    sections.add(
        new Section(
            wire.guid() + "#" + heading,
            heading,
            1,
            document.span(begin, begin + heading.length()),
            document.span(begin, end)));
    return this;
  }

  private int begin(String heading) {
    return document.text().indexOf("\n\n" + heading + "\n\n") + 2;
  }

  /** A quote whose id is {@code id}. */
  ItemBuilder quote(
      String id, QuoteKind kind, String words, String name, String mention, String role) {
    TextSpan found = first(words, 0);
    Section section =
        sections.stream().filter(one -> one.span().contains(found.span())).findFirst().orElse(null);
    Speaker speaker =
        name == null
            ? null
            : new Speaker(
                nearest(mention, found.span()),
                mention.length() < 4 ? Speaker.Kind.PRONOUN : Speaker.Kind.NAME,
                name,
                role,
                role == null ? null : "Veland",
                null);
    quotes.add(
        new Quote(
            id,
            kind,
            words,
            List.of(found.span()),
            kind == QuoteKind.INDIRECT ? List.of() : List.of(found.span()),
            null,
            speaker,
            List.of(),
            null,
            words.contains("not") ? Stance.DENIED : Stance.ASSERTED,
            "interview",
            null,
            null,
            null,
            section == null ? null : section.heading(),
            section == null ? null : section.id(),
            found,
            0.8));
    return this;
  }

  /** An entity with a mention wherever one of the names stands. */
  ItemBuilder entity(EntityType type, double salience, List<Link> links, String... names) {
    List<Mention> mentions = new ArrayList<>();
    for (String name : names) {
      for (TextSpan at = first(name, 0); at != null; at = first(name, at.span().end())) {
        mentions.add(new Mention(at.span(), at.text(), Mention.Kind.NAME));
      }
    }
    entities.add(
        new Entity(
            "e" + entities.size(),
            type,
            null,
            names[0],
            List.of(names).subList(1, names.length),
            List.of(),
            Entity.Gender.UNKNOWN,
            null,
            null,
            links,
            null,
            null,
            salience,
            mentions));
    return this;
  }

  /** After the quote if it can be, or else wherever. */
  private TextSpan nearest(String mention, Span quote) {
    TextSpan after = first(mention, quote.end());
    return after == null ? first(mention, 0) : after;
  }

  private TextSpan first(String words, int fromCodePoint) {
    int begin = document.text().indexOf(words, document.index(fromCodePoint));
    return begin < 0 ? null : document.textSpan(begin, begin + words.length());
  }

  EnrichedItem build() {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < document.paragraphCount(); i++) {
      paragraphs.add(
          new Paragraph(
              document.tokenSpan(document.paragraphFirst(i), document.paragraphLast(i)),
              Paragraph.Kind.BODY));
    }
    Article article =
        new Article(
            wire.source() + ":" + wire.guid(),
            wire,
            document,
            headline,
            dateline,
            byline,
            language,
            paragraphs,
            sections,
            List.of());
    return new EnrichedItem(article, entities, quotes);
  }
}
