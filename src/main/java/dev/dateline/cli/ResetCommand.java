package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.StreamsReset;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the stream read everything again. */
@Command(
    name = "reset",
    description =
        "Read all raw items again when the stream starts next. What is remembered of them is kept,"
            + " unless --delete-output makes it start from nothing.",
    sortOptions = false)
final class ResetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--delete-output",
      description = "Delete the output topics, the internal ones and local state.")
  private boolean deleteOutput;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--force", description = "Put members that still run out of the group.")
  private boolean force;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().raw());
    try (Admin admin = Clusters.admin(config)) {
      StreamsReset reset = new StreamsReset(admin, config);
      return ResetPlans.carryOut(
          reset, reset.planReset(deleteOutput), dryRun, force, spec.commandLine().getErr());
    }
  }
}
