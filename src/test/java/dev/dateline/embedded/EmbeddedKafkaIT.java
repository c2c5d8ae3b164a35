package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  @Test
  void carriesATransactionToAGroup() throws Exception {
    Path directory;
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      directory = kafka.directory();
      createTopic(kafka, "wire", 1);

      try (Producer<String, String> producer = producer(kafka, Map.of("transactional.id", "t"))) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("wire", "a", "dropped")).get();
        producer.abortTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("wire", "a", "kept")).get();
        producer.commitTransaction();
      }

      assertThat(read(kafka, "wire", 1)).containsExactly("kept");
      assertThat(kafka.fault()).isEmpty();
    }
    assertThat(directory).as("temporary directory").doesNotExist();
  }

  @Test
  void keepsItsDataInAGivenDirectory(@TempDir Path directory) throws Exception {
    int port;
    try (EmbeddedKafka kafka = EmbeddedKafka.builder().directory(directory).start()) {
      port = kafka.port();
      createTopic(kafka, "wire", 1);
      send(kafka, "wire", "first");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.builder().directory(directory).port(port).start()) {
      assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      send(kafka, "wire", "second");
      assertThat(read(kafka, "wire", 2)).containsExactly("first", "second");
    }
    assertThat(directory).exists();
  }

  @Test
  void replicatesAcrossSeveralNodes() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.builder().nodes(3).start()) {
      assertThat(kafka.bootstrapServers().split(",")).hasSize(3);
      createTopic(kafka, "wire", 3);
      send(kafka, "wire", "everywhere");
      assertThat(read(kafka, "wire", 1)).containsExactly("everywhere");
    }
  }

  @Test
  void createsNoTopicUnasked() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("absent")).allTopicNames().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void refusesAPortThatIsTaken(@TempDir Path directory) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedKafka.Builder kafka =
          EmbeddedKafka.builder().directory(directory).port(taken.getLocalPort());
      assertThatThrownBy(kafka::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("Cannot listen on")
          .hasMessageContaining(":" + taken.getLocalPort());
    }
  }

  @Test
  void outlivesTheLossOfItsDisk(@TempDir Path directory) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.builder().directory(directory).start()) {
      createTopic(kafka, "wire", 1);
      send(kafka, "wire", "first");
      // What would end a broker that runs by itself: it loses its only log directory.
      try (var files = Files.walk(directory.resolve("node-1"))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic("more", 1, (short) 1)));
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(kafka.fault()).isPresent());
      }
    }
  }

  private static void createTopic(EmbeddedKafka kafka, String topic, int replicas)
      throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, 1, (short) replicas)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static Producer<String, String> producer(
      EmbeddedKafka kafka, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("bootstrap.servers", kafka.bootstrapServers());
    return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
  }

  private static void send(EmbeddedKafka kafka, String topic, String value) throws Exception {
    try (Producer<String, String> producer = producer(kafka, Map.of("acks", "all"))) {
      producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> read(EmbeddedKafka kafka, String topic, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "group.id", "readers",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    List<String> values = new ArrayList<>();
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                  values.add(found.value());
                }
                return values.size() >= count;
              });
    }
    return values;
  }
}
