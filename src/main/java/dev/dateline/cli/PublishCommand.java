package dev.dateline.cli;

import dev.dateline.ingest.BoundedBytes;
import dev.dateline.ingest.Fetcher;
import dev.dateline.ingest.FolderWatch;
import dev.dateline.ingest.Input;
import dev.dateline.ingest.Inputs;
import dev.dateline.ingest.Publisher;
import dev.dateline.ingest.RefusedException;
import dev.dateline.record.RawArticle;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files, folders, standard input and web pages to the raw topic. */
@Command(
    name = "publish",
    description = "Send wire items to Kafka: files, folders, globs, standard input, URLs.",
    sortOptions = false)
final class PublishCommand implements Callable<Integer> {

  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "WHAT",
      description = "Files, folders, globs, URLs; - is standard input.")
  private List<String> targets;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Feed or agency they are from (default: 'local'; for URLs the host).")
  private String source;

  @Option(
      names = "--wire",
      paramLabel = "FORMAT",
      description = "Format of the items, where it should not be detected.")
  private String format;

  @Option(
      names = "--watch",
      description =
          "Keep watching the folder and send each file once it is written in full. What was sent"
              + " is kept in its file .dateline-sent, so that a restart goes on.")
  private boolean watch;

  @Option(names = "--allow-private", description = "Fetch from loopback and private addresses too.")
  private boolean allowPrivate;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws Exception {
    DatelineConfig config = kafka.config();
    String topic = config.topics().raw();
    Path folder = watch ? watched() : null;
    Clusters.requireTopic(config, topic);
    Inputs inputs = inputs(config);
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        Publisher publisher =
            new Publisher(
                Producers.of(config, RawArticle.class, schemas), topic, Clock.systemUTC())) {
      return watch ? watch(folder, inputs, publisher) : publish(inputs, publisher, topic);
    }
  }

  private Inputs inputs(DatelineConfig config) {
    int limit = config.sizes().item();
    Fetcher fetcher = new Fetcher(limit, FETCH_TIMEOUT, allowPrivate, VersionProvider.producer());
    return new Inputs(source, format, new BoundedBytes(limit), fetcher, System.in);
  }

  private int publish(Inputs inputs, Publisher publisher, String topic)
      throws InterruptedException {
    PublishReport report = new PublishReport(spec.commandLine().getErr());
    List<Input> found = new ArrayList<>();
    for (String target : targets) {
      try {
        found.addAll(inputs.find(target));
      } catch (IOException e) {
        report.failed(target, Failures.reason(e));
      }
    }
    try (Progress progress = Progress.of("Publishing", found.size())) {
      for (Input input : found) {
        send(input, publisher, report).whenComplete((taken, failure) -> progress.step());
      }
      publisher.flush();
    }
    report.summarise(topic);
    return report.allSent() ? 0 : 1;
  }

  /** Completes with whether it was taken; exceptionally where it may be on another try. */
  private static CompletionStage<Boolean> send(
      Input input, Publisher publisher, PublishReport report) throws InterruptedException {
    WireInput read;
    try {
      read = input.read();
    } catch (RefusedException e) {
      report.refused(input.name(), e.getMessage());
      return CompletableFuture.completedFuture(false);
    } catch (IOException e) {
      report.failed(input.name(), Failures.reason(e));
      return CompletableFuture.failedFuture(e);
    }
    return publisher
        .publish(read)
        .whenComplete(
            (metadata, failure) -> {
              if (failure == null) {
                report.sent(read.bytes().length);
              } else {
                report.failed(input.name(), Failures.describe(failure));
              }
            })
        .thenApply(metadata -> true);
  }

  private int watch(Path folder, Inputs inputs, Publisher publisher) throws IOException {
    PublishReport report = new PublishReport(spec.commandLine().getErr());
    FolderWatch watching = new FolderWatch(folder, LOOK_INTERVAL);
    Thread watcher = Thread.currentThread();
    spec.commandLine().getErr().println("Watching " + folder + "; Ctrl-C stops.");
    try (Interrupts interrupts = Interrupts.wakingUp(watcher::interrupt)) {
      watching.run(
          file -> {
            try {
              return send(inputs.file(file), publisher, report)
                  .whenComplete((taken, failure) -> report.announce(file, taken));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              return CompletableFuture.failedFuture(e);
            }
          },
          failure -> report.failed(folder.toString(), Failures.reason(failure)));
      Thread.interrupted(); // so that what is still queued can be sent
      publisher.flush();
      report.summarise(folder.toString());
    }
    return 0;
  }

  private Path watched() {
    if (targets.size() != 1 || !Files.isDirectory(Path.of(targets.get(0)))) {
      throw new ParameterException(spec.commandLine(), "--watch takes one folder");
    }
    return Path.of(targets.get(0));
  }
}
