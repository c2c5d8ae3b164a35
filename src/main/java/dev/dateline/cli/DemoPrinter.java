package dev.dateline.cli;

import dev.dateline.record.Alert;
import dev.dateline.record.Quote;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.Schemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicReader;
import dev.dateline.stream.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints quotes and alerts as they come, on a thread of its own. */
final class DemoPrinter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoPrinter.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long LOOK_MILLIS = 1_000;

  private final TopicReader quoteReader;
  private final TopicReader alertReader;
  private final Deserializer<Quote> quoteValues;
  private final Deserializer<Alert> alertValues;
  private final TextPrinter printer;
  private final AtomicInteger quotes = new AtomicInteger();
  private final AtomicInteger alerts = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "demo-printer");
  private volatile Map<Integer, Long> quotePositions = Map.of();
  private volatile Map<Integer, Long> alertPositions = Map.of();
  private volatile boolean closed;

  private DemoPrinter(DatelineConfig config, Schemas schemas, Terminal terminal, PrintWriter out) {
    this.quoteValues = new AvroDeserializer<>(Quote.class, schemas);
    this.alertValues = new AvroDeserializer<>(Alert.class, schemas);
    this.printer = new TextPrinter(terminal, out);
    TopicReader.Start beginning = TopicReader.Start.beginning();
    this.quoteReader = TopicReader.open(config, config.topics().quotes(), beginning);
    this.alertReader = TopicReader.open(config, config.topics().alerts(), beginning);
  }

  static DemoPrinter start(
      DatelineConfig config, Schemas schemas, Terminal terminal, PrintWriter out) {
    DemoPrinter printer = new DemoPrinter(config, schemas, terminal, out);
    printer.thread.setDaemon(true);
    printer.thread.start();
    return printer;
  }

  int quotes() {
    return quotes.get();
  }

  int alerts() {
    return alerts.get();
  }

  /** Waits until every raw record there is has been worked through and its output printed. */
  void awaitAll(DatelineConfig config) throws InterruptedException {
    try (Admin admin = Clusters.admin(config)) {
      int before = -1;
      // Twice the same, since what is sent on internally is seen only once it has arrived.
      while (true) {
        int now = quotes() + alerts();
        if (now == before && isThrough(admin, config)) {
          return;
        }
        before = now;
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private boolean isThrough(Admin admin, DatelineConfig config) {
    Topics topics = config.topics();
    return lag(admin, config, topics.raw()) == 0
        // The last offset of a topic written in transactions is a marker that nobody commits.
        && lag(admin, config, topics.rekeyed()) <= 1
        && lag(admin, config, topics.storyQueries()) <= 1
        && lag(admin, config, topics.storyAnswers()) <= 1
        && lag(admin, config, topics.alertMatches()) <= 1
        && hasPrinted(admin, config, topics.quotes(), quotePositions)
        && hasPrinted(admin, config, topics.alerts(), alertPositions);
  }

  private static boolean hasPrinted(
      Admin admin, DatelineConfig config, String topic, Map<Integer, Long> positions) {
    return ends(admin, config, topic).entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey().partition(), 0L) >= end.getValue());
  }

  /** The largest number of records, in any partition, that the stream has not committed. */
  private static long lag(Admin admin, DatelineConfig config, String topic) {
    Map<TopicPartition, OffsetAndMetadata> done =
        Clusters.get(
            config,
            admin.listConsumerGroupOffsets(config.applicationId()).partitionsToOffsetAndMetadata());
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : ends(admin, config, topic).entrySet()) {
      OffsetAndMetadata committed = done.get(end.getKey());
      lag = Math.max(lag, end.getValue() - (committed == null ? 0 : committed.offset()));
    }
    return lag;
  }

  private static Map<TopicPartition, Long> ends(Admin admin, DatelineConfig config, String topic) {
    Map<TopicPartition, OffsetSpec> latest =
        Clusters.get(config, admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
            .partitions()
            .stream()
            .collect(
                Collectors.toMap(
                    info -> new TopicPartition(topic, info.partition()),
                    info -> OffsetSpec.latest()));
    return Clusters.get(config, admin.listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private void run() {
    try {
      while (!closed) {
        print(quoteReader, quoteValues, quotes);
        quotePositions = quoteReader.positions();
        print(alertReader, alertValues, alerts);
        alertPositions = alertReader.positions();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("Stopped printing");
    } catch (RuntimeException e) {
      LOG.error("Printing ends: {}", e.getMessage(), e);
    } finally {
      quoteReader.close();
      alertReader.close();
    }
  }

  private void print(
      TopicReader reader, Deserializer<? extends SpecificRecord> values, AtomicInteger counter) {
    for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
      if (record.value() == null) {
        printer.print(Withdrawal.of(record));
        continue;
      }
      try {
        printer.print(Keys.text(record.key()), values.deserialize(record.topic(), record.value()));
        counter.incrementAndGet();
      } catch (UndecodableException e) {
        LOG.warn("Left out: {}", e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    quoteReader.wakeup();
    alertReader.wakeup();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
