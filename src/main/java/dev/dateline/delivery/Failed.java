package dev.dateline.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of an alert that could not be delivered. */
@FunctionalInterface
interface Failed {

  /** Keeps it; returns only once it is safe. */
  void keep(ConsumerRecord<byte[], byte[]> record, String reason) throws InterruptedException;
}
