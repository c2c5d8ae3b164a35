package dev.dateline.stream;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.RawArticle;
import dev.dateline.record.RawArticles;
import dev.dateline.schema.InMemorySchemas;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireItemJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology under test, with a schema registry in memory and a clock of its own. */
final class Harness implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  final DatelineConfig config;
  final Topics topics;
  final InMemorySchemas schemas = new InMemorySchemas();
  final RecordSerdes serdes;
  final StreamCounters counters = new StreamCounters();
  final AtomicLong nanoTime = new AtomicLong();
  final Pipeline pipeline;
  final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> raw;
  private final TestInputTopic<byte[], byte[]> rules;
  private Instant now = START;

  /** How the topology under test differs from the usual one. */
  static final class Options {
    Extractor extractor = new PlainExtractor();
    String producer = "dateline/test";
    int partitions = 1;
    final Map<String, String> settings = new HashMap<>();
  }

  Harness(Path stateDir) {
    this(stateDir, new Options());
  }

  Harness(Path stateDir, Options options) {
    Map<String, String> settings = new HashMap<>(options.settings);
    settings.put("state.dir", stateDir.toString());
    config = DatelineConfig.of(settings);
    topics = config.topics();
    serdes = RecordSerdes.of(schemas);
    pipeline =
        new Pipeline(
            config,
            options.partitions,
            signed(options.extractor, options.producer),
            serdes,
            new Rules(topics.alertRules(), serdes, counters),
            counters,
            nanoTime::get);
    Properties properties = new Properties();
    properties.putAll(StreamsSettings.of(config));
    // In a transaction the driver drops what a deserialization handler sends before any record is
    // processed; transactions themselves are tested against a broker.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(DatelineTopology.build(pipeline), properties, START);
    raw =
        driver.createInputTopic(topics.raw(), new ByteArraySerializer(), new ByteArraySerializer());
    rules =
        driver.createInputTopic(
            topics.alertRules(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Extractor signed(Extractor extractor, String producer) {
    return new Extractor() {
      @Override
      public List<WireItem> read(WireInput input) throws WireException {
        return extractor.read(input);
      }

      @Override
      public EnrichedItem enrich(WireItem item) {
        return extractor.enrich(item);
      }

      @Override
      public String producer() {
        return producer;
      }
    };
  }

  /** Publishes bytes as they are: no key, a source header, perhaps more. */
  void publishPlain(byte[] value, String... headers) {
    Headers all = new RecordHeaders();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], headers[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    publish(null, value, all);
  }

  void publish(byte[] key, byte[] value, Headers headers) {
    raw.pipeInput(new TestRecord<>(key, value, headers, now));
  }

  /** Publishes an item as a raw record of its own. */
  void publish(WireItem item) {
    publish(RawArticles.of(input(item), now));
  }

  void publish(RawArticle article) {
    byte[] value = serdes.of(RawArticle.class).serializer().serialize(topics.raw(), article);
    publish(null, value, new RecordHeaders());
  }

  static WireInput input(WireItem item) {
    return new WireInput(
        WireItemJson.write(item), item.source(), null, WireItemJson.FORMAT, null, Map.of());
  }

  void addRule(String id, String query) {
    putRule(AlertRule.newBuilder().setId(id).setQuery(query).build());
  }

  void putRule(AlertRule rule) {
    putRule(
        rule.getId(), serdes.of(AlertRule.class).serializer().serialize(topics.alertRules(), rule));
  }

  /** The alerts, and retractions, since they were last read. */
  List<Alert> alerts() {
    return sent(topics.alerts()).stream()
        .map(
            record ->
                serdes.of(Alert.class).deserializer().deserialize(topics.alerts(), record.value()))
        .toList();
  }

  void putRule(String id, byte[] value) {
    rules.pipeInput(id.getBytes(java.nio.charset.StandardCharsets.UTF_8), value);
  }

  void passTime(Duration duration) {
    now = now.plus(duration);
    driver.advanceWallClockTime(duration);
  }

  Instant now() {
    return now;
  }

  /** What was sent to a topic since it was last read; tombstones have a null value. */
  List<TestRecord<String, byte[]>> sent(String topic) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  /** As {@link #sent}, decoded. */
  <T extends SpecificRecord> Map<String, T> read(String topic, Class<T> type) {
    Map<String, T> records = new LinkedHashMap<>();
    for (TestRecord<String, byte[]> record : sent(topic)) {
      records.put(record.key(), serdes.of(type).deserializer().deserialize(topic, record.value()));
    }
    return records;
  }

  @Override
  public void close() {
    driver.close();
  }
}
