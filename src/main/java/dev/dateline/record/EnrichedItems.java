package dev.dateline.record;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.text.Document;
import dev.dateline.wire.WireItem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * Maps enriched articles back to what they were made of, so that what looks for something in items
 * finds the same in records. What records do not carry, such as the body as it was sent, is not
 * there. Pure; thread-safe.
 */
public final class EnrichedItems {

  private EnrichedItems() {}

  /**
   * The item of an enriched article.
   *
   * @throws IllegalArgumentException where its offsets do not fit its text
   */
  public static EnrichedItem of(EnrichedArticle article) {
    try {
      return new EnrichedItem(
          article(article),
          article.getEntities().stream().map(EnrichedItems::entity).toList(),
          article.getQuotes().stream().map(EnrichedItems::quote).toList());
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("offsets beyond the text of " + article.getId(), e);
    }
  }

  private static dev.dateline.article.Article article(EnrichedArticle article) {
    Headline headline = article.getHeadline();
    return new dev.dateline.article.Article(
        article.getId(),
        wireItem(article),
        Document.of(article.getText()),
        headline == null ? null : words(headline.getText(), headline.getStart(), headline.getEnd()),
        dateline(article.getDateline()),
        article.getByline(),
        article.getLanguage(),
        article.getParagraphs().stream().map(EnrichedItems::paragraph).toList(),
        article.getSections().stream().map(EnrichedItems::section).toList(),
        List.of());
  }

  private static WireItem wireItem(EnrichedArticle article) {
    WireItem.Builder item =
        WireItem.builder(article.getSource().isBlank() ? "unknown" : article.getSource())
            .guid(article.getGuid())
            .agency(article.getAgency())
            .format(article.getFormat())
            .version(article.getVersion())
            .versionCreated(article.getVersionCreated())
            .firstCreated(article.getFirstCreated())
            .byline(article.getByline())
            .located(article.getLocated())
            .language(article.getLanguage())
            .slug(article.getSlug())
            .urgency(article.getUrgency())
            .url(article.getUrl());
    for (Subject subject : article.getSubjects()) {
      item.subject(
          new dev.dateline.wire.Subject(subject.getCode(), subject.getScheme(), subject.getName()));
    }
    return item.build();
  }

  private static dev.dateline.article.Dateline dateline(Dateline dateline) {
    return dateline == null
        ? null
        : new dev.dateline.article.Dateline(
            dateline.getText(),
            new dev.dateline.text.Span(dateline.getStart(), dateline.getEnd()),
            dateline.getPlaces(),
            dateline.getAgency(),
            dateline.getDate());
  }

  private static dev.dateline.article.Paragraph paragraph(Paragraph paragraph) {
    return new dev.dateline.article.Paragraph(
        new dev.dateline.text.Span(paragraph.getStart(), paragraph.getEnd()),
        constant(
            dev.dateline.article.Paragraph.Kind.class,
            paragraph.getKind().replace('-', '_'),
            dev.dateline.article.Paragraph.Kind.BODY));
  }

  private static dev.dateline.article.Section section(Section section) {
    dev.dateline.text.Span whole = new dev.dateline.text.Span(section.getStart(), section.getEnd());
    return new dev.dateline.article.Section(
        section.getId(),
        section.getHeading(),
        section.getLevel(),
        section.getHeadingSpan() == null ? whole : span(section.getHeadingSpan()),
        whole);
  }

  private static dev.dateline.quotes.Quote quote(Quote quote) {
    return new dev.dateline.quotes.Quote(
        quote.getId(),
        constant(
            dev.dateline.quotes.QuoteKind.class,
            quote.getKind().name(),
            dev.dateline.quotes.QuoteKind.INDIRECT),
        quote.getText(),
        quote.getSpans().stream().map(EnrichedItems::span).toList(),
        quote.getVerbatim().stream().map(EnrichedItems::span).toList(),
        quote.getCue() == null
            ? null
            : words(quote.getCue().getText(), quote.getCue().getStart(), quote.getCue().getEnd()),
        speaker(quote.getSpeaker()),
        quote.getJointWith().stream().map(EnrichedItems::speaker).toList(),
        words(quote.getAddressee()),
        constant(dev.dateline.quotes.Stance.class, quote.getStance().name(), null),
        quote.getMedium(),
        words(quote.getVia()),
        said(quote.getSaid()),
        quote.getNestedIn(),
        quote.getSection(),
        quote.getSectionId(),
        words(quote.getSentence()),
        quote.getConfidence());
  }

  private static dev.dateline.quotes.Speaker speaker(Speaker speaker) {
    if (speaker == null) {
      return null;
    }
    boolean mentioned =
        speaker.getText() != null && speaker.getStart() != null && speaker.getEnd() != null;
    return new dev.dateline.quotes.Speaker(
        mentioned ? words(speaker.getText(), speaker.getStart(), speaker.getEnd()) : null,
        constant(
            dev.dateline.quotes.Speaker.Kind.class,
            speaker.getKind().name(),
            dev.dateline.quotes.Speaker.Kind.NONE),
        speaker.getName(),
        speaker.getRole(),
        speaker.getAffiliation(),
        speaker.getEntityId());
  }

  private static dev.dateline.quotes.Said said(Said said) {
    if (said == null) {
      return null;
    }
    LocalDate date;
    try {
      date = said.getDate() == null ? null : LocalDate.parse(said.getDate());
    } catch (DateTimeParseException e) {
      date = null; // a date of less than a day's precision
    }
    return new dev.dateline.quotes.Said(
        words(said.getText(), said.getStart(), said.getEnd()), date);
  }

  private static dev.dateline.entities.Entity entity(ArticleEntity entity) {
    return new dev.dateline.entities.Entity(
        entity.getId(),
        constant(
            dev.dateline.entities.EntityType.class,
            entity.getType().name(),
            dev.dateline.entities.EntityType.PRODUCT),
        entity.getSubtype(),
        entity.getName(),
        entity.getAliases(),
        entity.getRoles().stream().map(EnrichedItems::role).toList(),
        constant(
            dev.dateline.entities.Entity.Gender.class,
            entity.getGender(),
            dev.dateline.entities.Entity.Gender.UNKNOWN),
        entity.getAge(),
        entity.getNationality(),
        entity.getLinks().stream().map(EnrichedItems::link).toList(),
        entity.getLatitude(),
        entity.getLongitude(),
        entity.getSalience(),
        entity.getMentions().stream().map(EnrichedItems::mention).toList());
  }

  private static dev.dateline.entities.Role role(Role role) {
    return new dev.dateline.entities.Role(
        role.getRole(),
        role.getAffiliation(),
        constant(
            dev.dateline.entities.Role.Status.class,
            role.getStatus().name(),
            dev.dateline.entities.Role.Status.CURRENT),
        role.getSpan() == null ? null : span(role.getSpan()),
        role.getAffiliationSpan() == null ? null : span(role.getAffiliationSpan()));
  }

  private static dev.dateline.entities.Link link(Link link) {
    return new dev.dateline.entities.Link(
        link.getList(),
        link.getId(),
        link.getScore(),
        link.getMatched(),
        link.getMethod(),
        link.getHash());
  }

  private static dev.dateline.entities.Mention mention(Mention mention) {
    return new dev.dateline.entities.Mention(
        new dev.dateline.text.Span(mention.getStart(), mention.getEnd()),
        mention.getText(),
        constant(
            dev.dateline.entities.Mention.Kind.class,
            mention.getKind().name(),
            dev.dateline.entities.Mention.Kind.NAME));
  }

  private static dev.dateline.text.Span span(Span span) {
    return new dev.dateline.text.Span(span.getStart(), span.getEnd());
  }

  private static dev.dateline.text.TextSpan words(TextSpan words) {
    return words == null ? null : words(words.getText(), words.getStart(), words.getEnd());
  }

  private static dev.dateline.text.TextSpan words(String text, int start, int end) {
    return new dev.dateline.text.TextSpan(text, new dev.dateline.text.Span(start, end));
  }

  /** The constant of that name whatever its case, else the other: a newer record may have more. */
  private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
    if (name != null) {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(name.toUpperCase(Locale.ROOT))) {
          return constant;
        }
      }
    }
    return otherwise;
  }
}
