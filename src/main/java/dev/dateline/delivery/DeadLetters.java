package dev.dateline.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps what could not be delivered on the topic of dead letters: the record as it came, with the
 * headers that all dead letters have, and which sink it was for. Thread-safe.
 */
final class DeadLetters {

  /** The sink that an alert was for. */
  static final String SINK = "dateline.errors.sink";

  static final String STAGE = "dateline.errors.stage";
  static final String DELIVER = "deliver";

  private static final String KAFKA = "__streams.errors.";
  private static final int SECONDS = 60;

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final String applicationId;

  DeadLetters(Producer<byte[], byte[]> producer, String topic, String applicationId) {
    this.producer = producer;
    this.topic = topic;
    this.applicationId = applicationId;
  }

  Failed of(String sink) {
    return (record, reason) -> keep(sink, record, reason);
  }

  private void keep(String sink, ConsumerRecord<byte[], byte[]> record, String reason)
      throws InterruptedException {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
    header(letter, KAFKA + "exception", "delivery");
    header(letter, KAFKA + "message", reason);
    header(letter, KAFKA + "topic", record.topic());
    header(letter, KAFKA + "partition", Integer.toString(record.partition()));
    header(letter, KAFKA + "offset", Long.toString(record.offset()));
    header(letter, STAGE, DELIVER);
    header(letter, SINK, sink);
    header(letter, "dateline.errors.timestamp", Instant.now().toString());
    header(letter, "dateline.errors.application.id", applicationId);
    try {
      producer.send(letter).get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // The worker starts anew and the alert comes again: better twice than never.
      throw new KafkaException("the dead letter of sink " + sink + " was not taken", e);
    }
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
