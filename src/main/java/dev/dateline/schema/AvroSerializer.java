package dev.dateline.schema;

import dev.dateline.record.RecordClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes records of one generated class in Confluent's wire format.
 *
 * <p>A topic's schema id is asked for once; if {@link Schemas} knows it already, because it was
 * resolved at start, nothing here ever waits for the registry. Thread-safe.
 *
 * @param <T> the generated class
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

  static {
    RecordClasses.trust();
  }

  private static final int MAX_TOPICS = 1_000;
  private static final int TYPICAL_BYTES = 1_024;

  private final BoundedCache<String, byte[]> headers = new BoundedCache<>(MAX_TOPICS);
  private final Schemas schemas;
  private final Schema schema;
  private final SpecificDatumWriter<T> writer;
  private volatile boolean isKey;

  /** Creates a serializer of values; {@link #configure} makes it one of keys. */
  public AvroSerializer(Class<T> type, Schemas schemas) {
    SpecificData model = SpecificData.getForClass(type);
    this.schemas = Objects.requireNonNull(schemas, "schemas");
    this.schema = model.getSchema(type);
    this.writer = new SpecificDatumWriter<>(schema, model);
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    this.isKey = isKey;
  }

  /**
   * Serialises a record; null, a tombstone, stays null.
   *
   * @throws SerializationException if the record does not fit its own schema, such as a null where
   *     none may be
   * @throws RegistryException if the id is not known yet and cannot be had
   */
  @Override
  public byte[] serialize(String topic, T data) {
    if (data == null) {
      return null;
    }
    byte[] header = headers.get(topic, this::header);
    ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_BYTES);
    out.writeBytes(header);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      writer.write(data, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "Cannot write a %s to topic %s: %s"
              .formatted(schema.getFullName(), topic, e.getMessage()),
          e);
    }
    return out.toByteArray();
  }

  private byte[] header(String topic) {
    return AvroFrame.header(schemas.id(TopicNameStrategy.subject(topic, isKey), schema));
  }
}
