package dev.dateline.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.embedded.registry.EmbeddedRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Confluent's registry goes on where the embedded one stopped: it reads the same topic. */
class RegistryTakeoverContainerIT {

  private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.3.1");
  private static final DockerImageName REGISTRY =
      DockerImageName.parse("confluentinc/cp-schema-registry:8.1.0");
  private static final int REGISTRY_PORT = 8081;

  private static final List<String> QUESTIONS =
      List.of(
          "/subjects",
          "/subjects?deleted=true",
          "/subjects/brief-value/versions",
          "/subjects/story-value/versions/1/schema",
          "/subjects/lead-value/versions/1/referencedby",
          "/schemas/ids/1/schema",
          "/schemas/ids/1/versions",
          "/config",
          "/config/brief-value");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void isTakenOverByConfluents() throws Exception {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "skipped: no Docker engine answers, so there is no container to test against");
    try (Network network = Network.newNetwork();
        KafkaContainer kafka =
            new KafkaContainer(KAFKA).withNetwork(network).withListener("kafka:19092");
        GenericContainer<?> confluents =
            new GenericContainer<>(REGISTRY)
                .withNetwork(network)
                .withExposedPorts(REGISTRY_PORT)
                .withEnv("SCHEMA_REGISTRY_HOST_NAME", "schema-registry")
                .withEnv("SCHEMA_REGISTRY_LISTENERS", "http://0.0.0.0:" + REGISTRY_PORT)
                .withEnv("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", "PLAINTEXT://kafka:19092")
                .waitingFor(Wait.forHttp("/subjects").forStatusCode(200))) {
      kafka.start();
      List<String> before;
      try (EmbeddedRegistry ours = EmbeddedRegistry.start(kafka.getBootstrapServers(), 0)) {
        fill(ours.url());
        before = answers(ours.url());
      }
      confluents.start();
      String theirs =
          "http://" + confluents.getHost() + ":" + confluents.getMappedPort(REGISTRY_PORT);
      assertThat(answers(theirs)).isEqualTo(before);
      // And it counts on from the same ids.
      assertThat(register(theirs, "later-value", "\"double\"", "")).contains("\"id\":5");
    }
  }

  private void fill(String url) throws Exception {
    String lead =
        "{\"type\":\"record\",\"name\":\"Lead\",\"namespace\":\"news\",\"fields\":"
            + "[{\"name\":\"id\",\"type\":\"string\"}]}";
    String story =
        "{\"type\":\"record\",\"name\":\"Story\",\"namespace\":\"news\",\"fields\":"
            + "[{\"name\":\"lead\",\"type\":\"news.Lead\"}]}";
    register(url, "lead-value", lead, "");
    register(
        url,
        "story-value",
        story,
        ",\"references\":[{\"name\":\"news.Lead\",\"subject\":\"lead-value\",\"version\":1}]");
    register(url, "brief-value", "\"string\"", "");
    register(url, "gone-value", "\"bytes\"", "");
    send("DELETE", url + "/subjects/gone-value", null);
    send("PUT", url + "/config", "{\"compatibility\":\"FULL\"}");
    send("PUT", url + "/config/brief-value", "{\"compatibility\":\"FULL_TRANSITIVE\"}");
  }

  private List<String> answers(String url) throws Exception {
    List<String> answers = new ArrayList<>();
    for (String question : QUESTIONS) {
      answers.add(question + " " + send("GET", url + question, null));
    }
    return answers;
  }

  private String register(String url, String subject, String schema, String more) throws Exception {
    String quoted = "\"" + schema.replace("\"", "\\\"") + "\"";
    return send(
        "POST", url + "/subjects/" + subject + "/versions", "{\"schema\":" + quoted + more + "}");
  }

  private String send(String method, String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
