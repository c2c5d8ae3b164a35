package dev.dateline.schema;

/** Confluent's default naming of subjects: the topic's name with {@code -key} or {@code -value}. */
public final class TopicNameStrategy {

  private TopicNameStrategy() {}

  /** The subject of a topic's keys. */
  public static String keySubject(String topic) {
    return topic + "-key";
  }

  /** The subject of a topic's values. */
  public static String valueSubject(String topic) {
    return topic + "-value";
  }

  static String subject(String topic, boolean isKey) {
    return isKey ? keySubject(topic) : valueSubject(topic);
  }
}
