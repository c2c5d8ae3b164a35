package dev.dateline.cli;

import dev.dateline.delivery.Delivery;
import dev.dateline.delivery.DeliverySettings;
import dev.dateline.schema.RegistryException;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.DatelineSettings;
import dev.dateline.stream.Durations;
import dev.dateline.stream.TopicReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Delivers alerts. */
@Command(
    name = "deliver",
    description = {
      "Bring alerts to webhooks, Slack and mail until stopped, as a YAML file says.",
      "'run' does the same where dateline.delivery.file is set."
    },
    sortOptions = false)
final class DeliverCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Spec private CommandSpec spec;

  @Option(
      names = "--sinks",
      paramLabel = "FILE",
      description = "The file (default: what dateline.delivery.file says).")
  private Path file;

  @ArgGroup private Instead instead;

  /** What to do instead of going on delivering. */
  private static final class Instead {

    @Option(
        names = "--test",
        paramLabel = "SINK",
        description = "Send a made-up alert to this sink, once, and say how it went.")
    private String test;

    @Option(
        names = "--undelivered",
        paramLabel = "SINK",
        description = "Try once more what became a dead letter of this sink, and say how it went.")
    private String undelivered;
  }

  @Option(
      names = "--since",
      paramLabel = "7d",
      defaultValue = "7d",
      description = "With --undelivered: no older than so long (default: ${DEFAULT-VALUE}).")
  private String since;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws InterruptedException {
    DatelineConfig.Builder builder = kafka.builder();
    if (file != null) {
      builder.flag(DatelineSettings.DELIVERY_FILE, file.toString());
    }
    DatelineConfig config = builder.build();
    DeliverySettings sinks = Deliveries.settings(config);
    if (sinks == null) {
      throw new ParameterException(
          spec.commandLine(), "say where to: --sinks FILE, or dateline.delivery.file");
    }
    try {
      if (instead != null && instead.test != null) {
        return tell(instead.test, Delivery.test(sinks, instead.test)) ? 0 : 1;
      }
      return instead == null ? deliver(sinks, config) : redeliver(sinks, config);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int deliver(DeliverySettings sinks, DatelineConfig config) throws InterruptedException {
    Logs.service();
    Clusters.requireTopic(config, config.topics().alerts());
    CountDownLatch stopped = new CountDownLatch(1);
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        Delivery delivery = Deliveries.start(sinks, config, schemas);
        Interrupts interrupts = Interrupts.wakingUp(stopped::countDown)) {
      spec.commandLine().getErr().println("Delivering to " + String.join(", ", sinks.names()));
      stopped.await();
    }
    return 0;
  }

  private int redeliver(DeliverySettings sinks, DatelineConfig config) throws InterruptedException {
    if (!sinks.names().contains(instead.undelivered)) {
      throw new IllegalArgumentException("there is no sink '" + instead.undelivered + "'");
    }
    String topic = config.topics().deadLetters();
    Clusters.requireTopic(config, topic);
    TopicReader.Start start = TopicReader.Start.since(Instant.now().minus(length()));
    int tried = 0;
    int delivered = 0;
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        TopicReader reader = TopicReader.open(config, topic, start)) {
      Map<Integer, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<byte[], byte[]> letter : reader.poll(POLL)) {
          boolean isThere = letter.offset() < ends.getOrDefault(letter.partition(), 0L);
          if (isThere && instead.undelivered.equals(Delivery.sinkOf(letter))) {
            tried++;
            delivered += redeliver(sinks, letter, schemas) ? 1 : 0;
          }
        }
      }
    }
    spec.commandLine().getErr().println(delivered + " of " + tried + " delivered");
    return delivered == tried ? 0 : 1;
  }

  private Duration length() {
    try {
      return Durations.parse(since);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--since: " + e.getMessage(), e);
    }
  }

  private boolean redeliver(
      DeliverySettings sinks, ConsumerRecord<byte[], byte[]> letter, RegistrySchemas schemas)
      throws InterruptedException {
    String id = LetterFilter.id(letter);
    try {
      Delivery.Result result = Delivery.redeliver(sinks, letter, schemas);
      return result != null && tell(id, result);
    } catch (UndecodableException | RegistryException e) {
      return tell(id, new Delivery.Result(false, e.getMessage()));
    }
  }

  private boolean tell(String what, Delivery.Result result) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        result.delivered()
            ? what + ": delivered"
            : "dateline: " + what + ": not delivered: " + result.reason());
    return result.delivered();
  }
}
