package dev.dateline.cli;

import dev.dateline.record.RecordFilter;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.OutputTopic;
import dev.dateline.stream.TopicReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the records of an output topic as they come. */
@Command(
    name = "subscribe",
    description = "Print quotes, alerts and the rest as they come.",
    sortOptions = false)
final class SubscribeCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "WHAT",
      description = "quotes, articles, sections, entities, enriched, alerts or stories.")
  private OutputTopic what;

  @Mixin private FilterOptions filters;

  @Option(names = "--from-beginning", description = "Start with the oldest record there is.")
  private boolean fromBeginning;

  @Option(
      names = "--group",
      paramLabel = "ID",
      description = "Go on where this consumer group stopped (default: no group).")
  private String group;

  @Option(names = "--max-messages", paramLabel = "N", description = "Stop after so many.")
  private long maxMessages = Long.MAX_VALUE;

  @Option(
      names = "--timeout-ms",
      paramLabel = "N",
      description = "Stop when no record came for so long.")
  private long timeoutMillis = Long.MAX_VALUE;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      defaultValue = "text",
      description = "How to print (default: ${DEFAULT-VALUE}).")
  private RecordPrinter.Format format;

  @Mixin private KafkaOptions kafka;

  private final FilteredOut filteredOut = new FilteredOut();
  private long printed;

  @Override
  public Integer call() {
    RecordFilter filter = filter();
    DatelineConfig config = kafka.config();
    PrintWriter out = spec.commandLine().getOut();
    RecordPrinter printer = format.printer(what.type(), Terminal.standardOutput(), out);
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry());
        Deserializer<? extends SpecificRecord> values =
            new AvroDeserializer<>(what.type(), schemas);
        TopicReader reader = open(config);
        Interrupts interrupts = Interrupts.wakingUp(reader::wakeup)) {
      print(reader, values, filter, printer, out);
    } catch (WakeupException e) {
      return 0; // asked to stop
    }
    return 0;
  }

  private RecordFilter filter() {
    try {
      return filters.filter();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private TopicReader open(DatelineConfig config) {
    String topic = what.name(config.topics());
    Clusters.requireTopic(config, topic);
    if (group != null) {
      return TopicReader.join(config, topic, group, fromBeginning);
    }
    return TopicReader.open(
        config, topic, fromBeginning ? TopicReader.Start.beginning() : TopicReader.Start.end());
  }

  private void print(
      TopicReader reader,
      Deserializer<? extends SpecificRecord> values,
      RecordFilter filter,
      RecordPrinter printer,
      PrintWriter out) {
    long idleSince = System.nanoTime();
    while (printed < maxMessages && !out.checkError()) {
      Map<Integer, Long> done = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
        if (printed < maxMessages) {
          print(record, values, filter, printer);
          done.put(record.partition(), record.offset() + 1);
        }
      }
      if (!done.isEmpty()) {
        idleSince = System.nanoTime();
        if (group != null) {
          reader.commit(done);
        }
      } else if ((System.nanoTime() - idleSince) / 1_000_000 >= timeoutMillis) {
        return;
      }
    }
  }

  private void print(
      ConsumerRecord<byte[], byte[]> record,
      Deserializer<? extends SpecificRecord> values,
      RecordFilter filter,
      RecordPrinter printer) {
    String key = Keys.text(record.key());
    if (record.value() == null) {
      if (!filteredOut.remove(key)) {
        printer.print(Withdrawal.of(record));
        printed++;
      }
      return;
    }
    SpecificRecord value;
    try {
      value = values.deserialize(record.topic(), record.value());
    } catch (UndecodableException e) {
      spec.commandLine()
          .getErr()
          .printf(
              "dateline: partition %d, offset %d left out: %s%n",
              record.partition(), record.offset(), e.getMessage());
      return;
    }
    if (filter.matches(value)) {
      filteredOut.remove(key);
      printer.print(key, value);
      printed++;
    } else {
      filteredOut.add(key);
    }
  }
}
