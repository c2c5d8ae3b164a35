package dev.dateline.cli;

import dev.dateline.stream.DeadLetter;
import dev.dateline.stream.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class LetterFilter {

  @Option(
      names = "--id",
      paramLabel = "PARTITION:OFFSET",
      description = "This letter, as 'dlq list' names it. May be repeated.")
  private List<String> ids = List.of();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description =
          "Failed while it did this: decode, read, enrich, match, encode, alert, deliver.")
  private String stage;

  @Option(
      names = "--exception",
      paramLabel = "TEXT",
      description = "With this in the name of the error or in its message.")
  private String exception;

  @Option(
      names = "--since",
      paramLabel = "7d",
      converter = LengthOfTime.class,
      description = "No older than so long.")
  private Duration since;

  /** Where to start reading. */
  TopicReader.Start start() {
    return since == null
        ? TopicReader.Start.beginning()
        : TopicReader.Start.since(Instant.now().minus(since));
  }

  /** Letters that were asked for by name. */
  List<String> ids() {
    return ids;
  }

  boolean matches(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
    return (ids.isEmpty() || ids.contains(id(record)))
        && (stage == null || stage.equalsIgnoreCase(letter.stage()))
        && (exception == null
            || contains(letter.exception(), exception)
            || contains(letter.message(), exception));
  }

  /** What a letter is called: its place on the topic. */
  static String id(ConsumerRecord<byte[], byte[]> record) {
    return record.partition() + ":" + record.offset();
  }

  private static boolean contains(String text, String part) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
