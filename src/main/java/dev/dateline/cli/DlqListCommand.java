package dev.dateline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.record.RawArticle;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.DeadLetter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the dead letters: what, why, where and when. */
@Command(
    name = "list",
    description = "List what could not be processed: what it was, why, where and when.",
    sortOptions = false)
final class DlqListCommand implements Callable<Integer> {

  private static final JsonFactory JSON = new JsonFactory();

  @Spec private CommandSpec spec;

  @Mixin private LetterFilter filter;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(names = "--stack-trace", description = "Show where in the code it failed.")
  private boolean stackTrace;

  @Mixin private KafkaOptions kafka;

  private int count;

  @Override
  public Integer call() {
    DatelineConfig config = kafka.config();
    Clusters.requireTopic(config, config.topics().deadLetters());
    PrintWriter out = spec.commandLine().getOut();
    Terminal terminal = Terminal.standardOutput();
    List<String> missing;
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        Deserializer<RawArticle> raw = new AvroDeserializer<>(RawArticle.class, schemas)) {
      missing =
          Letters.forEach(
              config,
              filter,
              (record, letter) -> {
                count++;
                RawArticle article = article(letter, raw);
                if (json) {
                  out.println(json(record, letter, article));
                } else {
                  print(record, letter, article, terminal, out);
                }
              });
    }
    PrintWriter err = spec.commandLine().getErr();
    missing.forEach(id -> err.println("dateline: there is no such dead letter: " + id));
    err.println(count + (count == 1 ? " dead letter" : " dead letters"));
    return missing.isEmpty() ? 0 : 1;
  }

  private void print(
      ConsumerRecord<byte[], byte[]> record,
      DeadLetter letter,
      RawArticle article,
      Terminal terminal,
      PrintWriter out) {
    StyledText title = new StyledText().add(LetterFilter.id(record), "1").add("  ");
    title.add(letter.stage(), "33").add("  ").add(letter.message(), "31");
    title.wrap(terminal, "", "  ").forEach(out::println);
    StringJoiner facts = new StringJoiner(" · ");
    facts.add(simple(letter.exception()));
    facts.add("from " + letter.topic() + " " + letter.partition() + ":" + letter.offset());
    if (article != null) {
      facts.add("source " + article.getSource());
      if (article.getUri() != null) {
        facts.add(article.getUri());
      }
    }
    facts.add(size(letter, article));
    if (letter.timestamp() != null) {
      facts.add(letter.timestamp().toString());
    }
    new StyledText().add(facts.toString(), "2").wrap(terminal, "  ", "  ").forEach(out::println);
    if (stackTrace) {
      letter.stacktrace().lines().map(line -> "    " + line).forEach(out::println);
    }
    out.println();
  }

  private static String json(
      ConsumerRecord<byte[], byte[]> record, DeadLetter letter, RawArticle article) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", LetterFilter.id(record));
      json.writeStringField("stage", letter.stage());
      json.writeStringField("exception", letter.exception());
      json.writeStringField("message", letter.message());
      json.writeStringField("topic", letter.topic());
      json.writeNumberField("partition", letter.partition());
      json.writeNumberField("offset", letter.offset());
      json.writeStringField("key", Keys.text(letter.key()));
      json.writeStringField("source", article == null ? null : article.getSource());
      json.writeStringField("uri", article == null ? null : article.getUri());
      json.writeStringField(
          "timestamp", letter.timestamp() == null ? null : letter.timestamp().toString());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return line.toString();
  }

  /** The raw article, where the value is one that can be read. */
  private static RawArticle article(DeadLetter letter, Deserializer<RawArticle> raw) {
    byte[] value = letter.value();
    if (value == null || value.length == 0 || value[0] != 0) {
      return null;
    }
    try {
      return raw.deserialize(letter.topic(), value);
    } catch (KafkaException e) {
      return null; // it may be just this that is wrong with it
    }
  }

  private static String size(DeadLetter letter, RawArticle article) {
    if (article != null) {
      return article.getBytes().remaining() + " bytes";
    }
    return letter.value() == null ? "no value" : letter.value().length + " bytes";
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
