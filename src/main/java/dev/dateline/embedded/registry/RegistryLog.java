package dev.dateline.embedded.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compacted topic that keeps the schemas. One thread reads it from its beginning and applies
 * what it says; an entry is written by producing it and waiting until that thread has read it back,
 * so that the topic, and nothing else, decides what is so. Thread-safe.
 */
final class RegistryLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryLog.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final TopicPartition partition;
  private final Consumer<LogEntry> apply;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread reader;
  private final Object progress = new Object();
  private long applied = -1;
  private Exception failure;
  private volatile boolean closed;

  private RegistryLog(String bootstrapServers, String topic, Consumer<LogEntry> apply) {
    this.partition = new TopicPartition(topic, 0);
    this.apply = apply;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "schema-registry",
                "acks",
                "all",
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis(),
                "request.timeout.ms",
                (int) PATIENCE.toMillis() / 2,
                "max.block.ms",
                PATIENCE.toMillis()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "schema-registry",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.reader = new Thread(this::read, "schema-registry-log");
    reader.setDaemon(true);
  }

  /**
   * Opens the topic, creating it if need be, and returns once all that it holds has been applied.
   *
   * @param bootstrapServers the cluster
   * @param topic the topic
   * @param apply told of every entry in turn, by one thread
   * @throws IOException if the topic cannot be created or read
   */
  static RegistryLog open(String bootstrapServers, String topic, Consumer<LogEntry> apply)
      throws IOException {
    createTopic(bootstrapServers, topic);
    RegistryLog log = new RegistryLog(bootstrapServers, topic, apply);
    try {
      log.consumer.assign(List.of(log.partition));
      log.consumer.seekToBeginning(List.of(log.partition));
      long end = log.consumer.endOffsets(List.of(log.partition), PATIENCE).get(log.partition);
      log.reader.start();
      log.await(end - 1);
    } catch (KafkaException e) {
      log.close();
      throw new IOException("Cannot read topic " + topic + ": " + e.getMessage(), e);
    } catch (RegistryError e) {
      log.close();
      throw new IOException("Cannot read topic " + topic + ": " + e.getMessage(), e);
    }
    return log;
  }

  /**
   * Writes an entry and waits until it has been applied.
   *
   * @throws RegistryError if it could not be written, or nothing came back in time
   */
  void append(LogEntry entry) {
    long offset;
    try {
      offset =
          producer
              .send(
                  new ProducerRecord<>(
                      partition.topic(), 0, LogFormat.key(entry), LogFormat.value(entry)))
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
              .offset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RegistryError.storage("interrupted");
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.warn("Cannot write to topic {}", partition.topic(), e);
      throw RegistryError.storage("cannot write to topic " + partition.topic());
    }
    await(offset);
  }

  @Override
  public void close() {
    closed = true;
    producer.close(PATIENCE);
    if (reader.getState() == Thread.State.NEW) {
      consumer.close();
      return;
    }
    consumer.wakeup();
    try {
      reader.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(long offset) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (progress) {
      while (applied < offset) {
        if (failure != null) {
          throw RegistryError.storage("reading failed: " + failure.getMessage());
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw RegistryError.storage("topic " + partition.topic() + " was not read in time");
        }
        try {
          progress.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw RegistryError.storage("interrupted");
        }
      }
    }
  }

  private void read() {
    try (consumer) {
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          parse(record).ifPresent(apply);
        }
        // The position, and not the last record's offset: compaction leaves gaps, also at the end.
        moved(consumer.position(partition) - 1);
      }
    } catch (WakeupException e) {
      LOG.debug("Closed");
    } catch (RuntimeException e) {
      LOG.error("Reading topic {} failed", partition.topic(), e);
      synchronized (progress) {
        failure = e;
        progress.notifyAll();
      }
    }
  }

  private Optional<LogEntry> parse(ConsumerRecord<byte[], byte[]> record) {
    try {
      return LogFormat.parse(record.key(), record.value(), record.timestamp());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Skipping record {} of topic {}", record.offset(), record.topic(), e);
      return Optional.empty();
    }
  }

  private void moved(long offset) {
    synchronized (progress) {
      applied = offset;
      progress.notifyAll();
    }
  }

  private static void createTopic(String bootstrapServers, String topic) throws IOException {
    NewTopic compacted =
        new NewTopic(topic, Optional.of(1), Optional.empty())
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(compacted)).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while creating topic " + topic, e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IOException(
            "Cannot create topic " + topic + ": " + e.getCause().getMessage(), e.getCause());
      }
    } catch (TimeoutException | KafkaException e) {
      throw new IOException("Cannot create topic " + topic + ": " + e.getMessage(), e);
    }
  }
}
