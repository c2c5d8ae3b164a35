package dev.dateline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.record.AlertRule;
import dev.dateline.schema.AvroJson;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.Durations;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the alert rules. */
@Command(
    name = "list",
    description = "List the alert rules, how often each has fired, and when last.",
    sortOptions = false)
final class RulesListCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().alertRules());
    Clusters.requireTopic(config, config.topics().alerts());
    PrintWriter out = spec.commandLine().getOut();
    Terminal terminal = Terminal.standardOutput();
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      Map<String, AlertRule> rules = new RuleStore(config, schemas).all();
      Map<String, AlertTally> tallies = AlertTally.byRule(config, schemas);
      for (AlertRule rule : rules.values()) {
        AlertTally tally = tallies.getOrDefault(rule.getId(), AlertTally.NONE);
        if (json) {
          out.println(json(rule, tally));
        } else {
          print(rule, tally, terminal, out);
        }
      }
    }
    return 0;
  }

  private static String json(AlertRule rule, AlertTally tally) {
    try {
      ObjectNode object = (ObjectNode) JSON.readTree(AvroJson.toJson(rule));
      object.put("fired", tally.fired()).put("retracted", tally.retracted());
      object.put("lastFired", tally.last() == null ? null : tally.last().toString());
      return object.toString();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // what we wrote ourselves
    }
  }

  private static void print(AlertRule rule, AlertTally tally, Terminal terminal, PrintWriter out) {
    StyledText title = new StyledText().add(rule.getId(), "1");
    title.add(rule.getEnabled() ? "" : "  disabled", "2");
    title.add(rule.getDescription() == null ? "" : "  " + rule.getDescription(), "2");
    title.wrap(terminal, "", "  ").forEach(out::println);
    new StyledText().add(rule.getQuery()).wrap(terminal, "  ", "    ").forEach(out::println);
    String when = when(rule);
    if (!when.isEmpty()) {
      new StyledText().add(when).wrap(terminal, "  ", "    ").forEach(out::println);
    }
    new StyledText().add(tally(tally), "2").wrap(terminal, "  ", "    ").forEach(out::println);
  }

  /** When it fires, where that is not at once and always. */
  private static String when(AlertRule rule) {
    StringJoiner when = new StringJoiner(" · ");
    if (rule.getThreshold() > 1) {
      when.add("at " + rule.getThreshold() + " within " + length(rule.getWindowMillis()));
    }
    if (rule.getCooldownMillis() > 0) {
      when.add("then quiet for " + length(rule.getCooldownMillis()));
    }
    if (rule.getGroupBy() != null) {
      when.add("for each " + rule.getGroupBy());
    }
    if (rule.getEveryCopy()) {
      when.add("every copy");
    }
    Instant snoozed = rule.getSnoozedUntil();
    if (snoozed != null && snoozed.isAfter(Instant.now())) {
      when.add("snoozed until " + snoozed.truncatedTo(ChronoUnit.SECONDS));
    }
    if (!rule.getTags().isEmpty()) {
      when.add("tags " + String.join(", ", rule.getTags()));
    }
    return when.toString();
  }

  private static String length(long millis) {
    return Durations.print(Duration.ofMillis(millis));
  }

  private static String tally(AlertTally tally) {
    if (tally.fired() == 0) {
      return "never fired";
    }
    String times = tally.fired() == 1 ? "fired once" : "fired " + tally.fired() + " times";
    String last =
        tally.last() == null ? "" : ", last at " + tally.last().truncatedTo(ChronoUnit.SECONDS);
    return times + last + (tally.retracted() == 0 ? "" : "; " + tally.retracted() + " retracted");
  }
}
