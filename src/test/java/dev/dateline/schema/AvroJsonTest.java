package dev.dateline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.record.RawArticle;
import dev.dateline.record.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class AvroJsonTest {

  @Test
  void printsFieldsByNameInOrderOnOneLine() {
    assertThat(AvroJson.toJson(new Span(3, 9))).isEqualTo("{\"start\":3,\"end\":9}");
  }

  @Test
  void nestsAndShowsWhatIsAbsentAsNull() throws IOException {
    JsonNode json = new ObjectMapper().readTree(AvroJson.toJson(AvroSerdeTest.quote()));
    assertThat(json.get("kind").textValue()).isEqualTo("DIRECT");
    assertThat(json.get("text").textValue()).isEqualTo("We will rebuild the quay — all of it.");
    assertThat(json.at("/spans/1/start").intValue()).isEqualTo(155);
    assertThat(json.at("/item/published").textValue()).isEqualTo("2026-03-04T05:06:07Z");
    assertThat(json.get("confidence").doubleValue()).isEqualTo(0.875);
    assertThat(json.has("speaker")).isTrue();
    assertThat(json.get("speaker").isNull()).isTrue();
    assertThat(json.get("jointWith").isArray()).isTrue();
  }

  @Test
  void printsBytesAsBase64AndMapsAsObjects() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap("xx<item/>".getBytes(StandardCharsets.UTF_8));
    bytes.position(2);
    RawArticle raw =
        RawArticle.newBuilder()
            .setBytes(bytes)
            .setSource("agency")
            .setReceived(Instant.ofEpochMilli(1_700_000_000_123L))
            .setHeaders(Map.of("content-type", "text/xml"))
            .build();
    JsonNode json = new ObjectMapper().readTree(AvroJson.toJson(raw));
    assertThat(json.get("bytes").binaryValue()).asString().isEqualTo("<item/>");
    assertThat(bytes.position()).as("the record is left as it is").isEqualTo(2);
    assertThat(json.get("received").textValue()).isEqualTo("2023-11-14T22:13:20.123Z");
    assertThat(json.at("/headers/content-type").textValue()).isEqualTo("text/xml");
  }

  @Test
  void printsRecordsOfAnySchema() {
    Schema time = LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    Schema schema =
        SchemaBuilder.record("Any")
            .fields()
            .name("time")
            .type(time)
            .noDefault()
            .name("either")
            .type()
            .unionOf()
            .nullType()
            .and()
            .longType()
            .and()
            .array()
            .items()
            .stringType()
            .endUnion()
            .noDefault()
            .requiredDouble("ratio")
            .requiredBoolean("done")
            .endRecord();
    GenericRecord record = new GenericData.Record(schema);
    record.put("time", 0L);
    record.put("either", java.util.List.of("a\"b", "c\nd"));
    record.put("ratio", Double.NaN);
    record.put("done", true);
    assertThat(AvroJson.toJson(record))
        .isEqualTo(
            "{\"time\":\"1970-01-01T00:00:00Z\",\"either\":[\"a\\\"b\",\"c\\nd\"],"
                + "\"ratio\":null,\"done\":true}");
    record.put("either", 5L);
    assertThat(AvroJson.toJson(record)).contains("\"either\":5");
  }

  @Test
  void leavesTheWriterOpenAndUnflushed() throws IOException {
    StringWriter target = new StringWriter();
    Writer out =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int length) {
            target.write(chars, from, length);
          }

          @Override
          public void flush() {
            throw new AssertionError("flushed");
          }

          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    AvroJson.write(new Span(1, 2), out);
    AvroJson.write(new Span(3, 4), out);
    assertThat(target).hasToString("{\"start\":1,\"end\":2}{\"start\":3,\"end\":4}");
  }
}
