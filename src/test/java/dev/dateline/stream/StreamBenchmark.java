package dev.dateline.stream;

import dev.dateline.embedded.EmbeddedCluster;
import dev.dateline.enrich.Enricher;
import dev.dateline.record.RawArticle;
import dev.dateline.record.RawArticles;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Articles a second of the whole stream, with one thread, on the embedded broker; beside it, in the
 * same process and over the same records, a topology that only copies, which is as fast as Kafka
 * Streams can be with the same guarantees and settings. The ratio is what to watch: the broker
 * shares the machine. Beside both, the enricher alone.
 *
 * <pre>
 * ./mvnw -q -Dfast test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-Xmx2g -cp %classpath dev.dateline.stream.StreamBenchmark 3000"
 * </pre>
 *
 * <p>Arguments: how many articles (3000), and a folder of plain-text items whose paragraphs they
 * are made of (the sample wire).
 */
public final class StreamBenchmark {

  private static final Path SAMPLE = Path.of("src/main/resources/dev/dateline/demo/wire");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PARTITIONS = 3;
  private static final int PARAGRAPHS = 16;
  private static final double WARM_UP = 0.3;

  private final EmbeddedCluster cluster;
  private final Path state;
  private final List<byte[]> articles;

  private StreamBenchmark(EmbeddedCluster cluster, Path state, List<byte[]> articles) {
    this.cluster = cluster;
    this.state = state;
    this.articles = articles;
  }

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 3_000;
    List<byte[]> articles = articles(args.length > 1 ? Path.of(args[1]) : SAMPLE, count);
    Path state = Files.createTempDirectory("dateline-bench");
    try (EmbeddedCluster cluster = EmbeddedCluster.start()) {
      new StreamBenchmark(cluster, state, articles).run();
    } finally {
      Utils.delete(state.toFile());
    }
  }

  private void run() throws Exception {
    DatelineConfig config = config();
    StreamsRunner.prepareTopics(config);
    fill(config);
    double alone = enrichAlone();
    double copied = copy(config);
    double enriched = enrich(config);
    System.out.printf(
        Locale.ROOT,
        "%d articles of %d bytes on average, one thread, articles/s:"
            + " %.0f through the stream, %.0f only copied, %.0f only enriched%n",
        articles.size(),
        articles.stream().mapToInt(article -> article.length).sum() / articles.size(),
        enriched,
        copied,
        alone);
  }

  private DatelineConfig config() {
    return DatelineConfig.of(
        Map.of(
            DatelineConfig.BOOTSTRAP_SERVERS,
            cluster.bootstrapServers(),
            DatelineConfig.SCHEMA_REGISTRY_URL,
            cluster.registryUrl(),
            "dateline.partitions",
            Integer.toString(PARTITIONS),
            "num.stream.threads",
            "1",
            "state.dir",
            state.toString()));
  }

  /** As {@code publish} does: each item in its own partition. */
  private void fill(DatelineConfig config) throws Exception {
    Enricher enricher = Enricher.standard();
    String raw = config.topics().raw();
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                config.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var values = RecordSerdes.of(schemas).of(RawArticle.class).serializer();
      for (byte[] article : articles) {
        WireInput input = WireInput.of(article, "bench");
        int partition =
            ItemPartitioner.partition(ItemId.of(enricher.read(input).get(0)), PARTITIONS);
        byte[] value = values.serialize(raw, RawArticles.of(input, Instant.now()));
        producer.send(new ProducerRecord<>(raw, partition, null, value));
      }
    }
  }

  private double enrichAlone() throws Exception {
    Enricher enricher = Enricher.standard();
    int from = (int) (WARM_UP * articles.size());
    long start = 0;
    for (int i = 0; i < articles.size(); i++) {
      if (i == from) {
        start = System.nanoTime();
      }
      enricher.enrich(WireInput.of(articles.get(i), "bench"));
    }
    return (articles.size() - from) * 1e9 / (System.nanoTime() - start);
  }

  private double enrich(DatelineConfig config) throws Exception {
    Extractor extractor = Extractor.of(Enricher.standard());
    try (StreamsRunner runner = StreamsRunner.start(config, extractor)) {
      return rate(() -> runner.counters().get("items.published"));
    }
  }

  private double copy(DatelineConfig config) throws Exception {
    String to = "copied";
    try (Admin admin = Admin.create(config.admin())) {
      admin.createTopics(List.of(new NewTopic(to, PARTITIONS, (short) 1))).all().get();
    }
    Topology topology = new Topology();
    topology
        .addSource(
            "from", new ByteArrayDeserializer(), new ByteArrayDeserializer(), config.topics().raw())
        .addSink("to", to, new ByteArraySerializer(), new ByteArraySerializer(), "from");
    Properties settings = new Properties();
    settings.putAll(StreamsSettings.of(config));
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "copy");
    try (KafkaStreams streams = new KafkaStreams(topology, settings);
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                config.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int i = 0; i < PARTITIONS; i++) {
        partitions.add(new TopicPartition(to, i));
      }
      streams.start();
      return rate(
          () -> consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum());
    }
  }

  /** Records a second, from when the first part is through, which warms the JVM up. */
  private double rate(LongSupplier done) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long first = 0;
    long start = 0;
    while (true) {
      long now = Math.min(done.getAsLong(), articles.size());
      long time = System.nanoTime();
      if (start == 0 && now >= WARM_UP * articles.size()) {
        first = now;
        start = time;
      }
      if (now == articles.size()) {
        return (now - first) * 1e9 / (time - start);
      }
      if (time > deadline) {
        throw new IllegalStateException("only " + now + " of " + articles.size() + " came out");
      }
      Thread.sleep(10);
    }
  }

  /** Articles put together, at random but always the same, of the paragraphs of others. */
  private static List<byte[]> articles(Path folder, int count) throws IOException {
    List<String> headlines = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
        String[] parts = Files.readString(file).strip().split("\\n\\s*\\n");
        headlines.add(parts[0]);
        paragraphs.addAll(Arrays.asList(parts).subList(1, parts.length));
      }
    }
    Random random = new Random(1);
    List<byte[]> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder(headlines.get(i % headlines.size()));
      for (int j = 0; j < PARAGRAPHS; j++) {
        text.append("\n\n").append(paragraphs.get(random.nextInt(paragraphs.size())));
      }
      articles.add(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
    return articles;
  }
}
