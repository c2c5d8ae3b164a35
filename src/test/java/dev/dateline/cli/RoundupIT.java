package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.Enricher;
import dev.dateline.testing.Cluster;
import dev.dateline.testing.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agency's round-up through the whole pipeline, read back by a consumer that knows nothing of
 * Dateline: Kafka's client, Avro, and the registry over HTTP.
 */
@Cluster
class RoundupIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Path AGENCYS_OWN = Path.of("../shared/data/wire/tass-955288.txt");
  private static final Path SAMPLE =
      Path.of("src/main/resources/dev/dateline/demo/wire/01-strait-talks-roundup.txt");
  private static final List<String> DERIVED =
      List.of("articles", "sections", "quotes", "entities", "enriched");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, Schema> writers = new HashMap<>();

  @TempDir Path folder;

  @Test
  void ofTheSampleWire(TestCluster cluster) throws Exception {
    comesOutTheSameHoweverItIsSent(cluster, SAMPLE, "Eberlin");
  }

  @Test
  void ofAnAgency(TestCluster cluster) throws Exception {
    assumeTrue(Files.exists(AGENCYS_OWN), "no development data beside the checkout");
    comesOutTheSameHoweverItIsSent(cluster, AGENCYS_OWN, "Lavrov");
  }

  private void comesOutTheSameHoweverItIsSent(TestCluster cluster, Path item, String speaker)
      throws Exception {
    List<String> flags = CommandRun.flags(cluster, folder.resolve("state"));
    Map<String, Map<String, GenericRecord>> published;
    try (Service service = service(flags)) {
      addRules(flags);
      await().atMost(PATIENCE).until(() -> service.runner().rules().size() == 2);
      CommandRun sent =
          CommandRun.of(CommandRun.with(flags, "publish", "--source", "agency", item.toString()));
      assertThat(sent.exit()).as(sent.err()).isZero();
      published = readAll(cluster, cluster.prefix());
      subscribedBy(flags, speaker, published.get("quotes"));
    }
    String other = cluster.name("plain.");
    List<String> elsewhere =
        CommandRun.flags(cluster, folder.resolve("other"), other, cluster.name("other"));
    try (Service service = service(elsewhere)) {
      addRules(elsewhere);
      await().atMost(PATIENCE).until(() -> service.runner().rules().size() == 2);
      sendPlainBytes(cluster, other + "raw", Files.readAllBytes(item));
      Map<String, Map<String, GenericRecord>> plain = readAll(cluster, other);
      for (String topic : DERIVED) {
        assertThat(plain.get(topic)).as(topic).isEqualTo(published.get(topic)).isNotEmpty();
      }
    }
  }

  /** By the command: the same quotes of the speaker as a plain consumer finds. */
  private static void subscribedBy(
      List<String> flags, String speaker, Map<String, GenericRecord> quotes) throws IOException {
    List<String> expected =
        quotes.values().stream()
            .filter(quote -> String.valueOf(quote.get("speaker")).contains(speaker))
            .map(quote -> quote.get("text").toString())
            .toList();
    assertThat(expected).hasSizeGreaterThan(5);
    CommandRun subscribed =
        CommandRun.of(
            CommandRun.with(
                flags,
                "subscribe",
                "quotes",
                "--speaker",
                speaker,
                "--from-beginning",
                "--format",
                "json",
                "--max-messages",
                Integer.toString(expected.size()),
                "--timeout-ms",
                "60000"));
    List<String> texts = new ArrayList<>();
    for (String line : subscribed.lines()) {
      JsonNode quote = JSON.readTree(line);
      assertThat(quote.at("/speaker/name").asText()).contains(speaker);
      texts.add(quote.get("text").asText());
    }
    assertThat(texts).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static void addRules(List<String> flags) {
    for (String rule : List.of("cyber", "sanctions")) {
      CommandRun added = CommandRun.of(CommandRun.with(flags, "rules", "add", rule, rule));
      assertThat(added.exit()).as(added.err()).isZero();
    }
  }

  /** As a stranger's producer may: bytes without a key, round the partitions in turn. */
  private static void sendPlainBytes(TestCluster cluster, String topic, byte[] item)
      throws Exception {
    Map<String, Object> settings = cluster.settings();
    settings.put("partitioner.class", RoundRobinPartitioner.class.getName());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, item);
      record.headers().add("source", "agency".getBytes(StandardCharsets.UTF_8));
      record.headers().add("content-type", "text/plain".getBytes(StandardCharsets.UTF_8));
      producer.send(record).get();
    }
  }

  /** What was derived, by topic and key, once both rules have fired. */
  private Map<String, Map<String, GenericRecord>> readAll(TestCluster cluster, String prefix)
      throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(read(cluster, prefix + "alerts"))
                    .extracting(alert -> alert.record().get("ruleId").toString())
                    .containsExactlyInAnyOrder("cyber", "sanctions"));
    Map<String, Map<String, GenericRecord>> all = new TreeMap<>();
    for (String topic : DERIVED) {
      Map<String, GenericRecord> byKey = new TreeMap<>();
      for (Keyed keyed : read(cluster, prefix + topic)) {
        assertThat(byKey.put(keyed.key(), withoutTime(keyed.record())))
            .as("%s comes once", keyed.key())
            .isNull();
      }
      all.put(topic, byKey);
    }
    return all;
  }

  private record Keyed(String key, GenericRecord record) {}

  /** Everything on a topic, as any program that reads Confluent's wire format sees it. */
  private List<Keyed> read(TestCluster cluster, String topic) throws Exception {
    Map<String, Object> settings = cluster.settings();
    settings.put("isolation.level", "read_committed");
    List<Keyed> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          records.add(new Keyed(record.key(), decode(cluster, record.value())));
        }
      }
    }
    return records;
  }

  private GenericRecord decode(TestCluster cluster, byte[] value) throws Exception {
    ByteBuffer framed = ByteBuffer.wrap(value);
    assertThat(framed.get()).isZero();
    Schema writer = writer(cluster, framed.getInt());
    return new GenericDatumReader<GenericRecord>(writer)
        .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
  }

  private Schema writer(TestCluster cluster, int id) throws Exception {
    if (!writers.containsKey(id)) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(cluster.registryUrl() + "/schemas/ids/" + id))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      writers.put(
          id, new Schema.Parser().parse(JSON.readTree(answer.body()).get("schema").asText()));
    }
    return writers.get(id);
  }

  /** The two were not received at the same moment; all else must be the same. */
  private static GenericRecord withoutTime(GenericRecord record) {
    clear(record, "received");
    if (record.getSchema().getField("item") != null) {
      clear((GenericRecord) record.get("item"), "received");
    }
    for (String list : List.of("quotes", "entities", "sections")) {
      if (record.getSchema().getField(list) != null && record.get(list) instanceof List<?> parts) {
        for (Object part : parts) {
          withoutTime((GenericRecord) part);
        }
      }
    }
    return record;
  }

  private static void clear(GenericRecord record, String field) {
    if (record != null && record.getSchema().getField(field) != null) {
      record.put(field, null);
    }
  }

  private static Service service(List<String> flags) {
    Service service = Service.start(CommandRun.config(flags), Enricher.standard(), false);
    await().atMost(PATIENCE).until(service.runner().readiness()::isReady);
    return service;
  }
}
