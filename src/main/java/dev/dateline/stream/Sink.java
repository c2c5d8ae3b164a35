package dev.dateline.stream;

import dev.dateline.life.RecordId;
import java.util.function.Function;

/** Where the topology writes: one sink node a topic. */
enum Sink {
  REKEYED("to-rekeyed", Topics::rekeyed),
  ARTICLES("to-articles", Topics::articles),
  SECTIONS("to-sections", Topics::sections),
  QUOTES("to-quotes", Topics::quotes),
  ENTITIES("to-entities", Topics::entities),
  ENRICHED("to-enriched", Topics::enriched),
  STORIES("to-stories", Topics::stories),
  STORY_QUERIES("to-story-queries", Topics::storyQueries),
  STORY_ANSWERS("to-story-answers", Topics::storyAnswers),
  ALERT_MATCHES("to-alert-matches", Topics::alertMatches),
  ALERTS("to-alerts", Topics::alerts),
  DEAD_LETTERS("to-dead-letters", Topics::deadLetters);

  private final String node;
  private final Function<Topics, String> topic;

  Sink(String node, Function<Topics, String> topic) {
    this.node = node;
    this.topic = topic;
  }

  /** Name of the node in the topology. */
  String node() {
    return node;
  }

  String topic(Topics topics) {
    return topic.apply(topics);
  }

  /** The sink of a sort of derived record. */
  static Sink of(RecordId.Kind kind) {
    return switch (kind) {
      case ARTICLE -> ARTICLES;
      case SECTION -> SECTIONS;
      case QUOTE -> QUOTES;
      case ENTITY -> ENTITIES;
      case ENRICHED -> ENRICHED;
    };
  }
}
