package dev.dateline.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/**
 * Prints any Avro record as JSON: fields by their names, in the schema's order and nesting.
 *
 * <p>Absent values are {@code null}; a union shows the value itself, without its type; timestamps
 * are RFC 3339 in UTC; enums their symbols; bytes Base64; numbers that JSON does not have (NaN,
 * infinity) {@code null}. This is meant to be read; it is not Avro's own JSON encoding and is not
 * read back.
 *
 * <p>Thread-safe.
 */
public final class AvroJson {

  private static final JsonFactory JSON =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private AvroJson() {}

  /** The record as one line of JSON. */
  public static String toJson(IndexedRecord record) {
    StringWriter out = new StringWriter();
    try {
      write(record, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * Writes a record as one line of JSON, without a line break at its end. Flushes nothing and
   * leaves the writer open.
   *
   * @throws IOException if the writer fails
   */
  public static void write(IndexedRecord record, Writer out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      write(record, json);
    }
  }

  /**
   * Writes a record as an object into JSON that is being written.
   *
   * @throws IOException if the generator fails
   */
  public static void write(IndexedRecord record, JsonGenerator json) throws IOException {
    json.writeStartObject();
    List<Schema.Field> fields = record.getSchema().getFields();
    for (int i = 0; i < fields.size(); i++) {
      Schema.Field field = fields.get(i);
      json.writeFieldName(field.name());
      writeValue(field.schema(), record.get(i), json);
    }
    json.writeEndObject();
  }

  private static void writeValue(Schema schema, Object value, JsonGenerator json)
      throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof CharSequence || value instanceof Enum<?>) {
      json.writeString(value.toString());
    } else if (value instanceof IndexedRecord record) {
      write(record, json);
    } else if (value instanceof Collection<?> items) {
      Schema of = branch(schema, value).getElementType();
      json.writeStartArray();
      for (Object item : items) {
        writeValue(of, item, json);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      Schema of = branch(schema, value).getValueType();
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        writeValue(of, entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Number number) {
      writeNumber(schema, number, json);
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      json.writeBinary(copy);
    } else if (value instanceof GenericFixed fixed) {
      json.writeBinary(fixed.bytes());
    } else {
      // java.time.Instant and LocalDate print as RFC 3339, UUID and symbols as themselves.
      json.writeString(value.toString());
    }
  }

  private static void writeNumber(Schema schema, Number number, JsonGenerator json)
      throws IOException {
    if (number instanceof Integer value) {
      json.writeNumber(value);
    } else if (number instanceof Long value) {
      LogicalType type = branch(schema, number).getLogicalType();
      if (type instanceof LogicalTypes.TimestampMillis) {
        json.writeString(Instant.ofEpochMilli(value).toString());
      } else {
        json.writeNumber(value);
      }
    } else if (number instanceof BigDecimal value) {
      json.writeNumber(value);
    } else if (!Double.isFinite(number.doubleValue())) {
      json.writeNull();
    } else if (number instanceof Float value) {
      json.writeNumber(value);
    } else {
      json.writeNumber(number.doubleValue());
    }
  }

  /** The schema of a value within a union; the schema itself where there is none. */
  private static Schema branch(Schema schema, Object value) {
    if (!schema.isUnion()) {
      return schema;
    }
    List<Schema> types = schema.getTypes();
    if (types.size() == 2) {
      if (types.get(0).getType() == Schema.Type.NULL) {
        return types.get(1);
      }
      if (types.get(1).getType() == Schema.Type.NULL) {
        return types.get(0);
      }
    }
    return types.get(GenericData.get().resolveUnion(schema, value));
  }
}
