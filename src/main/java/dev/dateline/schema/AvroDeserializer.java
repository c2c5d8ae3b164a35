package dev.dateline.schema;

import dev.dateline.record.RecordClasses;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records of one generated class from Confluent's wire format, whatever version of the schema
 * they were written with. Thread-safe.
 *
 * @param <T> the generated class
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  static {
    RecordClasses.trust();
  }

  private static final int MAX_WRITERS = 1_000;

  private final BoundedCache<Integer, DatumReader<T>> readers = new BoundedCache<>(MAX_WRITERS);
  private final Schemas schemas;
  private final SpecificData model;
  private final Schema schema;

  public AvroDeserializer(Class<T> type, Schemas schemas) {
    this.schemas = Objects.requireNonNull(schemas, "schemas");
    this.model = SpecificData.getForClass(type);
    this.schema = model.getSchema(type);
  }

  /**
   * Deserialises a record; null, a tombstone, stays null.
   *
   * @throws UndecodableException if the bytes are not such a record
   * @throws RegistryException if the schema they were written with cannot be had now
   */
  @Override
  public T deserialize(String topic, byte[] data) {
    if (data == null) {
      return null;
    }
    int id = AvroFrame.schemaId(data);
    DatumReader<T> reader = readers.get(id, this::reader);
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(
                data, AvroFrame.HEADER_BYTES, data.length - AvroFrame.HEADER_BYTES, null);
    T record;
    boolean atEnd;
    try {
      record = reader.read(null, decoder);
      atEnd = decoder.isEnd();
    } catch (IOException | RuntimeException e) {
      // Avro reports data that its schema does not describe by many types, also by those for bugs.
      throw undecodable(id, topic, String.valueOf(e.getMessage()), e);
    }
    if (!atEnd) {
      throw undecodable(id, topic, "bytes are left over", null);
    }
    return record;
  }

  private DatumReader<T> reader(int id) {
    Schema writer = schemas.schema(id);
    if (!isSameRecord(writer)) {
      throw new UndecodableException(
          "Schema id %d is of a %s, not of a %s"
              .formatted(id, writer.getFullName(), schema.getFullName()));
    }
    return new SpecificDatumReader<>(writer, schema, model);
  }

  /**
   * Whether the specification's condition for reading a record holds: both have the same name, the
   * namespace aside. Avro itself does not look, and with a default for every field any record would
   * be read as any other, empty.
   */
  private boolean isSameRecord(Schema writer) {
    return writer.getType() == Schema.Type.RECORD
        && (writer.getName().equals(schema.getName())
            || schema.getAliases().contains(writer.getFullName()));
  }

  private UndecodableException undecodable(int id, String topic, String why, Throwable cause) {
    return new UndecodableException(
        "Cannot read a %s written with schema id %d from topic %s: %s"
            .formatted(schema.getFullName(), id, topic, why),
        cause);
  }
}
