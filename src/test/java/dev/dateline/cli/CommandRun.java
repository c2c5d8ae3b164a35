package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import dev.dateline.testing.TestCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * One run of a command in this process.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exit, String out, String err) {

  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    int exit = command.execute(arguments);
    return new CommandRun(exit, out.toString(), err.toString());
  }

  /** Lines of standard output. */
  List<String> lines() {
    return out.lines().toList();
  }

  /** What every command of a test needs to find its cluster and its own topics on it. */
  static List<String> flags(TestCluster cluster, Path state) {
    return flags(cluster, state, cluster.prefix(), cluster.name("app"));
  }

  static List<String> flags(
      TestCluster cluster, Path state, String topicPrefix, String applicationId) {
    return List.of(
        "--bootstrap-server",
        cluster.bootstrapServers(),
        "--schema-registry",
        cluster.registryUrl(),
        "--command-property",
        "dateline.topic.prefix=" + topicPrefix,
        "--command-property",
        "application.id=" + applicationId,
        "--command-property",
        "dateline.partitions=3",
        "--command-property",
        "dateline.max.item.bytes=1048576",
        "--command-property",
        "dateline.http.port=0",
        "--command-property",
        "state.dir=" + state);
  }

  /** The settings that {@link #flags} come to. */
  static DatelineConfig config(List<String> flags) {
    DatelineConfig.Builder config = DatelineConfig.builder();
    for (int i = 0; i < flags.size(); i += 2) {
      switch (flags.get(i)) {
        case "--bootstrap-server" -> config.flag("bootstrap.servers", flags.get(i + 1));
        case "--schema-registry" -> config.flag("schema.registry.url", flags.get(i + 1));
        default -> {
          String[] pair = flags.get(i + 1).split("=", 2);
          config.flag(pair[0], pair[1]);
        }
      }
    }
    return config.build();
  }

  /** The arguments with {@link #flags} after them. */
  static String[] with(List<String> flags, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(flags);
    return all.toArray(String[]::new);
  }
}
