package dev.dateline.server;

import dev.dateline.record.RecordFilter;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleQuery;
import dev.dateline.stream.Durations;
import dev.dateline.stream.OutputTopic;
import dev.dateline.stream.TopicReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a client asks for: a topic, a filter and where to start.
 *
 * @param what the topic
 * @param filter which records
 * @param start where to start
 */
record EventRequest(OutputTopic what, RecordFilter filter, TopicReader.Start start) {

  private static final Set<String> PARAMETERS =
      Set.of(
          "speaker",
          "source",
          "language",
          "min-confidence",
          "kind",
          "type",
          "name",
          "link",
          "min-salience",
          "rule",
          "story",
          "where",
          "from",
          "since",
          "last-event-id");

  /**
   * Reads a request.
   *
   * @param what the topic as people call it
   * @param names names of the parameters given
   * @param parameter gives a parameter's value, or null
   * @param lastEventId id of the last event the client got, or null
   * @param topicName gives a topic's full name
   * @param now the present
   * @throws IllegalArgumentException where something makes no sense: the message says what
   */
  static EventRequest of(
      String what,
      Set<String> names,
      Function<String, String> parameter,
      String lastEventId,
      Function<OutputTopic, String> topicName,
      Instant now) {
    Set<String> unknown = new TreeSet<>(names);
    unknown.removeAll(PARAMETERS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown parameter: "
              + String.join(", ", unknown)
              + "; there are "
              + String.join(", ", new TreeSet<>(PARAMETERS)));
    }
    OutputTopic topic = topic(what);
    String resume = lastEventId == null ? parameter.apply("last-event-id") : lastEventId;
    TopicReader.Start start =
        resume == null || resume.isBlank()
            ? start(parameter, now)
            : resume(resume, topicName.apply(topic));
    return new EventRequest(topic, filter(parameter), start);
  }

  private static OutputTopic topic(String what) {
    try {
      return OutputTopic.valueOf(what.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "there are "
              + String.join(
                  ", ", Arrays.stream(OutputTopic.values()).map(OutputTopic::label).toList()),
          e);
    }
  }

  private static TopicReader.Start resume(String id, String topic) {
    EventId last = EventId.parse(id);
    if (!last.topic().equals(topic)) {
      throw new IllegalArgumentException("the last event's id is of another topic: " + id);
    }
    return TopicReader.Start.at(last.next());
  }

  private static TopicReader.Start start(Function<String, String> parameter, Instant now) {
    String since = parameter.apply("since");
    if (since != null) {
      return TopicReader.Start.since(now.minus(Durations.parse(since)));
    }
    String from = parameter.apply("from");
    if (from == null || from.equals("end")) {
      return TopicReader.Start.end();
    }
    if (from.equals("beginning")) {
      return TopicReader.Start.beginning();
    }
    throw new IllegalArgumentException("from: 'beginning' or 'end'");
  }

  private static RecordFilter filter(Function<String, String> parameter) {
    return RecordFilter.builder()
        .speaker(parameter.apply("speaker"))
        .source(parameter.apply("source"))
        .language(parameter.apply("language"))
        .kind(parameter.apply("kind"))
        .minConfidence(number("min-confidence", parameter))
        .type(parameter.apply("type"))
        .name(parameter.apply("name"))
        .link(parameter.apply("link"))
        .minSalience(number("min-salience", parameter))
        .rule(parameter.apply("rule"))
        .story(parameter.apply("story"))
        .where(query(parameter.apply("where")))
        .build();
  }

  private static Double number(String name, Function<String, String> parameter) {
    String value = parameter.apply(name);
    try {
      return value == null || value.isBlank() ? null : Double.valueOf(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": '" + value + "' is no number", e);
    }
  }

  private static RuleQuery query(String where) {
    try {
      return where == null || where.isBlank() ? null : RuleQuery.parse(where);
    } catch (RuleException e) {
      throw new IllegalArgumentException("where: " + e.getMessage(), e);
    }
  }
}
