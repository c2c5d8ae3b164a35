package dev.dateline.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/**
 * What Kafka Streams is to be told: what Dateline relies on, which no setting changes, and defaults
 * that one may. Pure.
 */
public final class StreamsSettings {

  /** How long a transaction may stay open. */
  static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(60);

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          StreamsConfig.STATE_DIR_CONFIG,
          Path.of(System.getProperty("user.home"), ".dateline", "state").toString(),
          // A thread that died is missed by its group this long before another takes over.
          StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
          10_000,
          StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
          "lz4",
          StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
          64 << 10,
          StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
          20,
          StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
          "earliest",
          // An alert takes four hops, with the way to the index of stories and back, and each waits
          // for a commit.
          StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
          100,
          StreamsConfig.NUM_STREAM_THREADS_CONFIG,
          1,
          StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
          0);

  /**
   * A thread works off all that it polled, partition by partition, before it polls again; what it
   * asked the index of stories waits behind that, and the alerts with it.
   */
  private static final Map<String, Object> SMALL_POLLS =
      Map.of(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
          50,
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
          128 << 10);

  private StreamsSettings() {}

  /** The settings of the application. */
  public static Map<String, Object> of(DatelineConfig config) {
    Map<String, Object> settings = new HashMap<>(DEFAULTS);
    settings.putAll(SMALL_POLLS);
    if (config.replicationFactor() > 0) {
      settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replicationFactor());
    }
    if (config.minInsyncReplicas() > 0) {
      settings.put(
          StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
          config.minInsyncReplicas());
    }
    settings.putAll(config.kafka());
    fix(settings, config);
    return settings;
  }

  /** What the rest of this package relies on. */
  private static void fix(Map<String, Object> settings, DatelineConfig config) {
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // Streams groups cannot change their topology in 4.3.
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) TRANSACTION_TIMEOUT.toMillis());
    Map<String, Object> sizes = new HashMap<>();
    config.sizes().applyTo(sizes);
    sizes.forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), config.sizes().derived());
    settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, ReceivedTime.class);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class);
    // A failed send aborts the transaction whatever a handler answers, and what a processor lets
    // through is no item's fault: both stop the thread.
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndFailProcessingExceptionHandler.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    settings.put(UndecodableRecords.TOPIC_CONFIG, config.topics().deadLetters());
    settings.put(UndecodableRecords.LIMIT_CONFIG, config.sizes().deadLetterLimit());
  }
}
