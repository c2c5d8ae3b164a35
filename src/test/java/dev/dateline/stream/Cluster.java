package dev.dateline.stream;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.embedded.registry.EmbeddedRegistry;
import dev.dateline.record.AlertRule;
import dev.dateline.record.RawArticle;
import dev.dateline.record.RawArticles;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker and a registry that tests share; each test has topics and an application of its own. */
final class Cluster implements AutoCloseable {

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers(), 0);
  private final int registryPort = registry.port();
  private final KafkaProducer<byte[], byte[]> producer;

  Cluster() {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size", 20 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void stopRegistry() {
    registry.close();
  }

  void startRegistry() {
    registry = EmbeddedRegistry.start(kafka.bootstrapServers(), registryPort);
  }

  /** Settings with topics and an application id nobody else has. */
  DatelineConfig config(Path stateDir, Map<String, String> more) {
    String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    settings.put("schema.registry.url", "http://127.0.0.1:" + registryPort);
    settings.put("application.id", name);
    settings.put("dateline.topic.prefix", name + ".");
    settings.put("dateline.partitions", "3");
    settings.put("state.dir", stateDir.toString());
    settings.put("producer.linger.ms", "0");
    settings.putAll(more);
    return DatelineConfig.of(settings);
  }

  /** The same application on another machine, as far as Kafka can tell. */
  static DatelineConfig elsewhere(DatelineConfig config, Path stateDir) {
    Map<String, String> settings = new HashMap<>();
    config.settings().forEach((name, setting) -> settings.put(name, setting.value()));
    settings.put("state.dir", stateDir.toString());
    settings.entrySet().removeIf(entry -> entry.getValue().isEmpty());
    return DatelineConfig.of(settings);
  }

  Admin admin() {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()));
  }

  /** Publishes an item without a key, to the partition given. */
  void publish(DatelineConfig config, WireItem item, int partition) {
    send(config.topics().raw(), partition, null, rawArticle(config, item));
  }

  byte[] rawArticle(DatelineConfig config, WireItem item) {
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      return RecordSerdes.of(schemas)
          .of(RawArticle.class)
          .serializer()
          .serialize(config.topics().raw(), RawArticles.of(Harness.input(item), Instant.now()));
    }
  }

  void addRule(DatelineConfig config, String id, String query) {
    putRule(config, AlertRule.newBuilder().setId(id).setQuery(query).build());
  }

  void removeRule(DatelineConfig config, String id) {
    send(config.topics().alertRules(), null, id.getBytes(StandardCharsets.UTF_8), null);
  }

  void putRule(DatelineConfig config, AlertRule rule) {
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      byte[] value =
          RecordSerdes.of(schemas)
              .of(AlertRule.class)
              .serializer()
              .serialize(config.topics().alertRules(), rule);
      send(
          config.topics().alertRules(), null, rule.getId().getBytes(StandardCharsets.UTF_8), value);
    }
  }

  void send(String topic, Integer partition, byte[] key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, partition, key, value));
    producer.flush();
  }

  void sendPlain(String topic, int partition, byte[] value, String source) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, null, value);
    record.headers().add("source", source.getBytes(StandardCharsets.UTF_8));
    producer.send(record);
    producer.flush();
  }

  /** Everything committed on a topic so far, in order of partition and offset. */
  List<ConsumerRecord<String, byte[]>> read(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** As {@link #read}, decoded, with tombstones left out. */
  <T extends SpecificRecord> List<T> read(DatelineConfig config, String topic, Class<T> type) {
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      var deserializer = RecordSerdes.of(schemas).of(type).deserializer();
      return read(topic).stream()
          .filter(record -> record.value() != null)
          .map(record -> deserializer.deserialize(topic, record.value()))
          .toList();
    }
  }

  @Override
  public void close() {
    producer.close();
    registry.close();
    kafka.close();
  }
}
