package dev.dateline.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Confluent's format of the records in the schemas topic: JSON keys and values. */
final class LogFormat {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String KEYTYPE = "keytype";
  private static final String SUBJECT = "subject";
  private static final String VERSION = "version";
  private static final String LEVEL = "compatibilityLevel";
  private static final String AVRO = "AVRO";

  private LogFormat() {}

  static byte[] key(LogEntry entry) {
    ObjectNode key = JSON.createObjectNode();
    if (entry instanceof LogEntry.PutSchema put) {
      schemaKey(key, put.schema().subject(), put.schema().version());
    } else if (entry instanceof LogEntry.DropSchema drop) {
      schemaKey(key, drop.subject(), drop.version());
    } else if (entry instanceof LogEntry.DeleteSubject delete) {
      key.put(KEYTYPE, "DELETE_SUBJECT").put(SUBJECT, delete.subject()).put("magic", 0);
    } else if (entry instanceof LogEntry.ClearSubject clear) {
      key.put(KEYTYPE, "CLEAR_SUBJECT").put(SUBJECT, clear.subject()).put("magic", 0);
    } else if (entry instanceof LogEntry.PutConfig put) {
      key.put(KEYTYPE, "CONFIG").put(SUBJECT, put.subject()).put("magic", 0);
    } else if (entry instanceof LogEntry.DropConfig drop) {
      key.put(KEYTYPE, "CONFIG").put(SUBJECT, drop.subject()).put("magic", 0);
    }
    return bytes(key);
  }

  /** The value of an entry; null for a tombstone. */
  static byte[] value(LogEntry entry) {
    ObjectNode value = JSON.createObjectNode();
    if (entry instanceof LogEntry.PutSchema put) {
      StoredSchema schema = put.schema();
      value.put(SUBJECT, schema.subject()).put(VERSION, schema.version()).put("id", schema.id());
      value.put("guid", schema.guid());
      if (!schema.references().isEmpty()) {
        value.set("references", references(schema.references()));
      }
      value.put("schema", schema.schema()).put("deleted", schema.deleted());
      return bytes(value);
    }
    if (entry instanceof LogEntry.DeleteSubject delete) {
      return bytes(value.put(SUBJECT, delete.subject()).put(VERSION, delete.upTo()));
    }
    if (entry instanceof LogEntry.ClearSubject clear) {
      return bytes(value.put(SUBJECT, clear.subject()));
    }
    if (entry instanceof LogEntry.PutConfig put) {
      return bytes(value.put(LEVEL, put.level().name()));
    }
    return null;
  }

  /**
   * Reads a record.
   *
   * @return what it says; empty for what this registry knows nothing of, such as modes
   * @throws IOException if it is not in this format
   */
  static Optional<LogEntry> parse(byte[] key, byte[] value, long timestamp) throws IOException {
    if (key == null) {
      throw new IOException("A record without a key");
    }
    JsonNode about = JSON.readTree(key);
    JsonNode says = value == null ? null : JSON.readTree(value);
    String subject = about.path(SUBJECT).textValue();
    return switch (about.path(KEYTYPE).asText()) {
      case "SCHEMA" -> schema(about, says, timestamp);
      case "CONFIG" ->
          Optional.of(
              says == null || says.path(LEVEL).isMissingNode() || says.path(LEVEL).isNull()
                  ? new LogEntry.DropConfig(subject)
                  : new LogEntry.PutConfig(
                      subject, Compatibility.parse(says.path(LEVEL).asText()).orElseThrow()));
      case "DELETE_SUBJECT" ->
          Optional.ofNullable(says)
              .map(v -> new LogEntry.DeleteSubject(subject, v.path(VERSION).asInt()));
      case "CLEAR_SUBJECT" ->
          Optional.ofNullable(says).map(v -> new LogEntry.ClearSubject(subject));
      default -> Optional.empty();
    };
  }

  static ArrayNode references(List<SchemaReference> references) {
    ArrayNode array = JSON.createArrayNode();
    for (SchemaReference reference : references) {
      array
          .addObject()
          .put("name", reference.name())
          .put(SUBJECT, reference.subject())
          .put(VERSION, reference.version());
    }
    return array;
  }

  static List<SchemaReference> references(JsonNode array) {
    List<SchemaReference> references = new ArrayList<>();
    for (JsonNode each : array) {
      references.add(
          new SchemaReference(
              each.path("name").asText(), each.path(SUBJECT).asText(), each.path(VERSION).asInt()));
    }
    return references;
  }

  private static Optional<LogEntry> schema(JsonNode key, JsonNode value, long timestamp) {
    String subject = key.path(SUBJECT).asText();
    int version = key.path(VERSION).asInt();
    if (value == null) {
      return Optional.of(new LogEntry.DropSchema(subject, version));
    }
    if (!AVRO.equals(value.path("schemaType").asText(AVRO))) {
      return Optional.empty();
    }
    return Optional.of(
        new LogEntry.PutSchema(
            new StoredSchema(
                subject,
                version,
                value.path("id").asInt(),
                references(value.path("references")),
                value.path("schema").asText(),
                value.path("deleted").asBoolean(),
                timestamp)));
  }

  private static void schemaKey(ObjectNode key, String subject, int version) {
    key.put(KEYTYPE, "SCHEMA").put(SUBJECT, subject).put(VERSION, version).put("magic", 1);
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
