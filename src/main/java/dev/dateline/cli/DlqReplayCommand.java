package dev.dateline.cli;

import dev.dateline.delivery.Delivery;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.DeadLetter;
import dev.dateline.stream.TopicReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends dead letters once more, exactly as they first came: key, bytes and headers. */
@Command(
    name = "replay",
    description =
        "Send what could not be processed once more, exactly as it came, to where it came from. What"
            + " fails again becomes a dead letter again; what went well before is recognised and dropped.",
    sortOptions = false)
final class DlqReplayCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MAX_POLLS = 100;

  @Spec private CommandSpec spec;

  @Mixin private LetterFilter filter;

  @Option(names = "--dry-run", description = "Only say what would be sent.")
  private boolean dryRun;

  @Mixin private KafkaOptions kafka;

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().deadLetters());
    Clusters.requireTopic(config, config.topics().raw());
    PrintWriter err = spec.commandLine().getErr();
    try (Producer<byte[], byte[]> producer = Producers.ofBytes(config)) {
      List<String> missing =
          Letters.forEach(
              config, filter, (record, letter) -> replay(record, letter, config, producer));
      producer.flush();
      missing.forEach(id -> err.println("dateline: there is no such dead letter: " + id));
      failed.addAndGet(missing.size());
    }
    err.println(sent + (dryRun ? " would be sent" : " sent") + ", " + failed + " failed");
    return failed.get() == 0 ? 0 : 1;
  }

  private void replay(
      ConsumerRecord<byte[], byte[]> record,
      DeadLetter letter,
      DatelineConfig config,
      Producer<byte[], byte[]> producer) {
    PrintWriter err = spec.commandLine().getErr();
    String id = LetterFilter.id(record);
    if (!Delivery.sinkOf(record).isEmpty()) {
      // On the alerts topic it would go to all sinks, and to all who read there, once more.
      failed.incrementAndGet();
      err.println("dateline: " + id + ": an alert; send it with 'dateline deliver --undelivered'");
      return;
    }
    ProducerRecord<byte[], byte[]> original = original(record, letter, config);
    if (original == null) {
      failed.incrementAndGet();
      err.println(
          "dateline: "
              + id
              + ": its bytes were too many to keep, and are no longer on "
              + letter.topic());
      return;
    }
    if (dryRun) {
      sent.incrementAndGet();
      err.println(id + " to " + original.topic());
      return;
    }
    producer.send(
        original,
        (metadata, failure) -> {
          if (failure == null) {
            sent.incrementAndGet();
          } else {
            failed.incrementAndGet();
            err.println("dateline: " + id + ": " + Failures.describe(failure));
          }
        });
  }

  /** The record as it first came; null where its bytes are nowhere any more. */
  private static ProducerRecord<byte[], byte[]> original(
      ConsumerRecord<byte[], byte[]> record, DeadLetter letter, DatelineConfig config) {
    String topic = topic(letter, config);
    // Where it came from decides the partition: what was sent on internally has to go back there.
    Integer partition = topic.equals(letter.topic()) ? Integer.valueOf(letter.partition()) : null;
    if (!letter.isDropped(record)) {
      return new ProducerRecord<>(topic, partition, letter.key(), letter.value(), letter.headers());
    }
    ConsumerRecord<byte[], byte[]> kept = fetch(letter, config);
    return kept == null
        ? null
        : new ProducerRecord<>(topic, partition, kept.key(), kept.value(), kept.headers());
  }

  /** The topic that the stream reads it from. */
  private static String topic(DeadLetter letter, DatelineConfig config) {
    List<String> read =
        List.of(config.topics().raw(), config.topics().rekeyed(), config.topics().alertMatches());
    return read.contains(letter.topic()) ? letter.topic() : config.topics().raw();
  }

  private static ConsumerRecord<byte[], byte[]> fetch(DeadLetter letter, DatelineConfig config) {
    TopicReader.Start there = TopicReader.Start.at(Map.of(letter.partition(), letter.offset()));
    try (TopicReader reader = TopicReader.open(config, letter.topic(), there)) {
      for (int polls = 0; polls < MAX_POLLS; polls++) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          if (record.partition() == letter.partition() && record.offset() == letter.offset()) {
            return record;
          }
        }
        if (reader.positions().get(letter.partition()) > letter.offset()) {
          return null;
        }
      }
      return null;
    }
  }
}
