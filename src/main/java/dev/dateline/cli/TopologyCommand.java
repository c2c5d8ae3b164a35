package dev.dateline.cli;

import dev.dateline.stream.TopologyDescriber;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the topology. */
@Command(
    name = "topology",
    description = "Print how records flow: topics, processors, stores. Needs no Kafka.",
    sortOptions = false)
final class TopologyCommand implements Callable<Integer> {

  /** How to print it. */
  enum Format {
    TEXT,
    MERMAID,
    MARKDOWN
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "text|mermaid|markdown",
      defaultValue = "text",
      description = "How to print (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    TopologyDescriber topology = TopologyDescriber.of(kafka.config());
    spec.commandLine()
        .getOut()
        .print(
            switch (format) {
              case TEXT -> topology.text();
              case MERMAID -> topology.mermaid();
              case MARKDOWN -> topology.markdown();
            });
    spec.commandLine().getOut().flush();
    return 0;
  }
}
