package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import dev.dateline.schema.AvroSerializer;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.testing.Cluster;
import dev.dateline.testing.TestCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivery from a real broker to receivers that fail, hang and come back. */
@Cluster
class DeliveryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String KEY = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private final Receiver receiver = new Receiver();
  private final Receiver other = new Receiver();
  private TestCluster cluster;
  private String topic;
  private String deadLetters;
  private RegistrySchemas schemas;
  private Producer<byte[], byte[]> producer;
  private int sent;

  @BeforeEach
  void open(TestCluster shared) {
    cluster = shared;
    topic = cluster.createTopic("alerts", 2);
    deadLetters = cluster.createTopic("dead-letters", 1);
    schemas = RegistrySchemas.of(cluster.settings());
    producer = producer();
  }

  @AfterEach
  void close() {
    producer.close();
    schemas.close();
    receiver.close();
    other.close();
  }

  private Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        cluster.settings(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private DeliverySettings settings(int attempts) {
    return DeliverySettings.read(
        """
        sinks:
          - {name: desk, type: webhook, url: "%s", secret: %s, allowPrivate: true, timeout: 2S,
             tags: [sea], retry: {attempts: %d, first: 0.05S, most: 0.2S}}
          - {name: chat, type: slack, url: "%s", allowPrivate: true}
        """
            .formatted(receiver.uri(), KEY, attempts, other.uri()),
        name -> null,
        text -> Duration.parse("PT" + text),
        "test/1");
  }

  /** Starts to deliver, and waits until what comes from now on will be. */
  private Delivery start(int attempts) {
    Map<String, Object> consumer = new HashMap<>(cluster.settings());
    consumer.put("session.timeout.ms", 6_000);
    Delivery delivery =
        Delivery.start(
            settings(attempts),
            new Delivery.Source(topic, deadLetters, cluster.name("app"), consumer),
            producer(),
            schemas);
    await().atMost(PATIENCE).until(() -> committed("desk") == 2 && committed("chat") == 2);
    return delivery;
  }

  /** Partitions for which a sink's group has an offset. */
  private int committed(String sink) throws Exception {
    try (Admin admin = Admin.create(cluster.settings())) {
      return admin
          .listConsumerGroupOffsets(cluster.name("app") + "-deliver-" + sink)
          .partitionsToOffsetAndMetadata()
          .get()
          .size();
    }
  }

  private void alert(String id, AlertState state) {
    Alert alert =
        Alert.newBuilder()
            .setAlertId(id)
            .setRuleId("storms")
            .setRule(AlertRule.newBuilder().setId("storms").setTags(List.of("sea")).build())
            .setState(state)
            .build();
    byte[] value = new AvroSerializer<>(Alert.class, schemas).serialize(topic, alert);
    producer.send(
        new ProducerRecord<>(topic, sent++ % 2, "storms".getBytes(StandardCharsets.UTF_8), value));
    producer.flush();
  }

  private List<String> ids(Receiver of) {
    return of.requests().stream().map(request -> request.headers().get("webhook-id")).toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> letters() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            cluster.settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition only = new TopicPartition(deadLetters, 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = consumer.endOffsets(List.of(only)).get(only);
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      while (consumer.position(only) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
      }
      return letters;
    }
  }

  @Test
  void whileAnEndpointFailsAndHangsNobodyElseWaitsAndOnceItIsBackItGetsEverything() {
    try (Delivery delivery = start(1_000)) {
      receiver.answer(Receiver.status(500));
      alert("a1", AlertState.FIRED);
      alert("a2", AlertState.FIRED);
      alert("a1", AlertState.RETRACTED);
      await().atMost(PATIENCE).until(() -> other.requests().size() == 3);
      await().atMost(PATIENCE).until(() -> receiver.requests().size() >= 4);
      receiver.answer(receiver.hang());
      int before = receiver.requests().size();
      await().atMost(PATIENCE).until(() -> receiver.requests().size() > before + 1);
      alert("a3", AlertState.FIRED);
      await().atMost(PATIENCE).until(() -> other.requests().size() == 4);
      receiver.answer(Receiver.status(204));
      int back = receiver.requests().size();

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(ids(receiver).subList(back, receiver.requests().size()))
                      .contains(
                          "alert_a1_fired",
                          "alert_a2_fired",
                          "alert_a1_retracted",
                          "alert_a3_fired"));
      assertThat(delivery.counts()).containsEntry("desk.delivered", 4L);
      List<String> got = ids(receiver).subList(back, receiver.requests().size());
      assertThat(got.lastIndexOf("alert_a1_fired"))
          .as("order within a partition")
          .isLessThan(got.indexOf("alert_a1_retracted"));
      assertThat(letters()).isEmpty();
    }
  }

  @Test
  void eachTryIsSignedUnderTheSameId() {
    try (Delivery delivery = start(100)) {
      receiver.answer(Receiver.status(503));
      alert("a1", AlertState.FIRED);
      await().atMost(PATIENCE).until(() -> receiver.requests().size() >= 2);
      receiver.answer(Receiver.status(200));
      await().atMost(PATIENCE).until(() -> delivery.counts().containsKey("desk.delivered"));

      WebhookSignature signature = new WebhookSignature(List.of(KEY));
      assertThat(Set.copyOf(ids(receiver))).containsExactly("alert_a1_fired");
      assertThat(receiver.requests())
          .allSatisfy(
              request -> {
                long seconds = Long.parseLong(request.headers().get("webhook-timestamp"));
                byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
                assertThat(request.headers().get("webhook-signature"))
                    .isEqualTo(signature.sign("alert_a1_fired", seconds, body));
              });
    }
  }

  @Test
  void whatCannotBeDeliveredIsADeadLetterThatCanBeTriedAgain() throws Exception {
    try (Delivery delivery = start(3)) {
      receiver.answer(Receiver.status(500));
      alert("a1", AlertState.FIRED);
      await().atMost(PATIENCE).until(() -> letters().size() == 1);
      assertThat(delivery.counts()).containsEntry("desk.failed", 1L);
    }
    ConsumerRecord<byte[], byte[]> letter = letters().get(0);
    assertThat(Delivery.sinkOf(letter)).isEqualTo("desk");
    assertThat(Delivery.redeliver(settings(3), letter, schemas).delivered()).isFalse();
    receiver.answer(Receiver.status(204));
    assertThat(Delivery.redeliver(settings(3), letter, schemas).delivered()).isTrue();
    assertThat(ids(receiver)).containsOnly("alert_a1_fired").hasSize(5);
  }

  @Test
  void whatComesWhileDeliveryIsDownIsDeliveredOnceItIsUp() {
    try (Delivery delivery = start(3)) {
      alert("a1", AlertState.FIRED);
      await().atMost(PATIENCE).until(() -> delivery.counts().containsKey("desk.delivered"));
    }
    alert("a2", AlertState.FIRED);
    alert("a3", AlertState.FIRED);
    try (Delivery delivery = start(3)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(delivery.counts()).containsEntry("desk.delivered", 2L));
      assertThat(Set.copyOf(ids(receiver)))
          .containsExactlyInAnyOrder("alert_a1_fired", "alert_a2_fired", "alert_a3_fired");
    }
  }
}
