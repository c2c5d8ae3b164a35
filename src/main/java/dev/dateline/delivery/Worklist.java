package dev.dateline.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a sink has still to deliver. Used by one thread. */
interface Worklist {

  /** The next record of its partition. */
  void add(ConsumerRecord<byte[], byte[]> record);

  /**
   * Delivers what is due.
   *
   * @return nanoseconds until more is due, as far as is known
   */
  long work() throws InterruptedException;

  /** Partitions that should bring nothing more for now. */
  Set<TopicPartition> full();

  /** The offset after what has been dealt with, for each partition where that has changed. */
  Map<TopicPartition, Long> done();

  /** Forgets what belongs to others now. */
  void forget(Collection<TopicPartition> partitions);
}
