package dev.dateline.cli;

import java.util.List;
import java.util.concurrent.Callable;
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
    boolean allThere = true;
    try (RuleSession session = RuleSession.open(kafka.config())) {
      for (String id : ids) {
        if (session.rules().containsKey(id)) {
          session.remove(id);
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
