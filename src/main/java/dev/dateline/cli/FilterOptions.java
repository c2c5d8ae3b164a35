package dev.dateline.cli;

import dev.dateline.record.RecordFilter;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleQuery;
import picocli.CommandLine.Option;

/** Which records are wanted. */
final class FilterOptions {

  @Option(names = "--speaker", paramLabel = "NAME", description = "Quotes of this speaker.")
  private String speaker;

  @Option(names = "--source", paramLabel = "NAME,...", description = "From these sources.")
  private String source;

  @Option(names = "--language", paramLabel = "TAG,...", description = "In these languages.")
  private String language;

  @Option(
      names = "--kind",
      paramLabel = "KIND,...",
      description = "Quotes of these kinds: direct, mixed, indirect.")
  private String kind;

  @Option(
      names = "--min-confidence",
      paramLabel = "0..1",
      description = "Quotes that are at least so sure.")
  private Double minConfidence;

  @Option(
      names = "--type",
      paramLabel = "TYPE,...",
      description = "Entities of these types: person, organisation, place, group, event, product.")
  private String type;

  @Option(names = "--name", paramLabel = "NAME", description = "Entities of this name.")
  private String name;

  @Option(
      names = "--link",
      paramLabel = "LIST[:ID]",
      description = "Entities linked to this list, or to this entry of it.")
  private String link;

  @Option(
      names = "--min-salience",
      paramLabel = "0..1",
      description = "Entities that their article is at least so much about.")
  private Double minSalience;

  @Option(names = "--rule", paramLabel = "ID,...", description = "Alerts of these rules.")
  private String rule;

  @Option(
      names = "--story",
      paramLabel = "ID,...",
      description = "Items of these stories, and alerts on them.")
  private String story;

  @Option(
      names = "--where",
      paramLabel = "QUERY",
      description = "Records that a query of the rule language matches.")
  private String where;

  /**
   * The filter.
   *
   * @throws IllegalArgumentException where a value makes no sense
   */
  RecordFilter filter() {
    return RecordFilter.builder()
        .speaker(speaker)
        .source(source)
        .language(language)
        .kind(kind)
        .minConfidence(minConfidence)
        .type(type)
        .name(name)
        .link(link)
        .minSalience(minSalience)
        .rule(rule)
        .story(story)
        .where(where())
        .build();
  }

  private RuleQuery where() {
    try {
      return where == null ? null : RuleQuery.parse(where);
    } catch (RuleException e) {
      throw new IllegalArgumentException("--where: " + e.getMessage(), e);
    }
  }
}
