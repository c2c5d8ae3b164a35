package dev.dateline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.schema.AvroJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.avro.specific.SpecificRecord;

/** Prints one JSON object a line. A withdrawal is {@code {"withdrawn": key, ...}}. */
final class JsonPrinter implements RecordPrinter {

  private static final JsonFactory JSON = new JsonFactory();

  private final PrintWriter out;

  JsonPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(String key, SpecificRecord record) {
    out.println(AvroJson.toJson(record));
  }

  @Override
  public void print(Withdrawal withdrawal) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("withdrawn", withdrawal.key());
      json.writeStringField("item", withdrawal.itemId());
      json.writeStringField("version", withdrawal.version());
      json.writeStringField("reason", withdrawal.reason());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    out.println(line);
  }
}
