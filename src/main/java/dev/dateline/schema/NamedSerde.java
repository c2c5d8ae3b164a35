package dev.dateline.schema;

import dev.dateline.record.RecordClasses;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * A serde that a user puts in the place of {@link AvroSerde}, by its class name: Confluent's own
 * {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde}, say.
 *
 * <p>What it throws is translated into the exceptions of this package, since those of its own do
 * not tell bytes that cannot be read from a registry that is away; see {@link ForeignFailures}. As
 * thread-safe as the serde itself.
 *
 * @param <T> the generated class
 */
public final class NamedSerde<T extends SpecificRecord> implements Serde<T> {

  private final Serde<T> serde;

  private NamedSerde(Serde<T> serde) {
    this.serde = serde;
  }

  /**
   * Creates and configures a serde of values.
   *
   * @param className its class, with a constructor without arguments
   * @param settings its settings; {@code specific.avro.reader} is added unless set
   * @throws ConfigException if there is no such class, or it does not take the settings
   */
  @SuppressWarnings("unchecked") // what it makes of T is the user's promise
  public static <T extends SpecificRecord> NamedSerde<T> of(
      String className, Map<String, ?> settings) {
    RecordClasses.trust();
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent("specific.avro.reader", "true");
    try {
      Serde<T> serde = Utils.newInstance(className, Serde.class);
      serde.configure(all, false);
      return new NamedSerde<>(serde);
    } catch (ClassNotFoundException e) {
      throw new ConfigException("Class " + className + " is not on the class path");
    } catch (RuntimeException | LinkageError e) {
      // Any: it is not a serde, refuses the settings, or lacks what it needs beside it.
      throw new ConfigException("Class " + className + " cannot be used: " + e);
    }
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    serde.configure(configs, isKey);
  }

  @Override
  public void close() {
    serde.close();
  }

  @Override
  public Serializer<T> serializer() {
    Serializer<T> serializer = serde.serializer();
    return new Serializer<>() {
      @Override
      public byte[] serialize(String topic, T data) {
        return translated(false, () -> serializer.serialize(topic, data));
      }

      @Override
      public byte[] serialize(String topic, Headers headers, T data) {
        return translated(false, () -> serializer.serialize(topic, headers, data));
      }

      @Override
      public void close() {
        serializer.close();
      }
    };
  }

  @Override
  public Deserializer<T> deserializer() {
    Deserializer<T> deserializer = serde.deserializer();
    return new Deserializer<>() {
      @Override
      public T deserialize(String topic, byte[] data) {
        return translated(true, () -> deserializer.deserialize(topic, data));
      }

      @Override
      public T deserialize(String topic, Headers headers, byte[] data) {
        return translated(true, () -> deserializer.deserialize(topic, headers, data));
      }

      @Override
      public void close() {
        deserializer.close();
      }
    };
  }

  private static <R> R translated(boolean reading, Supplier<R> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw ForeignFailures.translate(e, reading);
    }
  }
}
