package dev.dateline.schema;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serde of one generated class in Confluent's wire format. Thread-safe.
 *
 * <p>Closing it leaves the {@link Schemas} open, which many serdes share.
 *
 * @param <T> the generated class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

  private final AvroSerializer<T> serializer;
  private final AvroDeserializer<T> deserializer;

  private AvroSerde(Class<T> type, Schemas schemas) {
    this.serializer = new AvroSerializer<>(type, schemas);
    this.deserializer = new AvroDeserializer<>(type, schemas);
  }

  /**
   * Returns a serde of values; it needs no further configuration.
   *
   * @param type the generated class
   * @param schemas where schemas and ids come from
   */
  public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, Schemas schemas) {
    return new AvroSerde<>(type, schemas);
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    serializer.configure(configs, isKey);
  }

  @Override
  public Serializer<T> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<T> deserializer() {
    return deserializer;
  }
}
