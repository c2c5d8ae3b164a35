package dev.dateline.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing, and checks those that are there. Changes no topic that
 * exists. Every request is bounded in time.
 */
public final class TopicAdmin {

  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);
  private static final long TIMEOUT_SECONDS = 30;
  private static final long POLL_MILLIS = 50;

  private final Admin admin;
  private final DatelineConfig config;

  /**
   * @param admin left open
   * @param config the settings
   */
  public TopicAdmin(Admin admin, DatelineConfig config) {
    this.admin = admin;
    this.config = config;
  }

  /**
   * The topics as they should be, given those that exist: what holds the same items has as many
   * partitions as the raw topic, if that exists, else as many as the settings say.
   */
  public List<TopicDefinition> wanted() {
    return wanted(existing());
  }

  /** The topics that are missing. */
  public List<TopicDefinition> missing() {
    Map<String, TopicDescription> existing = existing();
    return wanted(existing).stream().filter(it -> !existing.containsKey(it.name())).toList();
  }

  /**
   * Creates what is missing, and waits until the cluster shows it.
   *
   * @return the names of those created
   * @throws KafkaException where the cluster refuses or does not answer in time
   */
  public List<String> create() {
    List<String> created = new ArrayList<>();
    Map<String, NewTopic> missing = new LinkedHashMap<>();
    missing().forEach(topic -> missing.put(topic.name(), topic.toNewTopic()));
    if (missing.isEmpty()) {
      return created;
    }
    admin
        .createTopics(missing.values())
        .values()
        .forEach(
            (name, done) -> {
              try {
                get(config, done);
                LOG.info("Created topic {}", name);
                created.add(name);
              } catch (TopicExistsException e) {
                LOG.debug("Topic {} was created by somebody else", name);
              }
            });
    awaitVisible();
    return created;
  }

  /** A broker may answer for some moments as if a new topic were not there. */
  private void awaitVisible() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!missing().isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new org.apache.kafka.common.errors.TimeoutException(
            "new topics do not show up within " + TIMEOUT_SECONDS + " s: " + missing());
      }
      Utils.sleep(POLL_MILLIS);
    }
  }

  /**
   * What is wrong with the topics: missing ones, unequal partition counts, sizes that would not
   * take a record that Dateline may send, rules that would be lost. Empty where all is well.
   */
  public List<String> problems() {
    Map<String, TopicDescription> existing = existing();
    List<String> problems = new ArrayList<>();
    for (TopicDefinition topic : wanted(existing)) {
      if (!existing.containsKey(topic.name())) {
        problems.add(topic.name() + " does not exist");
      }
    }
    addUnequalPartitions(existing, problems);
    addSettings(existing.keySet(), problems);
    return problems;
  }

  /**
   * Makes sure that the topics are as they must be.
   *
   * @return the number of partitions of the raw topic
   * @throws TopicsException where they are not
   */
  public int require() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new TopicsException(problems);
    }
    return existing().get(config.topics().raw()).partitions().size();
  }

  private List<TopicDefinition> wanted(Map<String, TopicDescription> existing) {
    TopicDescription raw = existing.get(config.topics().raw());
    List<TopicDefinition> wanted = new ArrayList<>();
    for (TopicDefinition topic : TopicDefinition.all(config)) {
      boolean followsRaw = raw != null && copartitioned().contains(topic.name());
      wanted.add(followsRaw ? topic.withPartitions(raw.partitions().size()) : topic);
    }
    return wanted;
  }

  /** The topics whose partitions must be the same items'. */
  private Set<String> copartitioned() {
    Topics topics = config.topics();
    Set<String> names = new HashSet<>(topics.derived());
    names.add(topics.raw());
    names.add(topics.rekeyed());
    names.add(topics.storyQueries());
    names.add(topics.storyAnswers());
    return names;
  }

  private void addUnequalPartitions(Map<String, TopicDescription> existing, List<String> problems) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String name : copartitioned()) {
      if (existing.containsKey(name)) {
        counts.put(name, existing.get(name).partitions().size());
      }
    }
    if (new HashSet<>(counts.values()).size() > 1) {
      problems.add("these topics must have equally many partitions, but have " + counts);
    }
  }

  private void addSettings(Set<String> existing, List<String> problems) {
    Map<String, Config> settings = settings(existing);
    for (TopicDefinition topic : TopicDefinition.all(config)) {
      Config actual = settings.get(topic.name());
      if (actual == null) {
        continue;
      }
      int needed = Integer.parseInt(topic.settings().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
      ConfigEntry size = actual.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      if (size != null && size.value() != null && Long.parseLong(size.value()) < needed) {
        problems.add(
            "%s takes records of %s bytes only (max.message.bytes); %s needs %d"
                .formatted(topic.name(), size.value(), DatelineSettings.MAX_ITEM_BYTES, needed));
      }
      ConfigEntry cleanup = actual.get(TopicConfig.CLEANUP_POLICY_CONFIG);
      if (topic.name().equals(config.topics().alertRules())
          && cleanup != null
          && !TopicConfig.CLEANUP_POLICY_COMPACT.equals(cleanup.value())) {
        problems.add(
            "%s would lose rules: its cleanup.policy is %s, not compact"
                .formatted(topic.name(), cleanup.value()));
      }
    }
  }

  private Map<String, Config> settings(Set<String> topics) {
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Config> settings = new HashMap<>();
    admin
        .describeConfigs(resources)
        .values()
        .forEach(
            (resource, config) -> {
              try {
                settings.put(resource.name(), get(this.config, config));
              } catch (KafkaException e) {
                LOG.warn("Settings of {} cannot be checked: {}", resource.name(), e.getMessage());
              }
            });
    return settings;
  }

  private Map<String, TopicDescription> existing() {
    Map<String, TopicDescription> existing = new HashMap<>();
    admin
        .describeTopics(config.topics().all())
        .topicNameValues()
        .forEach(
            (name, description) -> {
              try {
                existing.put(name, get(config, description));
              } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("Topic {} does not exist", name);
              }
            });
    return existing;
  }

  /** The answer to a request; a timeout says who did not answer. */
  static <T> T get(DatelineConfig config, KafkaFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw noAnswer(config, e);
      }
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw noAnswer(config, e);
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private static KafkaException noAnswer(DatelineConfig config, Exception cause) {
    return new org.apache.kafka.common.errors.TimeoutException(
        "no answer from Kafka at " + config.bootstrapServers() + " (bootstrap.servers)", cause);
  }
}
