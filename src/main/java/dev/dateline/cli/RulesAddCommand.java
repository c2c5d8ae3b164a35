package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.stream.AlertGroup;
import dev.dateline.stream.Durations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds an alert rule, or changes the one with its id. */
@Command(
    name = "add",
    description = {
      "Add an alert rule, or change the one with this id: what is not given then stays as it is."
    },
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

  @Option(
      names = "--threshold",
      paramLabel = "N",
      description = "Alert once N stories match within the window (default: 1, at once).")
  private Integer threshold;

  @Option(
      names = "--window",
      paramLabel = "1h",
      description = "Length of the threshold's window, by when the items were received.")
  private String window;

  @Option(
      names = "--cooldown",
      paramLabel = "30m",
      description = "After an alert, be quiet for so long; 0s: never (default).")
  private String cooldown;

  @Option(
      names = "--group-by",
      paramLabel = "speaker|source|none",
      description = "Count, and be quiet, for each speaker or source by itself (default: none).")
  private String groupBy;

  @Option(
      names = "--every-copy",
      negatable = true,
      description = "Alert for each copy and version of a story (default: once for a story).")
  private Boolean everyCopy;

  @Option(names = "--disabled", description = "Keep it, but do not match it.")
  private boolean disabled;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    // What is wrong with the words of the command needs no broker to be told.
    RuleChecks.check(changed(AlertRule.newBuilder().setId(id).setWindowMillis(1)).build());
    try (RuleSession session = RuleSession.open(kafka.config())) {
      AlertRule old = session.rules().get(id);
      AlertRule rule =
          changed(old == null ? AlertRule.newBuilder().setId(id) : AlertRule.newBuilder(old))
              .build();
      RuleChecks.check(rule);
      boolean sent = session.put(rule);
      String done = old == null ? "added " : sent ? "changed " : "unchanged: ";
      spec.commandLine().getErr().println(done + id);
    }
    return 0;
  }

  private AlertRule.Builder changed(AlertRule.Builder rule) {
    if (description != null) {
      rule.setDescription(description);
    }
    if (!tags.isEmpty()) {
      rule.setTags(tags);
    }
    if (threshold != null) {
      rule.setThreshold(threshold);
    }
    if (window != null) {
      rule.setWindowMillis(millis("--window", window));
    }
    if (cooldown != null) {
      rule.setCooldownMillis(millis("--cooldown", cooldown));
    }
    if (groupBy != null) {
      rule.setGroupBy(group());
    }
    if (everyCopy != null) {
      rule.setEveryCopy(everyCopy);
    }
    return rule.setQuery(query).setEnabled(!disabled);
  }

  private long millis(String option, String value) {
    try {
      return Durations.parse(value).toMillis();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }

  private String group() {
    if (groupBy.equalsIgnoreCase("none")) {
      return null;
    }
    for (AlertGroup group : AlertGroup.values()) {
      if (group.label().equalsIgnoreCase(groupBy)) {
        return group.label();
      }
    }
    throw new ParameterException(
        spec.commandLine(), "--group-by is speaker, source or none, not '" + groupBy + "'");
  }
}
