package dev.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the alert rules as YAML. */
@Command(
    name = "export",
    description = "Write all alert rules as YAML, for 'rules import'.",
    sortOptions = false)
final class RulesExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to (default: standard output).")
  private Path file;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws IOException {
    try (RuleSession session = RuleSession.open(kafka.config())) {
      String yaml = RuleYaml.write(session.rules().values());
      if (file == null) {
        spec.commandLine().getOut().print(yaml);
        spec.commandLine().getOut().flush();
      } else {
        Files.writeString(file, yaml);
        spec.commandLine().getErr().println(session.rules().size() + " rules written to " + file);
      }
    }
    return 0;
  }
}
