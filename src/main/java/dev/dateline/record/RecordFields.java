package dev.dateline.record;

import dev.dateline.rules.FieldValues;
import java.util.Locale;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** The fields of the rule language that a single record has. Pure; thread-safe. */
public final class RecordFields {

  private RecordFields() {}

  /**
   * The fields of an article, section, quote, entity or alert. An enriched article has more than
   * one document: {@link EnrichedItems}.
   *
   * @throws IllegalArgumentException for any other record
   */
  public static FieldValues of(SpecificRecord record) {
    FieldValues.Builder fields = FieldValues.builder();
    if (record instanceof Quote quote) {
      fields.put("text", quote.getText());
      put(quote, fields);
      put(quote.getItem(), fields);
    } else if (record instanceof ArticleEntity entity) {
      fields.put("text", entity.getName());
      put(entity, fields);
      put(entity.getItem(), fields);
    } else if (record instanceof Section section) {
      fields.put("text", section.getText()).put("section", section.getHeading());
      put(section.getItem(), fields);
    } else if (record instanceof Article article) {
      put(article, fields);
    } else if (record instanceof Alert alert) {
      fields.put("text", alert.getSnippet()).put("section", alert.getSection());
      fields.put("speaker", alert.getSpeaker());
      put(alert.getItem(), fields);
    } else if (record instanceof StoryLink link) {
      fields.put("item", link.getItemId()).put("source", link.getSource());
    } else {
      throw new IllegalArgumentException("no fields for a " + record.getSchema().getName());
    }
    return fields.build();
  }

  private static void put(Quote quote, FieldValues.Builder fields) {
    fields
        .put("quote", quote.getText())
        .put("section", quote.getSection())
        .put("kind", quote.getKind().name())
        .put("stance", quote.getStance().name())
        .put("medium", quote.getMedium())
        .put("confidence", quote.getConfidence());
    put(quote.getSpeaker(), fields);
    quote.getJointWith().forEach(speaker -> put(speaker, fields));
  }

  private static void put(Speaker speaker, FieldValues.Builder fields) {
    if (speaker != null) {
      fields
          .put("speaker", speaker.getName())
          .put("speaker", isName(speaker) ? speaker.getText() : null)
          .put("role", speaker.getRole())
          .put("affiliation", speaker.getAffiliation());
    }
  }

  /** Whether the words that name a speaker may be looked for: "he" names nobody. */
  private static boolean isName(Speaker speaker) {
    return speaker.getKind() != SpeakerKind.PRONOUN
        && !Objects.equals(speaker.getText(), speaker.getName());
  }

  private static void put(ArticleEntity entity, FieldValues.Builder fields) {
    String type =
        entity.getType() == EntityType.ORGANISATION
            ? "org"
            : entity.getType().name().toLowerCase(Locale.ROOT);
    fields.put("entity", entity.getName()).put(type, entity.getName());
    for (String alias : entity.getAliases()) {
      fields.put("entity", alias).put(type, alias);
    }
    for (Link link : entity.getLinks()) {
      fields.put("list", link.getList()).put("list", link.getList() + ":" + link.getId());
    }
    fields.put("salience", entity.getSalience());
  }

  private static void put(ItemRef item, FieldValues.Builder fields) {
    if (item != null) {
      fields
          .put("item", item.getId())
          .put("source", item.getSource())
          .put("headline", item.getHeadline())
          .put("language", item.getLanguage())
          .put("published", item.getPublished());
    }
  }

  private static void put(Article article, FieldValues.Builder fields) {
    fields
        .put("text", article.getText())
        .put("item", article.getId())
        .put("source", article.getSource())
        .put("source", article.getAgency())
        .put("headline", article.getHeadline() == null ? null : article.getHeadline().getText())
        .put("dateline", article.getDateline() == null ? null : article.getDateline().getText())
        .put("byline", article.getByline())
        .put("language", article.getLanguage())
        .put("slug", article.getSlug())
        .put("urgency", article.getUrgency())
        .put("published", article.getVersionCreated());
    article.getSections().forEach(section -> fields.put("section", section.getHeading()));
    article.getSubjects().forEach(subject -> put(subject, fields));
  }

  private static void put(Subject subject, FieldValues.Builder fields) {
    fields.put("subject", subject.getCode()).put("subject", subject.getName());
  }
}
