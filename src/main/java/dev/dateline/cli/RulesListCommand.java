package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.schema.AvroJson;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the alert rules. */
@Command(name = "list", description = "List the alert rules.", sortOptions = false)
final class RulesListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().alertRules());
    PrintWriter out = spec.commandLine().getOut();
    Terminal terminal = Terminal.standardOutput();
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      for (AlertRule rule : new RuleStore(config, schemas).all().values()) {
        if (json) {
          out.println(AvroJson.toJson(rule));
        } else {
          print(rule, terminal, out);
        }
      }
    }
    return 0;
  }

  private static void print(AlertRule rule, Terminal terminal, PrintWriter out) {
    StyledText title = new StyledText().add(rule.getId(), "1");
    title.add(rule.getEnabled() ? "" : "  disabled", "2");
    title.add(rule.getDescription() == null ? "" : "  " + rule.getDescription(), "2");
    title.wrap(terminal, "", "  ").forEach(out::println);
    new StyledText().add(rule.getQuery()).wrap(terminal, "  ", "    ").forEach(out::println);
  }
}
