package dev.dateline.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends what was once sent to Confluent's registry, and compares the answers. The recording is not
 * part of the project: without it the test is skipped.
 */
class RecordedExchangesTest {

  private static final Path RECORDING =
      Path.of("../shared/data/registry/schema-registry-8.1.0.json");

  /** Where this registry means to answer otherwise. */
  private static final List<String> OTHERWISE = List.of("/schemas/types");

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() throws IOException {
    assumeTrue(Files.exists(RECORDING), RECORDING + " is not there");
    JsonNode exchanges = TestRegistry.JSON.readTree(RECORDING.toFile());
    TestRegistry registry = new TestRegistry();
    return StreamSupport.stream(exchanges.spliterator(), false)
        .filter(exchange -> !OTHERWISE.contains(exchange.path("path").asText()))
        .map(exchange -> DynamicTest.dynamicTest(name(exchange), () -> compare(registry, exchange)))
        .onClose(registry::close);
  }

  private static void compare(TestRegistry registry, JsonNode exchange) {
    TestRegistry.Answer answer =
        registry.send(
            exchange.path("method").asText(),
            exchange.path("path").asText(),
            exchange.path("request").isNull() ? null : exchange.path("request"));
    assertThat(answer.body()).isEqualTo(timeless(answer.body(), exchange.path("response")));
    assertThat(answer.status()).isEqualTo(exchange.path("status").asInt());
    if (!exchange.path("content_type").isNull()) {
      assertThat(answer.contentType()).isEqualTo(exchange.path("content_type").asText());
    }
  }

  /** The recorded answer with this run's time stamp, which is all that may differ. */
  private static JsonNode timeless(JsonNode now, JsonNode recorded) {
    JsonNode copy = recorded.deepCopy();
    if (copy instanceof ObjectNode object && object.has("ts")) {
      object.set("ts", now.path("ts"));
    }
    return copy;
  }

  private static String name(JsonNode exchange) {
    return exchange.path("method").asText() + " " + exchange.path("path").asText();
  }
}
