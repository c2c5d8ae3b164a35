package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes alert rules. */
@Command(name = "remove", description = "Remove alert rules.", sortOptions = false)
final class RulesRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of the rules.")
  private List<String> ids;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().alertRules());
    boolean allThere = true;
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        Producer<String, AlertRule> producer = Producers.of(config, AlertRule.class, schemas)) {
      RuleStore rules = new RuleStore(config, schemas);
      Map<String, AlertRule> all = rules.all();
      for (String id : ids) {
        if (all.containsKey(id)) {
          rules.send(producer, id, null);
          spec.commandLine().getErr().println("removed " + id);
        } else {
          allThere = false;
          spec.commandLine().getErr().println("dateline: there is no rule " + id);
        }
      }
    }
    return allThere ? 0 : 1;
  }
}
