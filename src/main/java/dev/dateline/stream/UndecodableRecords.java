package dev.dateline.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on after bytes that cannot be decoded, which become a dead letter, and after nothing else:
 * when the registry is away the thread stops, and the offset stays where it is.
 */
public final class UndecodableRecords implements DeserializationExceptionHandler {

  static final String TOPIC_CONFIG = "dateline.internal.dead.letter.topic";
  static final String LIMIT_CONFIG = "dateline.internal.dead.letter.bytes";

  private static final Logger LOG = LoggerFactory.getLogger(UndecodableRecords.class);

  private String topic;
  private int limit;
  private String applicationId;

  /** Called by Kafka Streams. */
  public UndecodableRecords() {}

  @Override
  public void configure(Map<String, ?> configs) {
    topic = String.valueOf(configs.get(TOPIC_CONFIG));
    limit = Integer.parseInt(String.valueOf(configs.get(LIMIT_CONFIG)));
    applicationId = String.valueOf(configs.get(StreamsConfig.APPLICATION_ID_CONFIG));
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (!(exception instanceof SerializationException) || Failures.isOfInfrastructure(exception)) {
      return Response.fail();
    }
    LOG.warn(
        "Dead letter: {}-{} at offset {}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        exception.getMessage());
    Origin origin =
        Origin.ofRekeyed(
            record.topic(),
            record.partition(),
            record.offset(),
            record.key(),
            record.value(),
            record.headers());
    Outgoing letter =
        DeadLetter.outgoing(
            origin,
            Stage.DECODE.label(),
            exception,
            String.valueOf(context.taskId()),
            applicationId,
            Instant.now(),
            limit);
    return Response.resume(
        List.of(
            new ProducerRecord<>(
                topic,
                null,
                context.timestamp() < 0 ? null : Long.valueOf(context.timestamp()),
                letter.key().bytes(),
                letter.value(),
                letter.headers())));
  }
}
