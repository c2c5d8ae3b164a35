package dev.dateline.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the committed records of one topic, as bytes, from wherever it is told. Never creates a
 * topic. Not thread-safe, but for {@link #wakeup}.
 */
public final class TopicReader implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;

  private TopicReader(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  /** Where to start. */
  @FunctionalInterface
  public interface Start {

    /** Moves a consumer, to which the partitions are assigned, to where it is to start. */
    void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions);

    /** With the oldest record there is. */
    static Start beginning() {
      return Consumer::seekToBeginning;
    }

    /** With what comes from now on. */
    static Start end() {
      return (consumer, partitions) -> {
        consumer.seekToEnd(partitions);
        // The consumer looks up the end only when asked; what comes after this call must count.
        partitions.forEach(consumer::position);
      };
    }

    /** With the first record that is not older. */
    static Start since(Instant time) {
      return (consumer, partitions) -> {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        end().seek(consumer, partitions);
        found.forEach(
            (partition, at) -> {
              if (at != null) {
                consumer.seek(partition, at.offset());
              }
            });
      };
    }

    /** With the last so many records of the partition that a rule's or item's id goes to. */
    static Start lastOf(String id, int most) {
      return (consumer, partitions) -> {
        end().seek(consumer, partitions);
        int wanted = ItemPartitioner.partition(id, partitions.size());
        for (TopicPartition partition : partitions) {
          if (partition.partition() == wanted) {
            long oldest = consumer.beginningOffsets(List.of(partition)).get(partition);
            consumer.seek(partition, Math.max(oldest, consumer.position(partition) - most));
          }
        }
      };
    }

    /** With the given offset in each partition; partitions not named start at the end. */
    static Start at(Map<Integer, Long> offsets) {
      return (consumer, partitions) -> {
        end().seek(consumer, partitions);
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
          Long offset = offsets.get(partition.partition());
          if (offset != null) {
            long newest = consumer.position(partition);
            consumer.seek(partition, Math.min(newest, Math.max(oldest.get(partition), offset)));
          }
        }
      };
    }
  }

  /**
   * Reads all partitions, without a group and without leaving a trace.
   *
   * @throws UnknownTopicOrPartitionException where there is no such topic
   */
  public static TopicReader open(DatelineConfig config, String topic, Start start) {
    Map<String, Object> settings = settings(config);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    TopicReader reader = new TopicReader(consumer(settings), topic);
    try {
      List<TopicPartition> partitions = reader.partitions();
      reader.consumer.assign(partitions);
      start.seek(reader.consumer, partitions);
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * Reads as a member of a group, from where the group stopped.
   *
   * @param fromBeginning where a group without offsets starts: at the beginning, or the end
   * @throws UnknownTopicOrPartitionException where there is no such topic
   */
  public static TopicReader join(
      DatelineConfig config, String topic, String group, boolean fromBeginning) {
    Map<String, Object> settings = settings(config);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, fromBeginning ? "earliest" : "latest");
    TopicReader reader = new TopicReader(consumer(settings), topic);
    try {
      reader.partitions();
      reader.consumer.subscribe(List.of(topic));
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * The next records; none where none came in time.
   *
   * @throws org.apache.kafka.common.errors.WakeupException after {@link #wakeup}
   */
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    return consumer.poll(timeout);
  }

  /** Tells the group the offset, by partition, of the next record to deal with. */
  public void commit(Map<Integer, Long> next) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    next.forEach(
        (partition, offset) ->
            offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
    consumer.commitSync(offsets);
  }

  /** The offset of the next record, by partition. */
  public Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new TreeMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition.partition(), consumer.position(partition));
    }
    return positions;
  }

  /** The offset after the last record there is now, by partition. */
  public Map<Integer, Long> ends() {
    Map<Integer, Long> ends = new TreeMap<>();
    consumer
        .endOffsets(consumer.assignment())
        .forEach((partition, end) -> ends.put(partition.partition(), end));
    return ends;
  }

  /** Whether everything before {@code ends} has been polled. */
  public boolean hasReached(Map<Integer, Long> ends) {
    Map<Integer, Long> positions = positions();
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** Makes a waiting {@link #poll} stop. From any thread. */
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> partitions() {
    List<PartitionInfo> found =
        Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of());
    if (found.isEmpty()) {
      throw new UnknownTopicOrPartitionException("There is no topic " + topic);
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static Map<String, Object> settings(DatelineConfig config) {
    Map<String, Object> settings = new HashMap<>(config.consumer());
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
