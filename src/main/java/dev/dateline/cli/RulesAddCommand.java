package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleQuery;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds an alert rule, or changes the one with its id. */
@Command(
    name = "add",
    description = "Add an alert rule, or change the one with this id.",
    sortOptions = false)
final class RulesAddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ID", description = "A short name for it: cyber.")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "QUERY",
      description = "What to look for, in the rule language: 'cyber* OR ransomware'.")
  private String query;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private String description;

  @Option(names = "--tag", paramLabel = "TAG", description = "A free tag. May be repeated.")
  private List<String> tags = List.of();

  @Option(names = "--disabled", description = "Keep it, but do not match it.")
  private boolean disabled;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    if (id.isBlank() || id.length() > 200) {
      throw new CommandFailure("a rule's id has 1 to 200 characters");
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      RuleQuery.parse(query);
    } catch (RuleException e) {
      err.println("dateline: the rule is not added: " + e.getMessage());
      if (query.indexOf('\n') < 0) {
        err.println("  " + query);
        err.println("  " + " ".repeat(Math.max(0, e.column() - 1)) + "^");
      }
      return 1;
    }
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().alertRules());
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      RuleStore rules = new RuleStore(config, schemas);
      AlertRule old = rules.all().get(id);
      AlertRule rule = changed(old);
      try (Producer<String, AlertRule> producer = Producers.of(config, AlertRule.class, schemas)) {
        rules.send(producer, id, rule);
      }
      err.println((old == null ? "added " : "changed ") + id);
    }
    return 0;
  }

  private AlertRule changed(AlertRule old) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    AlertRule.Builder rule =
        old == null ? AlertRule.newBuilder().setId(id).setCreated(now) : AlertRule.newBuilder(old);
    if (description != null) {
      rule.setDescription(description);
    }
    if (!tags.isEmpty()) {
      rule.setTags(tags);
    }
    return rule.setQuery(query).setEnabled(!disabled).setChanged(now).build();
  }
}
