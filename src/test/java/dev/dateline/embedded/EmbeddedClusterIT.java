package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.embedded.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterIT {

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void findsItsSchemasAgain(@TempDir Path directory) throws Exception {
    int kafkaPort;
    int registryPort;
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory, 0, 0)) {
      kafkaPort = cluster.kafka().port();
      registryPort = cluster.registry().port();
      assertThat(register(cluster.registryUrl(), "brief-value", "string")).contains("\"id\":1");
      assertThat(register(cluster.registryUrl(), "gone-value", "bytes")).contains("\"id\":2");
      send("DELETE", cluster.registryUrl() + "/subjects/gone-value", null);
      send("DELETE", cluster.registryUrl() + "/subjects/gone-value?permanent=true", null);
      send("PUT", cluster.registryUrl() + "/config", "{\"compatibility\":\"FULL_TRANSITIVE\"}");
    }
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory, kafkaPort, registryPort)) {
      assertThat(cluster.registryUrl()).isEqualTo("http://127.0.0.1:" + registryPort);
      String url = cluster.registryUrl();
      assertThat(send("GET", url + "/subjects", null)).isEqualTo("[\"brief-value\"]");
      assertThat(send("GET", url + "/schemas/ids/1/schema", null)).isEqualTo("\"string\"");
      assertThat(send("GET", url + "/config", null)).contains("FULL_TRANSITIVE");
      // An id that was once given away is not given again to something else.
      assertThat(register(url, "new-value", "long")).contains("\"id\":3");
    }
  }

  @Test
  void keepsItsSchemasWhenOnlyTheRegistryRestarts() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      int port;
      try (EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers(), 0)) {
        port = registry.port();
        register(registry.url(), "brief-value", "string");
      }
      try (EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers(), port)) {
        assertThat(send("GET", registry.url() + "/subjects", null)).isEqualTo("[\"brief-value\"]");
      }
    }
  }

  @Test
  void givesEachSchemaOneIdHoweverManyAskAtOnce() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start()) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
          String subject = "s" + i % 16 + "-value";
          String type = i % 2 == 0 ? "string" : "bytes";
          calls.add(() -> register(cluster.registryUrl(), subject, type));
        }
        for (Future<String> answer : threads.invokeAll(calls)) {
          assertThat(answer.get()).contains("\"version\":1");
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(send("GET", cluster.registryUrl() + "/schemas/ids/3", null)).contains("40403");
    }
  }

  @Test
  void refusesARegistryPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedCluster.start(EmbeddedKafka.builder(), port))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Cannot listen on 127.0.0.1:" + port);
    }
  }

  private String register(String url, String subject, String type) throws Exception {
    return send(
        "POST",
        url + "/subjects/" + subject + "/versions",
        "{\"schema\":\"\\\"" + type + "\\\"\"}");
  }

  private String send(String method, String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
