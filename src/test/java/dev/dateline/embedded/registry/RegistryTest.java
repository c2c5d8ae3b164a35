package dev.dateline.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.embedded.registry.TestRegistry.Answer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTest {

  private static final String V1 = record("{\"name\":\"id\",\"type\":\"string\"}");
  private static final String WITH_OPTIONAL =
      record(
          "{\"name\":\"id\",\"type\":\"string\"},"
              + "{\"name\":\"place\",\"type\":[\"null\",\"string\"],\"default\":null}");
  private static final String WITH_REQUIRED =
      record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"place\",\"type\":\"string\"}");
  private static final String WITHOUT_ID =
      record("{\"name\":\"place\",\"type\":[\"null\",\"string\"],\"default\":null}");

  private final TestRegistry registry = new TestRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void givesTheSameContentTheSameIdUnderEverySubject() {
    assertThat(id(registry.register("a", V1))).isEqualTo(1);
    assertThat(id(registry.register("b", V1.replace(":", ": ")))).isEqualTo(1);
    assertThat(id(registry.register("a", WITH_OPTIONAL))).isEqualTo(2);
    assertThat(registry.get("/subjects/a/versions").body()).hasToString("[1,2]");
    assertThat(registry.get("/schemas/ids/1/subjects").body()).hasToString("[\"a\",\"b\"]");
  }

  @Test
  void registersASoftlyDeletedSchemaAnewUnderItsOldId() {
    registry.register("a", V1);
    registry.send("DELETE", "/subjects/a", null);
    Answer again = registry.register("a", V1);
    assertThat(id(again)).isEqualTo(1);
    assertThat(again.body().path("version").asInt()).isEqualTo(2);
    assertThat(registry.get("/subjects/a/versions?deletedOnly=true").body()).hasToString("[1]");
  }

  @Test
  void stillFindsASoftlyDeletedSchemaById() {
    registry.register("a", V1);
    registry.send("DELETE", "/subjects/a", null);
    assertThat(registry.get("/schemas/ids/1").status()).isEqualTo(200);
    registry.send("DELETE", "/subjects/a?permanent=true", null);
    assertThat(registry.get("/schemas/ids/1").body().path("error_code").asInt()).isEqualTo(40403);
  }

  @ParameterizedTest
  @CsvSource({
    // What a level says of a required field more, an optional one more, a required one less.
    "NONE, true, true, true",
    "BACKWARD, false, true, true",
    "FORWARD, true, true, false",
    "FULL, false, true, false",
    "BACKWARD_TRANSITIVE, false, true, true",
    "FORWARD_TRANSITIVE, true, true, false",
    "FULL_TRANSITIVE, false, true, false"
  })
  void judgesByLevel(String level, boolean required, boolean optional, boolean less) {
    registry.register("a", V1);
    registry.send("PUT", "/config/a", Map.of("compatibility", level.toLowerCase(Locale.ROOT)));
    assertThat(isCompatible(WITH_REQUIRED)).isEqualTo(required);
    assertThat(isCompatible(WITH_OPTIONAL)).isEqualTo(optional);
    assertThat(isCompatible(WITHOUT_ID)).isEqualTo(less);
    assertThat(registry.register("a", WITH_REQUIRED).status()).isEqualTo(required ? 200 : 409);
  }

  @Test
  void judgesAgainstAllVersionsOnlyWhenTransitive() {
    registry.send("PUT", "/config", Map.of("compatibility", "NONE"));
    registry.register("a", WITH_REQUIRED);
    registry.register("a", WITHOUT_ID);
    registry.send("PUT", "/config", Map.of("compatibility", "FORWARD"));
    assertThat(isCompatible(V1)).isTrue();
    registry.send("PUT", "/config", Map.of("compatibility", "FORWARD_TRANSITIVE"));
    assertThat(isCompatible(V1)).isFalse();
    assertThat(
            registry
                .send(
                    "POST", "/compatibility/subjects/a/versions?verbose=true", Map.of("schema", V1))
                .body()
                .path("messages")
                .get(1)
                .asText())
        .isEqualTo("{oldSchemaVersion: 1}");
  }

  @Test
  void forgetsTheLevelOfASubjectThatIsGone() {
    registry.register("a", V1);
    registry.send("PUT", "/config/a", Map.of("compatibility", "FULL"));
    registry.send("DELETE", "/subjects/a", null);
    assertThat(registry.get("/config/a").body().path("error_code").asInt()).isEqualTo(40408);
  }

  @Test
  void deletesTheLatestVersionByName() {
    registry.register("a", V1);
    registry.register("a", WITH_OPTIONAL);
    assertThat(registry.send("DELETE", "/subjects/a/versions/latest", null).body())
        .hasToString("2");
    assertThat(registry.get("/subjects/a/versions/latest").body().path("version").asInt())
        .isEqualTo(1);
    assertThat(registry.send("DELETE", "/subjects/a/versions/2", null).body().path("error_code"))
        .hasToString("40406");
    assertThat(registry.send("DELETE", "/subjects/a/versions/2?permanent=true", null).body())
        .hasToString("2");
    assertThat(registry.get("/subjects/a/versions?deleted=true").body()).hasToString("[1]");
    assertThat(
            registry.send("DELETE", "/subjects/a?permanent=true", null).body().path("error_code"))
        .hasToString("40405");
  }

  @Test
  void refusesAReferenceThatLeadsNowhere() {
    Answer answer =
        registry.send(
            "POST",
            "/subjects/a/versions",
            "{\"schema\":\"{\\\"type\\\":\\\"array\\\",\\\"items\\\":\\\"news.Lead\\\"}\","
                + "\"references\":[{\"name\":\"news.Lead\",\"subject\":\"lead\",\"version\":1}]}");
    assertThat(answer.body().path("error_code").asInt()).isEqualTo(42201);
    assertThat(answer.body().path("message").asText()).contains("subject \"lead\" and version 1");
  }

  @Test
  void takesAvroOnly() {
    assertThat(registry.get("/schemas/types").body()).hasToString("[\"AVRO\"]");
    Answer answer =
        registry.send(
            "POST",
            "/subjects/a/versions",
            Map.of("schema", "syntax = \"proto3\";", "schemaType", "PROTOBUF"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("message").asText()).contains("of type PROTOBUF");
  }

  @Test
  void answersNonsenseWithAnError() {
    assertThat(registry.send("POST", "/subjects/a/versions", "{").status()).isEqualTo(400);
    assertThat(registry.send("POST", "/subjects/a/versions", "[]").status()).isEqualTo(400);
    assertThat(registry.send("PATCH", "/subjects", null).status()).isEqualTo(405);
    assertThat(registry.get("/schemas/ids/one").status()).isEqualTo(404);
    assertThat(registry.get("/subjects/a/versions/0").status()).isEqualTo(422);
  }

  @Test
  void listsSchemas() {
    registry.register("news.a-value", V1);
    registry.register("news.a-value", WITH_OPTIONAL);
    registry.register("other", V1);
    assertThat(registry.get("/schemas").body()).hasSize(3);
    JsonNode latest = registry.get("/schemas?subjectPrefix=news.&latestOnly=true").body();
    assertThat(latest).hasSize(1);
    assertThat(latest.get(0).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void isWhatItsLogSays() {
    registry.register("a", V1);
    registry.register("a", WITH_OPTIONAL);
    registry.register("b", V1);
    registry.send("PUT", "/config", Map.of("compatibility", "FULL"));
    registry.send("PUT", "/config/a", Map.of("compatibility", "NONE"));
    registry.send("DELETE", "/subjects/a/versions/1", null);
    registry.send("DELETE", "/subjects/b", null);
    registry.send("DELETE", "/subjects/b?permanent=true", null);

    RegistryStore replayed = registry.replay();

    assertThat(replayed.all()).isEqualTo(registry.store().all());
    assertThat(replayed.globalLevel()).isEqualTo(Compatibility.FULL);
    assertThat(replayed.level("a")).contains(Compatibility.NONE);
    assertThat(replayed.of("b")).isEmpty();
    assertThat(replayed.maxId()).isEqualTo(2);
  }

  private boolean isCompatible(String schema) {
    return registry
        .send("POST", "/compatibility/subjects/a/versions", Map.of("schema", schema))
        .body()
        .path("is_compatible")
        .asBoolean();
  }

  private static int id(Answer answer) {
    return answer.body().path("id").asInt();
  }

  private static String record(String fields) {
    return "{\"type\":\"record\",\"name\":\"Brief\",\"fields\":[" + fields + "]}";
  }
}
