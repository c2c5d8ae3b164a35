package dev.dateline.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it should be.
 *
 * @param name its name
 * @param partitions number of partitions
 * @param replicationFactor replicas, or -1 for the brokers' default
 * @param settings topic settings by Kafka's names
 */
public record TopicDefinition(
    String name, int partitions, short replicationFactor, Map<String, String> settings) {

  /** So long a consumer may be away and still see every withdrawal. */
  static final Duration TOMBSTONES_KEPT = Duration.ofDays(7);

  private static final Duration PASSING_KEPT = Duration.ofDays(1);

  public TopicDefinition {
    settings = Map.copyOf(settings);
  }

  /** The same with another number of partitions. */
  TopicDefinition withPartitions(int count) {
    return new TopicDefinition(name, count, replicationFactor, settings);
  }

  NewTopic toNewTopic() {
    return new NewTopic(
            name, partitions, replicationFactor) // -1 is Kafka's own word for the brokers' default
        .configs(settings);
  }

  /** Every topic that Dateline reads or writes. */
  public static List<TopicDefinition> all(DatelineConfig config) {
    Topics topics = config.topics();
    Sizes sizes = config.sizes();
    List<TopicDefinition> all = new ArrayList<>();
    all.add(define(config, topics.raw(), "delete", sizes.raw()));
    all.add(define(config, topics.rekeyed(), "delete", sizes.derived()));
    for (String derived : topics.derived()) {
      all.add(define(config, derived, "compact,delete", sizes.derived()));
    }
    all.add(passing(config, topics.storyQueries()));
    all.add(passing(config, topics.storyAnswers()));
    all.add(define(config, topics.alertRules(), "compact", sizes.raw()));
    all.add(define(config, topics.alertMatches(), "delete", sizes.derived()));
    all.add(define(config, topics.alerts(), "delete", sizes.derived()));
    all.add(define(config, topics.deadLetters(), "delete", sizes.deadLetter()));
    return all;
  }

  /** What is read at once and never again; kept long enough for a stream that was down. */
  private static TopicDefinition passing(DatelineConfig config, String name) {
    TopicDefinition topic = define(config, name, "delete", config.sizes().derived());
    Map<String, String> settings = new TreeMap<>(topic.settings());
    long kept = Math.min(config.retention().toMillis(), PASSING_KEPT.toMillis());
    settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept));
    return new TopicDefinition(name, topic.partitions(), topic.replicationFactor(), settings);
  }

  private static TopicDefinition define(
      DatelineConfig config, String name, String cleanup, int maxMessageBytes) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
    if (cleanup.contains("delete")) {
      settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(config.retention().toMillis()));
    }
    if (cleanup.contains("compact")) {
      settings.put(
          TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(TOMBSTONES_KEPT.toMillis()));
    }
    if (config.minInsyncReplicas() > 0) {
      settings.put(
          TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(config.minInsyncReplicas()));
    }
    // Rules are few: one partition keeps their order, and every instance reads them all.
    int partitions = name.equals(config.topics().alertRules()) ? 1 : config.partitions();
    return new TopicDefinition(name, partitions, config.replicationFactor(), settings);
  }
}
