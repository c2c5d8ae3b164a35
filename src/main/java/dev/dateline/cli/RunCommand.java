package dev.dateline.cli;

import dev.dateline.enrich.Enricher;
import dev.dateline.stream.DatelineConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the stream until it is stopped. */
@Command(
    name = "run",
    description = "Run the stream: raw items in, quotes, entities and alerts out.",
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--no-http", description = "Serve no health, metrics, events and console.")
  private boolean noHttp;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws InterruptedException {
    Logs.service();
    DatelineConfig config = kafka.config();
    try (Service service = Service.start(config, Enricher.standard(), !noHttp)) {
      if (service.url() != null) {
        spec.commandLine().getErr().println("Console: " + service.url());
      }
      try (Interrupts interrupts = Interrupts.wakingUp(service.runner()::close)) {
        service.runner().awaitStop();
      }
      service
          .runner()
          .failure()
          .ifPresent(
              failure -> {
                throw new CommandFailure(
                    "the stream ended: " + Failures.describe(failure), failure);
              });
    }
    return 0;
  }
}
