package dev.dateline.testing;

import dev.dateline.record.RawArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Raw records of a producer that is a release ahead: their schema has a field more. */
public final class NewerRawArticle {

  private NewerRawArticle() {}

  public static Schema schema() {
    Schema old = RawArticle.getClassSchema();
    List<Schema.Field> fields = new ArrayList<>();
    old.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(new Schema.Field("priority", Schema.create(Schema.Type.INT), "how urgent", 0));
    return Schema.createRecord(old.getName(), old.getDoc(), old.getNamespace(), false, fields);
  }

  /**
   * A record in Confluent's wire format.
   *
   * @param schemaId id of the schema in the registry
   * @param item the item's bytes
   * @param source its source
   */
  public static byte[] framed(int schemaId, byte[] item, String source) {
    Schema old = RawArticle.getClassSchema();
    GenericRecord record = new GenericData.Record(schema());
    old.getFields()
        .forEach(
            field ->
                record.put(
                    field.name(), GenericData.get().getDefaultValue(old.getField(field.name()))));
    record.put("bytes", ByteBuffer.wrap(item));
    record.put("source", source);
    record.put("headers", new TreeMap<>());
    record.put("priority", 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return out.toByteArray();
  }
}
