package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.DeadLetter;
import dev.dateline.stream.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the dead letters there are. */
final class Letters {

  private static final Duration POLL = Duration.ofMillis(200);

  private Letters() {}

  /**
   * Hands on each letter that is meant, up to the newest there is now.
   *
   * @return the names of letters that were asked for and are not there
   */
  static List<String> forEach(
      DatelineConfig config,
      LetterFilter filter,
      BiConsumer<ConsumerRecord<byte[], byte[]>, DeadLetter> action) {
    String topic = config.topics().deadLetters();
    List<String> missing = new ArrayList<>(filter.ids());
    try (TopicReader reader = TopicReader.open(config, topic, filter.start())) {
      Map<Integer, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          DeadLetter letter = DeadLetter.of(record);
          boolean isThere = record.offset() < ends.getOrDefault(record.partition(), 0L);
          if (isThere && filter.matches(record, letter)) {
            missing.remove(LetterFilter.id(record));
            action.accept(record, letter);
          }
        }
      }
    }
    return missing;
  }
}
