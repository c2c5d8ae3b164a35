package dev.dateline.cli;

import dev.dateline.embedded.EmbeddedCluster;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.enrich.Enricher;
import dev.dateline.ingest.Publisher;
import dev.dateline.record.AlertRule;
import dev.dateline.record.RawArticle;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one process: Kafka, registry, stream, console, and a sample wire. */
@Command(
    name = "demo",
    description =
        "Start Kafka, a schema registry and the stream in this process, play a sample wire, and"
            + " print quotes and alerts as they come. Keeps running until Ctrl-C.",
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  private static final long GIVE_UP_SECONDS = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Port of Kafka (default: 9092, or any other where that is taken).")
  private Integer kafkaPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "Port of the registry (default: 8081, likewise).")
  private Integer registryPort;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Port of the console (default: 8080, likewise).")
  private Integer httpPort;

  @Option(
      names = "--pace-ms",
      paramLabel = "N",
      defaultValue = "250",
      description = "Time between two records of the wire (default: ${DEFAULT-VALUE}).")
  private long paceMillis;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Keep Kafka's data here (default: a temporary folder).")
  private Path data;

  @Option(
      names = {"--exit-when-done", "--no-wait"},
      description = "Stop once the sample wire has been worked through.")
  private boolean exitWhenDone;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Starting Kafka, the schema registry and the stream ...");
    CompletableFuture<Enricher> enricher = CompletableFuture.supplyAsync(Enricher::standard);
    Thread main = Thread.currentThread();
    AtomicBoolean stopping = new AtomicBoolean();
    Runnable stop =
        () -> {
          stopping.set(true);
          main.interrupt();
        };
    try (Interrupts interrupts = Interrupts.wakingUp(stop)) {
      return run(enricher, stopping, err);
    }
  }

  private int run(CompletableFuture<Enricher> enricher, AtomicBoolean stopping, PrintWriter err)
      throws Exception {
    Path state = Files.createTempDirectory("dateline-demo");
    Thread main = Thread.currentThread();
    try (EmbeddedCluster cluster = cluster();
        Service service = start(cluster, state, enricher.join())) {
      cluster.kafka().whenFaulty().thenAccept(fault -> giveUp(cluster, main));
      play(cluster, service, config(cluster, state), err);
      return cluster.kafka().fault().isPresent() ? 1 : 0;
    } catch (RuntimeException e) {
      if (!stopping.get()) {
        throw e;
      }
      err.println("Stopping ..."); // it had not even started: what broke off is no failure
      return 0;
    } finally {
      Utils.delete(state.toFile());
    }
  }

  /** Without its Kafka nothing here ends in good order: it is given some seconds to try. */
  private void giveUp(EmbeddedCluster cluster, Thread main) {
    spec.commandLine()
        .getErr()
        .println(
            "dateline: Kafka stopped; is there room left in " + cluster.kafka().directory() + "?");
    CompletableFuture.delayedExecutor(GIVE_UP_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
    main.interrupt();
  }

  private EmbeddedCluster cluster() {
    EmbeddedKafka.Builder kafka = EmbeddedKafka.builder().port(port(kafkaPort, 9092));
    if (data != null) {
      kafka.directory(data);
    }
    return EmbeddedCluster.start(kafka, port(registryPort, 8081));
  }

  private Service start(EmbeddedCluster cluster, Path state, Enricher enricher) {
    return Service.start(config(cluster, state), enricher, /* withHttp= */ true);
  }

  private DatelineConfig config(EmbeddedCluster cluster, Path state) {
    return DatelineConfig.builder()
        .set(DatelineConfig.BOOTSTRAP_SERVERS, cluster.bootstrapServers(), "demo")
        .set(DatelineConfig.SCHEMA_REGISTRY_URL, cluster.registryUrl(), "demo")
        .set("dateline.partitions", "3", "demo")
        .set("dateline.http.port", Integer.toString(port(httpPort, 8080)), "demo")
        .set("state.dir", state.toString(), "demo")
        .build();
  }

  private void play(
      EmbeddedCluster cluster, Service service, DatelineConfig config, PrintWriter err)
      throws InterruptedException {
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        DemoPrinter printer =
            DemoPrinter.start(
                config, schemas, Terminal.standardOutput(), spec.commandLine().getOut())) {
      err.println();
      err.println("  Kafka     " + cluster.bootstrapServers());
      err.println("  Registry  " + cluster.registryUrl());
      err.println("  Console   " + service.url());
      err.println();
      addRules(config, schemas);
      List<WireInput> items = SampleWire.items();
      try (Publisher publisher =
          new Publisher(
              Producers.of(config, RawArticle.class, schemas),
              config.topics().raw(),
              Clock.systemUTC())) {
        for (WireInput item : items) {
          publisher.publish(item);
          Thread.sleep(paceMillis);
        }
      }
      printer.awaitAll(config);
      err.printf(
          "The sample wire is through: %d records, %d quotes, %d alerts.%n",
          items.size(), printer.quotes(), printer.alerts());
      if (!exitWhenDone) {
        err.println("Running until Ctrl-C. In another terminal, try:");
        err.println("  dateline subscribe quotes --from-beginning" + flags(config));
        err.println("  dateline publish FILE ..." + flags(config));
        err.println("  dateline rules add floods 'flood* OR \"high water\"'" + flags(config));
        service.runner().awaitStop();
      }
    } catch (InterruptedException e) {
      err.println("Stopping ...");
    }
  }

  /** Flags that other commands need to find this cluster: none where it is at the usual places. */
  private static String flags(DatelineConfig config) {
    DatelineConfig usual = DatelineConfig.builder().build();
    StringBuilder flags = new StringBuilder();
    if (!config.bootstrapServers().endsWith(":9092")) {
      flags.append(" --bootstrap-server ").append(config.bootstrapServers());
    }
    String registry = config.get(DatelineConfig.SCHEMA_REGISTRY_URL);
    if (!registry.endsWith(usual.get(DatelineConfig.SCHEMA_REGISTRY_URL).replaceAll(".*:", ":"))) {
      flags.append(" --schema-registry ").append(registry);
    }
    return flags.toString();
  }

  private static void addRules(DatelineConfig config, RegistrySchemas schemas) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    RuleStore store = new RuleStore(config, schemas);
    try (Producer<String, AlertRule> producer = Producers.of(config, AlertRule.class, schemas)) {
      for (SampleWire.SampleRule rule : SampleWire.rules()) {
        store.send(
            producer,
            rule.id(),
            AlertRule.newBuilder()
                .setId(rule.id())
                .setQuery(rule.query())
                .setDescription(rule.description())
                .setCreated(now)
                .setChanged(now)
                .build());
      }
    }
  }

  private static int port(Integer given, int usual) {
    if (given != null) {
      return given;
    }
    try (ServerSocket free = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      return 0; // somebody has it: take any
    }
  }
}
