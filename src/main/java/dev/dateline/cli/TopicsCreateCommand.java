package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicAdmin;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates the topics that are missing. */
@Command(
    name = "create",
    description = "Create the topics that are missing; topics that exist stay as they are.",
    sortOptions = false)
final class TopicsCreateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    PrintWriter err = spec.commandLine().getErr();
    try (Admin admin = Clusters.admin(config)) {
      TopicAdmin topics = new TopicAdmin(admin, config);
      List<String> created = topics.create();
      created.forEach(name -> err.println("created " + name));
      if (created.isEmpty()) {
        err.println("every topic is there already");
      }
      List<String> problems = topics.problems();
      problems.forEach(problem -> err.println("dateline: " + problem));
      return problems.isEmpty() ? 0 : 1;
    }
  }
}
