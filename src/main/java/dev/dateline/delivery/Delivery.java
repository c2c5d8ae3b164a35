package dev.dateline.delivery;

import dev.dateline.delivery.DeliverySettings.SinkDefinition;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import dev.dateline.record.RecordClasses;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.Schemas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Brings alerts to where the settings say, each sink in a consumer group of its own. Several
 * instances share the work. Thread-safe.
 */
public final class Delivery implements AutoCloseable {

  static {
    RecordClasses.trust();
  }

  private static final int POLL_RECORDS = 50;

  private final List<SinkWorker> workers = new ArrayList<>();
  private final DeliveryCounts counts = new DeliveryCounts();
  private final Producer<byte[], byte[]> producer;

  private Delivery(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Where alerts come from.
   *
   * @param alerts name of the topic
   * @param deadLetters name of the topic for what cannot be delivered
   * @param applicationId what the ids of the consumer groups begin with
   * @param consumer settings of a consumer, without group and deserializers
   */
  public record Source(
      String alerts, String deadLetters, String applicationId, Map<String, Object> consumer) {}

  /**
   * Starts to deliver.
   *
   * @param settings the sinks
   * @param source where alerts come from
   * @param producer for dead letters; closed in the end
   * @param schemas the schema registry; left open
   */
  public static Delivery start(
      DeliverySettings settings,
      Source source,
      Producer<byte[], byte[]> producer,
      Schemas schemas) {
    Delivery delivery = new Delivery(producer);
    DeadLetters letters = new DeadLetters(producer, source.deadLetters(), source.applicationId());
    for (SinkDefinition sink : settings.sinks()) {
      delivery.workers.add(delivery.worker(sink, source, letters, schemas));
    }
    delivery.workers.forEach(SinkWorker::start);
    return delivery;
  }

  private SinkWorker worker(
      SinkDefinition sink, Source source, DeadLetters letters, Schemas schemas) {
    Courier courier = sink.courier().get();
    AlertReader reader =
        new AlertReader(new AvroDeserializer<>(Alert.class, schemas), sink.route());
    Deliverer deliverer =
        new Deliverer(
            sink.name(),
            reader,
            courier,
            sink.retries(),
            letters.of(sink.name()),
            counts,
            System::nanoTime,
            () -> ThreadLocalRandom.current().nextDouble());
    Supplier<Worklist> worklists =
        () -> sink.every() == null ? new OneByOne(deliverer) : new Digest(deliverer, sink.every());
    return new SinkWorker(
        sink.name(), source.alerts(), () -> consumer(source, sink.name()), worklists, courier);
  }

  private static Consumer<byte[], byte[]> consumer(Source source, String sink) {
    Map<String, Object> settings = new HashMap<>(source.consumer());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, source.applicationId() + "-deliver-" + sink);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** What was {@code delivered}, {@code retried} and {@code failed}, as {@code SINK.WHAT}. */
  public Map<String, Long> counts() {
    return counts.all();
  }

  @Override
  public void close() {
    workers.forEach(SinkWorker::close);
    producer.close();
  }

  /**
   * How a single delivery went.
   *
   * @param delivered whether it arrived
   * @param reason why not; empty where it did
   */
  public record Result(boolean delivered, String reason) {

    private static Result of(Outcome outcome) {
      return new Result(outcome.kind() == Outcome.Kind.DELIVERED, outcome.reason());
    }
  }

  /**
   * Sends a made-up alert to a sink, once.
   *
   * @throws IllegalArgumentException where there is no such sink
   */
  public static Result test(DeliverySettings settings, String sink) throws InterruptedException {
    try (Courier courier = courier(settings, sink)) {
      return Result.of(courier.deliver(List.of(sample())));
    }
  }

  /**
   * Tries once more to deliver an alert that became a dead letter.
   *
   * @param letter the dead letter
   * @return how it went; null where this is no dead letter of a delivery
   * @throws IllegalArgumentException where its sink is not among the settings
   */
  public static Result redeliver(
      DeliverySettings settings, ConsumerRecord<byte[], byte[]> letter, Schemas schemas)
      throws InterruptedException {
    if (!DeadLetters.DELIVER.equals(text(letter, DeadLetters.STAGE))) {
      return null;
    }
    try (Courier courier = courier(settings, sinkOf(letter));
        AvroDeserializer<Alert> values = new AvroDeserializer<>(Alert.class, schemas)) {
      Alert alert = values.deserialize(letter.topic(), letter.value());
      return Result.of(courier.deliver(List.of(alert)));
    }
  }

  /** The sink that a dead letter was for; empty where it does not say. */
  public static String sinkOf(ConsumerRecord<byte[], byte[]> letter) {
    return text(letter, DeadLetters.SINK);
  }

  private static Courier courier(DeliverySettings settings, String name) {
    SinkDefinition sink = settings.sink(name);
    if (sink == null) {
      throw new IllegalArgumentException(
          "there is no sink '" + name + "' but " + String.join(", ", settings.names()));
    }
    return sink.courier().get();
  }

  private static Alert sample() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return Alert.newBuilder()
        .setAlertId("test-" + now.toEpochMilli())
        .setRuleId("test")
        .setState(AlertState.FIRED)
        .setQuery("dateline")
        .setRule(
            AlertRule.newBuilder()
                .setId("test")
                .setQuery("dateline")
                .setDescription("A test: nothing happened")
                .build())
        .setItem(
            ItemRef.newBuilder()
                .setId("dateline:test")
                .setSource("dateline")
                .setHeadline("This is a test of the delivery of alerts")
                .setPublished(now)
                .setReceived(now)
                .build())
        .setSnippet("This is a **test** of the delivery of alerts")
        .setFired(now)
        .build();
  }

  private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
