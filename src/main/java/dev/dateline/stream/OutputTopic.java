package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.Article;
import dev.dateline.record.ArticleEntity;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Quote;
import dev.dateline.record.Section;
import dev.dateline.record.StoryLink;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The topics that people subscribe to. */
public enum OutputTopic {
  QUOTES(Topics::quotes, Quote.class),
  ARTICLES(Topics::articles, Article.class),
  SECTIONS(Topics::sections, Section.class),
  ENTITIES(Topics::entities, ArticleEntity.class),
  ENRICHED(Topics::enriched, EnrichedArticle.class),
  ALERTS(Topics::alerts, Alert.class),
  STORIES(Topics::stories, StoryLink.class);

  private final Function<Topics, String> topic;
  private final Class<? extends SpecificRecord> type;

  OutputTopic(Function<Topics, String> topic, Class<? extends SpecificRecord> type) {
    this.topic = topic;
    this.type = type;
  }

  /** What people call it: {@code quotes}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The topic's name. */
  public String name(Topics topics) {
    return topic.apply(topics);
  }

  /** The class of its values. */
  public Class<? extends SpecificRecord> type() {
    return type;
  }
}
