package dev.dateline.stream;

import dev.dateline.schema.CompatibilityLevel;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.schema.TopicNameStrategy;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the stream against a cluster and a registry.
 *
 * <pre>{@code
 * try (StreamsRunner runner = StreamsRunner.start(config, Extractor.of(Enricher.standard()))) {
 *   runner.awaitStop();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class StreamsRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final int START_TIMEOUT_MS = 30_000;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

  private final Pipeline pipeline;
  private final RegistrySchemas schemas;
  private final KafkaStreams streams;
  private final Readiness readiness = new Readiness();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "dateline-recovery");
            thread.setDaemon(true);
            return thread;
          });

  private StreamsRunner(Pipeline pipeline, RegistrySchemas schemas, Topology topology) {
    this.pipeline = pipeline;
    this.schemas = schemas;
    Properties settings = new Properties();
    settings.putAll(StreamsSettings.of(pipeline.config()));
    this.streams = new KafkaStreams(topology, settings);
    streams.setStateListener(this::onState);
    streams.setUncaughtExceptionHandler(
        new Recovery(new Control(), readiness, this::later, System::nanoTime));
  }

  /**
   * Creates missing topics and checks all, registers the schemas and resolves their ids, and starts
   * to process. Returns once that has begun; {@link #readiness()} tells when it is under way.
   *
   * @throws TopicsException where topics are not as they must be
   * @throws dev.dateline.schema.RegistryException where the registry is away or refuses
   * @throws KafkaException where the cluster is away or refuses
   */
  public static StreamsRunner start(DatelineConfig config, Extractor extractor) {
    int partitions = prepareTopics(config);
    RegistrySchemas schemas = RegistrySchemas.of(config.registry());
    try {
      prepareSchemas(config, schemas);
      Pipeline pipeline = Pipeline.of(config, partitions, extractor, schemas);
      StreamsRunner runner = new StreamsRunner(pipeline, schemas, DatelineTopology.build(pipeline));
      runner.streams.start();
      return runner;
    } catch (RuntimeException e) {
      schemas.close();
      throw e;
    }
  }

  /** Creates missing topics, if the settings let it, and checks all. */
  static int prepareTopics(DatelineConfig config) {
    Map<String, Object> settings = new HashMap<>(config.admin());
    settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, START_TIMEOUT_MS);
    try (Admin admin = Admin.create(settings)) {
      TopicAdmin topics = new TopicAdmin(admin, config);
      if (config.createTopics()) {
        topics.create();
      }
      return topics.require();
    }
  }

  /** Registers every schema, or finds it where registering is off. */
  static void prepareSchemas(DatelineConfig config, RegistrySchemas schemas) {
    Map<String, Schema> subjects = new LinkedHashMap<>();
    RecordSerdes.schemasByTopic(config.topics())
        .forEach((topic, schema) -> subjects.put(TopicNameStrategy.valueSubject(topic), schema));
    boolean registers = !"false".equalsIgnoreCase(config.get(RegistrySchemas.AUTO_REGISTER));
    schemas.prepare(subjects, registers ? CompatibilityLevel.FULL_TRANSITIVE : null);
  }

  /** Whether it is processing. */
  public Readiness readiness() {
    return readiness;
  }

  /** What has happened to items. */
  public StreamCounters counters() {
    return pipeline.counters();
  }

  /** The rules in force here. */
  public Rules rules() {
    return pipeline.rules();
  }

  /** Kafka's own metrics. */
  public Map<MetricName, ? extends Metric> metrics() {
    return streams.metrics();
  }

  /** The application itself, for what shows its metrics; it is not to be started or closed. */
  public KafkaStreams streams() {
    return streams;
  }

  public KafkaStreams.State state() {
    return streams.state();
  }

  /** Why the stream ended by itself; empty while it runs and when it was closed. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Waits until the stream has stopped: because it was closed, or gave up. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops after the items in hand, within half a minute. */
  @Override
  public void close() {
    close(CLOSE_TIMEOUT);
  }

  /**
   * Stops after the items in hand.
   *
   * @return whether it stopped in time; what was not committed is done again later
   */
  public boolean close(Duration timeout) {
    boolean inTime =
        streams.close(
            CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(timeout));
    scheduler.shutdownNow();
    if (inTime) {
      // Threads that still run must not take closed parts for faults of their items.
      pipeline.rules().close();
      schemas.close();
    }
    stopped.countDown();
    return inTime;
  }

  private void later(Runnable what, Duration delay) {
    try {
      scheduler.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("It is being closed: nothing goes on later");
    }
  }

  private void onState(KafkaStreams.State now, KafkaStreams.State before) {
    LOG.info("Stream: {} -> {}", before, now);
    readiness.state(now);
    if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
      stopped.countDown();
    }
  }

  private final class Control implements Recovery.Stream {

    @Override
    public void pause() {
      streams.pause();
    }

    @Override
    public void resume() {
      streams.resume();
    }

    @Override
    public void checkRegistry() {
      schemas.ping();
    }

    @Override
    public void failed(Throwable why) {
      failure.compareAndSet(null, why);
    }
  }
}
