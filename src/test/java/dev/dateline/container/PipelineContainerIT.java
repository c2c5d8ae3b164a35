package dev.dateline.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The packaged jar against Kafka and the schema registry as others ship them. */
class PipelineContainerIT {

  private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.3.1");
  private static final DockerImageName REGISTRY =
      DockerImageName.parse("confluentinc/cp-schema-registry:8.1.0");
  private static final int REGISTRY_PORT = 8081;

  private static final String ITEM =
      """
      Ferry service to Lantry resumes

      LANTRY, /VELPRESS/. Ferries to Duskara are running again after the new sanctions on fuel.

      “We sailed at six, with a full moon and an empty deck,” Captain Obed Farrell said.
      """;

  @TempDir private static Path folder;

  private static Network network;
  private static KafkaContainer kafka;
  private static GenericContainer<?> registry;
  private static Dateline dateline;
  private static Process running;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "skipped: no Docker engine answers, so there is no container to test against");
    network = Network.newNetwork();
    kafka =
        new KafkaContainer(KAFKA)
            .withNetwork(network)
            .withListener("kafka:19092")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    kafka.start();
    registry =
        new GenericContainer<>(REGISTRY)
            .withNetwork(network)
            .withExposedPorts(REGISTRY_PORT)
            .withEnv("SCHEMA_REGISTRY_HOST_NAME", "schema-registry")
            .withEnv("SCHEMA_REGISTRY_LISTENERS", "http://0.0.0.0:" + REGISTRY_PORT)
            .withEnv("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", "PLAINTEXT://kafka:19092")
            .waitingFor(Wait.forHttp("/subjects").forStatusCode(200));
    registry.start();
    dateline =
        new Dateline(
            folder,
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.getBootstrapServers(),
                "KAFKA_SCHEMA_REGISTRY_URL", registryUrl(),
                "KAFKA_STATE_DIR", folder.resolve("state").toString(),
                "DATELINE_PARTITIONS", "2",
                "DATELINE_HTTP_PORT", "0"));
    dateline.run("topics", "create");
    dateline.run("rules", "add", "sanctions", "sanctions");
    running = dateline.start("run");
  }

  @AfterAll
  static void stop() throws Exception {
    if (running != null) {
      running.destroy();
      assertThat(running.waitFor(60, TimeUnit.SECONDS)).as("run stops when told to").isTrue();
    }
    if (registry != null) {
      registry.stop();
    }
    if (kafka != null) {
      kafka.stop();
    }
    if (network != null) {
      network.close();
    }
  }

  @Test
  void findsTheQuoteOfAPublishedFile() throws Exception {
    Path file = Files.writeString(folder.resolve("ferry.txt"), ITEM);
    dateline.run("publish", "--source", "velpress", file.toString());

    assertThat(subscribe("quotes", "velpress"))
        .contains("We sailed at six, with a full moon and an empty deck")
        .contains("Obed Farrell");
  }

  @Test
  void alertsOnPlainBytes() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.getBootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> item =
          new ProducerRecord<>("news.raw", ITEM.replace("six", "seven").getBytes(UTF_8));
      item.headers().add("source", "plain".getBytes(UTF_8));
      item.headers().add("content-type", "text/plain; charset=utf-8".getBytes(UTF_8));
      producer.send(item).get(30, TimeUnit.SECONDS);
    }

    assertThat(subscribe("alerts", "plain")).contains("sanctions").contains("FIRED");
  }

  @Test
  void registersItsSchemasFullyCompatible() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(get("/subjects")).contains("\"news.quotes-value\"");
              assertThat(get("/config/news.quotes-value")).contains("FULL_TRANSITIVE");
            });
  }

  private static String subscribe(String what, String source)
      throws IOException, InterruptedException {
    return dateline.run(
        "subscribe",
        what,
        "--source",
        source,
        "--from-beginning",
        "--max-messages",
        "1",
        "--timeout-ms",
        "90000",
        "--format",
        "json");
  }

  private static String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(registryUrl() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8)).body();
  }

  private static String registryUrl() {
    return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT);
  }
}
