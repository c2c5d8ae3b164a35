package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicDefinition;
import dev.dateline.stream.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the commands that somebody with the rights would create topics and ACLs with. */
@Command(
    name = "print",
    aliases = "--print",
    description =
        "Print the kafka-topics and kafka-acls commands for a cluster where one may not create."
            + " Needs no Kafka.",
    sortOptions = false)
final class TopicsPrintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--principal",
      paramLabel = "NAME",
      defaultValue = "User:dateline",
      description = "Who runs the stream (default: ${DEFAULT-VALUE}).")
  private String principal;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    PrintWriter out = spec.commandLine().getOut();
    TopicDefinition.all(config).forEach(topic -> out.println(create(config, topic)));
    acls(config).forEach(out::println);
    out.flush();
    return 0;
  }

  private static String create(DatelineConfig config, TopicDefinition topic) {
    StringJoiner command = new StringJoiner(" \\\n  ");
    command.add("kafka-topics.sh --bootstrap-server " + config.bootstrapServers());
    command.add("--create --if-not-exists --topic " + topic.name());
    command.add("--partitions " + topic.partitions());
    if (topic.replicationFactor() > 0) {
      command.add("--replication-factor " + topic.replicationFactor());
    }
    new TreeMap<>(topic.settings())
        .forEach((name, value) -> command.add("--config " + name + "=" + value));
    return command.toString();
  }

  private List<String> acls(DatelineConfig config) {
    Topics topics = config.topics();
    String id = config.applicationId();
    return List.of(
        acl(
            config,
            "--operation Read --operation Write --operation Describe"
                + " --operation DescribeConfigs --topic "
                + topics.prefix()
                + " --resource-pattern-type prefixed"),
        acl(config, "--operation All --topic " + id + "- --resource-pattern-type prefixed"),
        acl(
            config,
            "--operation Read --operation Describe --group "
                + id
                + " --resource-pattern-type prefixed"),
        acl(
            config,
            "--operation Write --operation Describe --transactional-id "
                + id
                + "- --resource-pattern-type prefixed"),
        acl(config, "--operation IdempotentWrite --operation Describe --cluster"));
  }

  private String acl(DatelineConfig config, String what) {
    return "kafka-acls.sh --bootstrap-server "
        + config.bootstrapServers()
        + " --add \\\n  --allow-principal "
        + principal
        + " \\\n  "
        + what;
  }
}
