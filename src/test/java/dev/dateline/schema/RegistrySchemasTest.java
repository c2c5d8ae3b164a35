package dev.dateline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.record.Quote;
import dev.dateline.record.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySchemasTest {

  private static final Schema SPAN = Span.getClassSchema();
  private static final String REGISTER = "POST /subjects/spans-value/versions";

  private FakeRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry = new FakeRegistry();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void asksOnceForEachSchemaAndEachId() {
    registry
        .answer(REGISTER, 200, "{\"id\":12}")
        .answer("GET /schemas/ids/12", 200, "{\"schema\":" + quoted(SPAN.toString()) + "}");
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThat(schemas.id("spans-value", SPAN)).isEqualTo(12);
      assertThat(schemas.id("spans-value", SPAN)).isEqualTo(12);
      assertThat(schemas.schema(12)).isEqualTo(SPAN);
      assertThat(schemas.schema(12)).isEqualTo(SPAN);
    }
    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void onceReadyWritesWhileTheRegistryIsAway() {
    registry
        .answer(REGISTER, 200, "{\"id\":12}")
        .answer(
            "GET /config/spans-value",
            404,
            "{\"error_code\":40408,\"message\":\"Subject does not have it configured\"}")
        .answer("PUT /config/spans-value", 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThat(schemas.prepare(Map.of("spans-value", SPAN), CompatibilityLevel.FULL_TRANSITIVE))
          .containsExactly(Map.entry("spans-value", 12));
      registry.close();
      byte[] bytes =
          AvroSerde.of(Span.class, schemas).serializer().serialize("spans", new Span(1, 2));
      assertThat(AvroFrame.schemaId(bytes)).isEqualTo(12);
    }
  }

  @Test
  void doesNotWriteACompatibilityThatIsSetAlready() {
    registry.answer("GET /config/spans-value", 200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
    try (RegistrySchemas schemas = open(Map.of())) {
      schemas.requireCompatibility("spans-value", CompatibilityLevel.FULL_TRANSITIVE);
    }
    assertThat(registry.requests()).noneMatch(request -> request.startsWith("PUT"));
  }

  @Test
  void registersNothingWhenToldNotTo() {
    registry.answer(
        "POST /subjects/spans-value",
        404,
        "{\"error_code\":40401,\"message\":\"Subject 'spans-value' not found.\"}");
    try (RegistrySchemas schemas = open(Map.of("auto.register.schemas", "false"))) {
      assertThatThrownBy(() -> schemas.id("spans-value", SPAN))
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining("dev.dateline.record.Span")
          .hasMessageContaining("subject spans-value")
          .hasMessageContaining("auto.register.schemas is off")
          .hasMessageContaining("'spans-value' not found");
      registry.answer("POST /subjects/spans-value", 200, "{\"id\":3,\"version\":1}");
      assertThat(schemas.id("spans-value", SPAN)).isEqualTo(3);
    }
    assertThat(registry.requests()).doesNotContain(REGISTER);
  }

  @ParameterizedTest
  @CsvSource({"409, 409", "422, 42201", "401, 401", "403, 40301", "404, 404"})
  void saysWhatTheRegistryRefused(int status, int code) {
    registry.answer(
        REGISTER, status, "{\"error_code\":" + code + ",\"message\":\"its own words\"}");
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThatThrownBy(() -> schemas.id("spans-value", SPAN))
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining(registry.url())
          .hasMessageContaining("spans-value")
          .hasMessageContaining("HTTP " + status)
          .hasMessageContaining("its own words");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408, 429})
  void takesServerTroubleForAbsence(int status) {
    registry.answer(REGISTER, status, "<html>upstream</html>");
    registry.answer("GET /schemas/ids/1", status, "<html>upstream</html>");
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThatThrownBy(() -> schemas.id("spans-value", SPAN))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("HTTP " + status);
      assertThatThrownBy(() -> schemas.schema(1)).isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void takesSilenceForAbsence() {
    registry.hang("GET /schemas/ids/1");
    try (RegistrySchemas schemas = open(Map.of("http.read.timeout.ms", 100))) {
      assertThatThrownBy(() -> schemas.schema(1))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("timed out");
    }
  }

  @Test
  void takesAClosedPortForAbsence() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    try (RegistrySchemas schemas = RegistrySchemas.of(Map.of("schema.registry.url", url))) {
      assertThatThrownBy(schemas::ping)
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining(url);
    }
  }

  @Test
  void blamesTheRecordForAnUnknownIdOnly() {
    registry.answer(
        "GET /schemas/ids/7", 404, "{\"error_code\":40403,\"message\":\"Schema 7 not found\"}");
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThatThrownBy(() -> schemas.schema(7))
          .isInstanceOf(UndecodableException.class)
          .hasMessageContaining("no schema with id 7");
      // Whatever answers 404 to everything is no registry.
      assertThatThrownBy(() -> schemas.schema(8))
          .isInstanceOf(RegistryRefusedException.class)
          .hasMessageContaining("schema.registry.url");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = 'proto3';\"}",
        "{\"schema\":\"{\\\"type\\\":\\\"recor\"}",
        "{\"schema\":\"{\\\"type\\\":\\\"news.Unknown\\\"}\"}"
      })
  void blamesTheRecordForASchemaThatIsNotAvro(String found) {
    registry.answer("GET /schemas/ids/7", 200, found);
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThatThrownBy(() -> schemas.schema(7))
          .isInstanceOf(UndecodableException.class)
          .hasMessageContaining("id 7");
    }
  }

  @Test
  void resolvesReferences() {
    registry
        .answer(
            "GET /schemas/ids/9",
            200,
            """
            {"schema":"{\\"type\\":\\"record\\",\\"name\\":\\"Story\\",\\"namespace\\":\\"news\\",\
            \\"fields\\":[{\\"name\\":\\"lead\\",\\"type\\":\\"Lead\\"}]}",\
            "references":[{"name":"news.Lead","subject":"lead","version":2}]}""")
        .answer(
            "GET /subjects/lead/versions/2",
            200,
            """
            {"subject":"lead","version":2,"id":8,"schema":"{\\"type\\":\\"record\\",\
            \\"name\\":\\"Lead\\",\\"namespace\\":\\"news\\",\\"fields\\":[]}"}""");
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThat(schemas.schema(9).getField("lead").schema().getFullName()).isEqualTo("news.Lead");
    }
  }

  @Test
  void triesTheNextAddressWhenOneIsDown() throws IOException {
    FakeRegistry second = new FakeRegistry().answer("GET /schemas/types", 200, "[\"AVRO\"]");
    registry.close();
    try (second;
        RegistrySchemas schemas =
            RegistrySchemas.of(
                Map.of("schema.registry.url", registry.url() + ", " + second.url()))) {
      schemas.ping();
    }
    assertThat(second.requests()).containsExactly("GET /schemas/types");
  }

  @Test
  void sendsCredentialsAndHeaders() {
    registry.answer("GET /schemas/types", 200, "[\"AVRO\"]");
    try (RegistrySchemas schemas =
        open(
            Map.of(
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "ada:lace",
                "request.header.X-Tenant", "news"))) {
      schemas.ping();
    }
    assertThat(registry.lastHeader("Authorization")).isEqualTo("Basic YWRhOmxhY2U=");
    assertThat(registry.lastHeader("X-tenant")).isEqualTo("news");
  }

  @Test
  void sendsABearerToken() {
    registry.answer("GET /schemas/types", 200, "[\"AVRO\"]");
    try (RegistrySchemas schemas =
        open(
            Map.of(
                "bearer.auth.credentials.source", "STATIC_TOKEN",
                "bearer.auth.token", "t0ken"))) {
      schemas.ping();
    }
    assertThat(registry.lastHeader("Authorization")).isEqualTo("Bearer t0ken");
  }

  @Test
  void readsRecordsThatARegistryDescribes() {
    registry.answer(
        "GET /schemas/ids/12",
        200,
        "{\"schema\":" + quoted(Quote.getClassSchema().toString()) + "}");
    InMemorySchemas elsewhere = new InMemorySchemas();
    for (int i = 1; i < 12; i++) {
      elsewhere.id("filler", Schema.createFixed("f" + i, null, "news", i));
    }
    byte[] bytes =
        AvroSerde.of(Quote.class, elsewhere).serializer().serialize("q", AvroSerdeTest.quote());
    try (RegistrySchemas schemas = open(Map.of())) {
      assertThat(AvroSerde.of(Quote.class, schemas).deserializer().deserialize("q", bytes))
          .isEqualTo(AvroSerdeTest.quote());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8081", "ftp://registry", "http://", " ", "http://a b"})
  void refusesAddressesThatAreNone(String url) {
    assertThatThrownBy(() -> RegistrySchemas.of(Map.of("schema.registry.url", url)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url");
  }

  @Test
  void refusesSettingsThatContradictEachOther() {
    assertThatThrownBy(
            () ->
                open(
                    Map.of(
                        "basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "a:b",
                        "bearer.auth.credentials.source", "STATIC_TOKEN",
                        "bearer.auth.token", "t")))
        .isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> open(Map.of("auto.register.schemas", "perhaps")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("auto.register.schemas");
  }

  @Test
  void keepsCredentialsOutOfWhatItSays() {
    String url = registry.url().replace("http://", "http://ada:lace@");
    try (RegistrySchemas schemas = RegistrySchemas.of(Map.of("schema.registry.url", url))) {
      assertThat(schemas.address()).isEqualTo(registry.url());
      assertThatThrownBy(schemas::ping).hasMessageNotContaining("lace");
    }
  }

  private RegistrySchemas open(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("schema.registry.url", registry.url());
    return RegistrySchemas.of(all);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
