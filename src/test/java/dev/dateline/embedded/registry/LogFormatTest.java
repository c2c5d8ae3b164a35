package dev.dateline.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The format is Confluent's: what is written here is read by its registry, and the reverse. */
class LogFormatTest {

  private static final StoredSchema SCHEMA =
      new StoredSchema(
          "a-value",
          2,
          7,
          List.of(new SchemaReference("news.Lead", "lead", 1)),
          "\"string\"",
          false,
          123);

  @Test
  void writesKeysAndValuesAsConfluentDoes() {
    assertWritten(
        new LogEntry.PutSchema(SCHEMA),
        "{\"keytype\":\"SCHEMA\",\"subject\":\"a-value\",\"version\":2,\"magic\":1}",
        "{\"subject\":\"a-value\",\"version\":2,\"id\":7,\"guid\":\""
            + SCHEMA.guid()
            + "\","
            + "\"references\":[{\"name\":\"news.Lead\",\"subject\":\"lead\",\"version\":1}],"
            + "\"schema\":\"\\\"string\\\"\",\"deleted\":false}");
    assertWritten(
        new LogEntry.DropSchema("a-value", 2),
        "{\"keytype\":\"SCHEMA\",\"subject\":\"a-value\",\"version\":2,\"magic\":1}",
        null);
    assertWritten(
        new LogEntry.DeleteSubject("a-value", 2),
        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"a-value\",\"magic\":0}",
        "{\"subject\":\"a-value\",\"version\":2}");
    assertWritten(
        new LogEntry.ClearSubject("a-value"),
        "{\"keytype\":\"CLEAR_SUBJECT\",\"subject\":\"a-value\",\"magic\":0}",
        "{\"subject\":\"a-value\"}");
    assertWritten(
        new LogEntry.PutConfig(null, Compatibility.FULL),
        "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
        "{\"compatibilityLevel\":\"FULL\"}");
    assertWritten(
        new LogEntry.DropConfig("a-value"),
        "{\"keytype\":\"CONFIG\",\"subject\":\"a-value\",\"magic\":0}",
        null);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    for (LogEntry entry :
        List.of(
            new LogEntry.PutSchema(SCHEMA),
            new LogEntry.DropSchema("a", 3),
            new LogEntry.DeleteSubject("a", 3),
            new LogEntry.ClearSubject("a"),
            new LogEntry.PutConfig("a", Compatibility.NONE),
            new LogEntry.DropConfig(null))) {
      assertThat(LogFormat.parse(LogFormat.key(entry), LogFormat.value(entry), 123))
          .contains(entry);
    }
  }

  @Test
  void skipsWhatOtherRegistriesWriteBesides() throws IOException {
    assertThat(parse("{\"keytype\":\"NOOP\",\"magic\":0}", null)).isEmpty();
    assertThat(
            parse(
                "{\"keytype\":\"MODE\",\"subject\":null,\"magic\":0}", "{\"mode\":\"READWRITE\"}"))
        .isEmpty();
    assertThat(
            parse(
                "{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":1,\"magic\":1}",
                "{\"subject\":\"p\",\"version\":1,\"id\":1,\"schemaType\":\"PROTOBUF\",\"schema\":\"\"}"))
        .isEmpty();
    assertThat(parse("{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"p\",\"magic\":0}", null))
        .isEmpty();
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThatThrownBy(() -> parse("not json", null)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> LogFormat.parse(null, null, 0)).isInstanceOf(IOException.class);
  }

  private static void assertWritten(LogEntry entry, String key, String value) {
    assertThat(new String(LogFormat.key(entry), StandardCharsets.UTF_8)).isEqualTo(key);
    byte[] bytes = LogFormat.value(entry);
    assertThat(bytes == null ? null : new String(bytes, StandardCharsets.UTF_8)).isEqualTo(value);
  }

  private static Optional<LogEntry> parse(String key, String value) throws IOException {
    return LogFormat.parse(
        key.getBytes(StandardCharsets.UTF_8),
        value == null ? null : value.getBytes(StandardCharsets.UTF_8),
        0);
  }
}
