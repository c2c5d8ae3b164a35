package dev.dateline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.record.AlertRule;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleMatch;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.Durations;
import dev.dateline.stream.TopicReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a query over what is on the topics already. */
@Command(
    name = "test",
    description = {
      "Run a query over the items that are on the topics, and show what a rule would have found:",
      "how many, how many a day, and the best matches. Changes nothing."
    },
    sortOptions = false)
final class RulesTestCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int WIDEST_BAR = 40;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "QUERY", description = "What to look for, in the rule language.")
  private String query;

  @Option(
      names = "--since",
      paramLabel = "7d",
      defaultValue = "7d",
      description = "Items received no longer ago (default: ${DEFAULT-VALUE}).")
  private String since;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Matches to show (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(names = "--json", description = "One JSON object a line: the sum, then the matches.")
  private boolean json;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() {
    Instant now = Instant.now();
    Instant start = now.minus(length());
    RuleChecks.check(AlertRule.newBuilder().setId("test").setQuery(query).build());
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().enriched());
    try (BackTest test = new BackTest(query)) {
      read(config, start, test);
      if (json) {
        printJson(test, now);
      } else {
        print(test, now);
      }
    } catch (RuleException e) {
      throw new CommandFailure(e.getMessage(), e); // checked above
    }
    return 0;
  }

  private Duration length() {
    try {
      return Durations.parse(since);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--since: " + e.getMessage(), e);
    }
  }

  private void read(DatelineConfig config, Instant start, BackTest test) {
    String topic = config.topics().enriched();
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        AvroDeserializer<EnrichedArticle> values =
            new AvroDeserializer<>(EnrichedArticle.class, schemas);
        TopicReader reader = TopicReader.open(config, topic, TopicReader.Start.since(start))) {
      Map<Integer, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          add(record, values, test);
        }
      }
    }
  }

  private void add(
      ConsumerRecord<byte[], byte[]> record,
      AvroDeserializer<EnrichedArticle> values,
      BackTest test) {
    try {
      EnrichedArticle article =
          record.value() == null ? null : values.deserialize(record.topic(), record.value());
      test.add(Keys.text(record.key()), Instant.ofEpochMilli(record.timestamp()), article);
    } catch (UndecodableException | IllegalArgumentException e) {
      spec.commandLine()
          .getErr()
          .printf(
              "dateline: partition %d, offset %d left out: %s%n",
              record.partition(), record.offset(), e.getMessage());
    }
  }

  private void print(BackTest test, Instant now) {
    PrintWriter out = spec.commandLine().getOut();
    Terminal terminal = Terminal.standardOutput();
    out.printf(
        Locale.ROOT,
        "%,d of %,d items match, %.1f a day; %,d matches in all%n",
        test.matchedItems(),
        test.items(),
        test.perDay(now),
        test.matches());
    int most = test.byDay().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    test.byDay()
        .forEach(
            (day, count) ->
                out.printf(
                    Locale.ROOT,
                    "  %s  %,6d  %s%n",
                    day,
                    count,
                    "#".repeat(Math.max(1, count * WIDEST_BAR / most))));
    for (BackTest.Found found : test.top(top)) {
      RuleMatch match = found.best();
      out.println();
      String title = String.format(Locale.ROOT, "%.2f  ", match.score());
      String headline = found.headline() == null ? "" : "  " + found.headline();
      new StyledText()
          .add(title)
          .add(found.source(), "1")
          .add(headline)
          .wrap(terminal, "", "      ")
          .forEach(out::println);
      TextPrinter.snippet(match.snippet(), terminal)
          .wrap(terminal, "      ", "      ")
          .forEach(out::println);
    }
    out.flush();
  }

  private void printJson(BackTest test, Instant now) {
    ObjectMapper mapper = new ObjectMapper();
    PrintWriter out = spec.commandLine().getOut();
    ObjectNode sum = mapper.createObjectNode();
    sum.put("items", test.items()).put("matchedItems", test.matchedItems());
    sum.put("matches", test.matches()).put("perDay", test.perDay(now));
    ObjectNode days = sum.putObject("byDay");
    test.byDay().forEach((day, count) -> days.put(day.toString(), count));
    out.println(sum);
    for (BackTest.Found found : test.top(top)) {
      RuleMatch match = found.best();
      ObjectNode one = mapper.createObjectNode();
      one.put("score", match.score()).put("source", found.source());
      one.put("headline", found.headline()).put("received", found.received().toString());
      one.put("matchedOn", match.matchedOn().name()).put("section", match.section());
      one.put("speaker", match.speaker()).put("snippet", match.snippet());
      out.println(one);
    }
    out.flush();
  }
}
