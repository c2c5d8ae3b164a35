package dev.dateline.cli;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.Schemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How often a rule has fired, as far back as alerts are kept.
 *
 * @param fired how often
 * @param retracted how many of these alerts were taken back
 * @param last when it fired last, or null
 */
record AlertTally(int fired, int retracted, Instant last) {

  static final AlertTally NONE = new AlertTally(0, 0, null);

  private static final Duration POLL = Duration.ofMillis(200);

  private AlertTally with(Alert alert) {
    if (alert.getState() == AlertState.RETRACTED) {
      return new AlertTally(fired, retracted + 1, last);
    }
    Instant at = alert.getFired();
    boolean later = at != null && (last == null || at.isAfter(last));
    return new AlertTally(fired + 1, retracted, later ? at : last);
  }

  /** By the id of the rule; rules that have never fired are not in it. */
  static Map<String, AlertTally> byRule(DatelineConfig config, Schemas schemas) {
    Map<String, AlertTally> tallies = new HashMap<>();
    String topic = config.topics().alerts();
    try (AvroDeserializer<Alert> values = new AvroDeserializer<>(Alert.class, schemas);
        TopicReader reader = TopicReader.open(config, topic, TopicReader.Start.beginning())) {
      Map<Integer, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          Alert alert = read(record, values);
          if (alert != null) {
            tallies.merge(alert.getRuleId(), NONE.with(alert), (tally, one) -> tally.with(alert));
          }
        }
      }
    }
    return tallies;
  }

  private static Alert read(ConsumerRecord<byte[], byte[]> record, AvroDeserializer<Alert> values) {
    try {
      return record.value() == null ? null : values.deserialize(record.topic(), record.value());
    } catch (UndecodableException e) {
      return null; // not one of ours, so no rule of ours has fired
    }
  }
}
