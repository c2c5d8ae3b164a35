package dev.dateline.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Makes a stopped stream read again: first works out what that means, which can be shown, then does
 * it. Reading again keeps what is remembered of items, so that what a better extractor no longer
 * finds is withdrawn; deleting the output starts from nothing. Rules, raw items and dead letters
 * are never deleted.
 */
public final class StreamsReset {

  private final Admin admin;
  private final DatelineConfig config;

  /**
   * @param admin left open
   * @param config the settings
   */
  public StreamsReset(Admin admin, DatelineConfig config) {
    this.admin = admin;
    this.config = config;
  }

  /**
   * What a reset would do.
   *
   * @param offsets where reading would go on, for each partition of the raw topic
   * @param deletedTopics topics that would be deleted
   * @param deletedState directory of local state that would be deleted, or null
   * @param activeMembers members of the group that still run; they have to stop first
   */
  public record Plan(
      Map<TopicPartition, Long> offsets,
      List<String> deletedTopics,
      Path deletedState,
      int activeMembers) {

    public Plan {
      offsets = Map.copyOf(offsets);
      deletedTopics = List.copyOf(deletedTopics);
    }
  }

  /** Reads the raw topic again from a time on, keeping everything that is remembered. */
  public Plan planReprocess(Instant since) {
    return plan(OffsetSpec.forTimestamp(since.toEpochMilli()), false);
  }

  /**
   * Reads the raw topic again from its beginning.
   *
   * @param deleteOutput whether to delete internal and output topics and local state as well
   */
  public Plan planReset(boolean deleteOutput) {
    return plan(OffsetSpec.earliest(), deleteOutput);
  }

  /**
   * Does it.
   *
   * @param force whether members that still run are put out of the group
   * @throws IllegalStateException where the stream still runs and {@code force} is not given
   */
  public void apply(Plan plan, boolean force) {
    if (plan.activeMembers() > 0) {
      if (!force) {
        throw new IllegalStateException(
            "%s still runs with %d member(s): stop it first"
                .formatted(config.applicationId(), plan.activeMembers()));
      }
      TopicAdmin.get(
          config,
          admin
              .removeMembersFromConsumerGroup(
                  config.applicationId(), new RemoveMembersFromConsumerGroupOptions())
              .all());
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    plan.offsets()
        .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    if (!plan.deletedTopics().isEmpty()) {
      forget(plan.deletedTopics());
      TopicAdmin.get(config, admin.deleteTopics(plan.deletedTopics()).all());
    }
    if (!offsets.isEmpty()) {
      TopicAdmin.get(
          config, admin.alterConsumerGroupOffsets(config.applicationId(), offsets).all());
    }
    if (plan.deletedState() != null) {
      try {
        Utils.delete(plan.deletedState().toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Plan plan(OffsetSpec from, boolean deleteOutput) {
    Map<TopicPartition, OffsetSpec> start = new HashMap<>();
    Map<TopicPartition, OffsetSpec> end = new HashMap<>();
    for (TopicPartition partition : rawPartitions()) {
      start.put(partition, from);
      end.put(partition, OffsetSpec.latest());
    }
    Map<TopicPartition, ListOffsetsResultInfo> found =
        TopicAdmin.get(config, admin.listOffsets(start).all());
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        TopicAdmin.get(config, admin.listOffsets(end).all());
    Map<TopicPartition, Long> offsets =
        new TreeMap<>(
            java.util.Comparator.comparing(TopicPartition::topic)
                .thenComparing(TopicPartition::partition));
    found.forEach(
        (partition, info) ->
            // A partition with nothing that late goes on at its end.
            offsets.put(
                partition, info.offset() >= 0 ? info.offset() : ends.get(partition).offset()));
    return new Plan(
        offsets,
        deleteOutput ? outputTopics() : List.of(),
        deleteOutput ? stateDirectory() : null,
        activeMembers());
  }

  private Collection<TopicPartition> rawPartitions() {
    String raw = config.topics().raw();
    TopicDescription description =
        TopicAdmin.get(config, admin.describeTopics(List.of(raw)).topicNameValues().get(raw));
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicPartitionInfo info : description.partitions()) {
      partitions.add(new TopicPartition(raw, info.partition()));
    }
    return partitions;
  }

  private List<String> outputTopics() {
    Topics topics = config.topics();
    List<String> output = new ArrayList<>(topics.derived());
    output.add(topics.rekeyed());
    output.add(topics.storyQueries());
    output.add(topics.storyAnswers());
    output.add(topics.alertMatches());
    output.add(topics.alerts());
    List<String> existing = new ArrayList<>();
    String internal = config.applicationId() + "-";
    for (String name : TopicAdmin.get(config, admin.listTopics().names())) {
      boolean changelog = name.startsWith(internal) && name.endsWith("-changelog");
      if (changelog || output.contains(name)) {
        existing.add(name);
      }
    }
    existing.sort(null);
    return existing;
  }

  /** Offsets in topics that are deleted would point into those that take their place. */
  private void forget(List<String> topics) {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          TopicAdmin.get(
              config,
              admin
                  .listConsumerGroupOffsets(config.applicationId())
                  .partitionsToOffsetAndMetadata());
      java.util.Set<TopicPartition> gone = new java.util.HashSet<>(committed.keySet());
      gone.removeIf(partition -> !topics.contains(partition.topic()));
      if (!gone.isEmpty()) {
        TopicAdmin.get(
            config, admin.deleteConsumerGroupOffsets(config.applicationId(), gone).all());
      }
    } catch (GroupIdNotFoundException | UnknownTopicOrPartitionException e) {
      // It never ran: there is nothing to forget.
    }
  }

  private int activeMembers() {
    String group = config.applicationId();
    try {
      ConsumerGroupDescription description =
          TopicAdmin.get(
              config, admin.describeConsumerGroups(List.of(group)).describedGroups().get(group));
      return description.members().size();
    } catch (GroupIdNotFoundException e) {
      return 0;
    } catch (KafkaException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
  }

  private Path stateDirectory() {
    StreamsConfig streams = new StreamsConfig(StreamsSettings.of(config));
    return Path.of(streams.getString(StreamsConfig.STATE_DIR_CONFIG), config.applicationId());
  }
}
