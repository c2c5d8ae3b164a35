package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.Schemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicReader;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alert rules as they stand on their topic. */
final class RuleStore {

  private static final Logger LOG = LoggerFactory.getLogger(RuleStore.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long SEND_SECONDS = 30;

  private final DatelineConfig config;
  private final String topic;
  private final Schemas schemas;

  RuleStore(DatelineConfig config, Schemas schemas) {
    this.config = config;
    this.topic = config.topics().alertRules();
    this.schemas = schemas;
  }

  /** Every rule, by id; those that cannot be read are left out with a warning. */
  Map<String, AlertRule> all() {
    Map<String, AlertRule> rules = new TreeMap<>();
    try (AvroDeserializer<AlertRule> values = new AvroDeserializer<>(AlertRule.class, schemas);
        TopicReader reader = TopicReader.open(config, topic, TopicReader.Start.beginning())) {
      Map<Integer, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          read(record, values, rules);
        }
      }
    }
    return rules;
  }

  /** Puts a rule on the topic, or a tombstone for null, and waits until it is there for good. */
  void send(Producer<String, AlertRule> producer, String id, AlertRule rule) {
    try {
      producer.send(new ProducerRecord<>(topic, id, rule)).get(SEND_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure("rule " + id + " was not taken: " + Failures.describe(e), e);
    }
  }

  private static void read(
      ConsumerRecord<byte[], byte[]> record,
      AvroDeserializer<AlertRule> values,
      Map<String, AlertRule> rules) {
    String id = Keys.text(record.key());
    if (record.value() == null) {
      rules.remove(id);
      return;
    }
    try {
      rules.put(id, values.deserialize(record.topic(), record.value()));
    } catch (UndecodableException e) {
      LOG.warn("Rule {} cannot be read: {}", id, e.getMessage());
    }
  }
}
