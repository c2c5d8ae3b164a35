package dev.dateline.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.record.AlertRule;
import dev.dateline.stream.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Alert rules as people keep them in a file. */
final class RuleYaml {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private RuleYaml() {}

  /** The file. */
  private record Rules(List<Entry> rules) {}

  /** A rule; what is as it usually is, is not written. */
  @JsonPropertyOrder({
    "id",
    "query",
    "description",
    "enabled",
    "snoozedUntil",
    "threshold",
    "window",
    "cooldown",
    "groupBy",
    "everyCopy",
    "tags"
  })
  private record Entry(
      String id,
      String query,
      String description,
      Boolean enabled,
      String snoozedUntil,
      Integer threshold,
      String window,
      String cooldown,
      String groupBy,
      Boolean everyCopy,
      List<String> tags) {

    static Entry of(AlertRule rule) {
      return new Entry(
          rule.getId(),
          rule.getQuery(),
          rule.getDescription(),
          rule.getEnabled() ? null : false,
          rule.getSnoozedUntil() == null ? null : rule.getSnoozedUntil().toString(),
          rule.getThreshold() == 1 ? null : rule.getThreshold(),
          length(rule.getWindowMillis()),
          length(rule.getCooldownMillis()),
          rule.getGroupBy(),
          rule.getEveryCopy() ? true : null,
          rule.getTags().isEmpty() ? null : rule.getTags());
    }

    private static String length(long millis) {
      return millis == 0 ? null : Durations.print(Duration.ofMillis(millis));
    }

    AlertRule rule() {
      AlertRule.Builder rule = AlertRule.newBuilder().setId(id).setQuery(query);
      rule.setDescription(description).setGroupBy(groupBy);
      rule.setEnabled(enabled == null || enabled);
      rule.setEveryCopy(everyCopy != null && everyCopy);
      rule.setThreshold(threshold == null ? 1 : threshold);
      rule.setWindowMillis(window == null ? 0 : Durations.parse(window).toMillis());
      rule.setCooldownMillis(cooldown == null ? 0 : Durations.parse(cooldown).toMillis());
      rule.setSnoozedUntil(snoozedUntil == null ? null : Instant.parse(snoozedUntil));
      rule.setTags(tags == null ? List.of() : tags);
      return rule.build();
    }
  }

  static String write(Collection<AlertRule> rules) {
    try {
      return YAML.writeValueAsString(new Rules(rules.stream().map(Entry::of).toList()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers can always be written", e);
    }
  }

  /**
   * Reads rules, and makes sure that each could be taken.
   *
   * @throws CommandFailure where one could not, or this is no such file: says which, and why
   */
  static List<AlertRule> read(String yaml) {
    List<AlertRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Entry entry : entries(yaml)) {
      if (entry == null || entry.id() == null || entry.query() == null) {
        throw new CommandFailure("a rule needs an id and a query");
      }
      AlertRule rule;
      try {
        rule = entry.rule();
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw new CommandFailure("rule " + entry.id() + ": " + e.getMessage(), e);
      }
      RuleChecks.check(rule);
      if (!ids.add(rule.getId())) {
        throw new CommandFailure("rule " + rule.getId() + " stands there twice");
      }
      rules.add(rule);
    }
    return rules;
  }

  private static List<Entry> entries(String yaml) {
    try {
      Rules rules = YAML.readValue(yaml, Rules.class);
      if (rules == null || rules.rules() == null) {
        throw new CommandFailure("there is no list 'rules' in it");
      }
      return rules.rules();
    } catch (JsonProcessingException e) {
      // The first line says it; the parser goes on to quote the file.
      String what = e.getOriginalMessage().lines().findFirst().orElse("no YAML");
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new CommandFailure(where + what, e);
    }
  }
}
