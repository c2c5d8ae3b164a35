package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.Durations;
import dev.dateline.stream.StreamsReset;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the stream read part of the raw items again. */
@Command(
    name = "reprocess",
    description =
        "Read the raw items since a time again when the stream starts next. What was found and no"
            + " longer is, is withdrawn.",
    sortOptions = false)
final class ReprocessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--since",
      required = true,
      paramLabel = "TIME",
      description = "How long ago (7d, 12h) or when (2026-03-04T05:06:07Z) they were received.")
  private String since;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--force", description = "Put members that still run out of the group.")
  private boolean force;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    Instant from = from();
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().raw());
    try (Admin admin = Clusters.admin(config)) {
      StreamsReset reset = new StreamsReset(admin, config);
      return ResetPlans.carryOut(
          reset, reset.planReprocess(from), dryRun, force, spec.commandLine().getErr());
    }
  }

  private Instant from() {
    try {
      return Instant.parse(since);
    } catch (DateTimeException e) {
      // then it is a length of time
    }
    try {
      return Instant.now().minus(Durations.parse(since));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--since: " + e.getMessage(), e);
    }
  }
}
