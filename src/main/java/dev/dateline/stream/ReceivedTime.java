package dev.dateline.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Time is when an item was received: as its record says, else when the record was made. Never later
 * than now, since brokers refuse records from the future, and never negative: a sender's wrong
 * clock must not stop the stream.
 */
public final class ReceivedTime implements TimestampExtractor {

  /** Called by Kafka Streams. */
  public ReceivedTime() {}

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long now = System.currentTimeMillis();
    long time = record.timestamp();
    if (record.value() instanceof RawRecord raw && raw.received() != null) {
      time = raw.received().toEpochMilli();
    }
    return time < 0 ? now : Math.min(time, now);
  }
}
