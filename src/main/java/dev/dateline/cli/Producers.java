package dev.dateline.cli;

import dev.dateline.schema.AvroSerializer;
import dev.dateline.schema.Schemas;
import dev.dateline.stream.DatelineConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers that lose nothing and send nothing twice. */
final class Producers {

  private static final int MAX_BLOCK_MS = 30_000;

  private Producers() {}

  /** A producer of records under text keys. */
  static <T extends SpecificRecord> Producer<String, T> of(
      DatelineConfig config, Class<T> type, Schemas schemas) {
    return new KafkaProducer<>(
        settings(config), new StringSerializer(), new AvroSerializer<>(type, schemas));
  }

  /** A producer of bytes as they are. */
  static Producer<byte[], byte[]> ofBytes(DatelineConfig config) {
    return new KafkaProducer<>(
        settings(config), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> settings(DatelineConfig config) {
    Map<String, Object> settings = new HashMap<>(config.producer());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    return settings;
  }
}
