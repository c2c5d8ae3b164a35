package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.stream.Durations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Switches alert rules on, off, or off for a while. */
abstract class RulesSwitchCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of the rules.")
  private List<String> ids;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    String done = describe();
    boolean allThere = true;
    try (RuleSession session = RuleSession.open(kafka.config())) {
      for (String id : ids) {
        AlertRule rule = session.rules().get(id);
        if (rule == null) {
          allThere = false;
          spec.commandLine().getErr().println("dateline: there is no rule " + id);
        } else {
          AlertRule.Builder changed = AlertRule.newBuilder(rule);
          change(changed);
          session.put(changed.build());
          spec.commandLine().getErr().println(done + id);
        }
      }
    }
    return allThere ? 0 : 1;
  }

  /** What is said of each rule, before its id. */
  abstract String describe();

  abstract void change(AlertRule.Builder rule);

  /** Switches rules on. */
  @Command(
      name = "enable",
      description = "Match alert rules again, and end their snooze.",
      sortOptions = false)
  static final class Enable extends RulesSwitchCommand {
    @Override
    String describe() {
      return "enabled ";
    }

    @Override
    void change(AlertRule.Builder rule) {
      rule.setEnabled(true).setSnoozedUntil(null);
    }
  }

  /** Switches rules off. */
  @Command(
      name = "disable",
      description = "Keep alert rules, but do not match them.",
      sortOptions = false)
  static final class Disable extends RulesSwitchCommand {
    @Override
    String describe() {
      return "disabled ";
    }

    @Override
    void change(AlertRule.Builder rule) {
      rule.setEnabled(false);
    }
  }

  /** Silences rules for a while. */
  @Command(
      name = "snooze",
      description = "Silence alert rules for a while; thresholds go on counting.",
      sortOptions = false)
  static final class Snooze extends RulesSwitchCommand {

    @Option(
        names = "--for",
        paramLabel = "1h",
        defaultValue = "1h",
        description = "How long (default: ${DEFAULT-VALUE}); 0s ends it.")
    private String length;

    private Instant until;

    @Override
    String describe() {
      try {
        until = Instant.now().plus(Durations.parse(length)).truncatedTo(ChronoUnit.MILLIS);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), "--for: " + e.getMessage(), e);
      }
      return "snoozed until " + until.truncatedTo(ChronoUnit.SECONDS) + ": ";
    }

    @Override
    void change(AlertRule.Builder rule) {
      rule.setSnoozedUntil(until);
    }
  }
}
