package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicAdmin;
import dev.dateline.stream.TopicDefinition;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the topics and whether they are there. */
@Command(
    name = "list",
    description = "List the topics, what they should be like, and whether they are there.",
    sortOptions = false)
final class TopicsListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    try (Admin admin = Clusters.admin(config)) {
      TopicAdmin topics = new TopicAdmin(admin, config);
      Set<String> missing = new HashSet<>();
      topics.missing().forEach(topic -> missing.add(topic.name()));
      for (TopicDefinition topic : topics.wanted()) {
        spec.commandLine()
            .getOut()
            .printf(
                Locale.ROOT,
                "%-24s %4d partitions  %-16s %s%n",
                topic.name(),
                topic.partitions(),
                topic.settings().get("cleanup.policy"),
                missing.contains(topic.name()) ? "MISSING" : "there");
      }
    }
    return 0;
  }
}
