package dev.dateline.delivery;

import dev.dateline.record.Alert;
import dev.dateline.schema.RegistryException;
import dev.dateline.schema.UndecodableException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers each alert by itself, in the order of its partition, and so of its rule: while one waits
 * to be tried again, what is behind it waits, too, and other partitions go on.
 */
final class OneByOne implements Worklist {

  private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);
  private static final long IDLE = TimeUnit.SECONDS.toNanos(1);

  /** The consumer has to be asked for more often than the group waits for it. */
  private static final long TURN = TimeUnit.SECONDS.toNanos(30);

  /** How long to wait for the registry: as after so many tries. */
  private static final int REGISTRY_TRY = 4;

  private final Deliverer deliverer;
  private final Map<TopicPartition, Queue> queues = new LinkedHashMap<>();
  private final Map<TopicPartition, Long> done = new HashMap<>();

  OneByOne(Deliverer deliverer) {
    this.deliverer = deliverer;
  }

  /** What is left of a partition. */
  private static final class Queue {
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private int tried;
    private long due;
  }

  @Override
  public void add(ConsumerRecord<byte[], byte[]> record) {
    queues.computeIfAbsent(partition(record), unused -> new Queue()).records.add(record);
  }

  @Override
  public long work() throws InterruptedException {
    long started = deliverer.now();
    boolean worked = true;
    while (worked && deliverer.now() - started < TURN) {
      worked = false;
      // One of each in turn: a partition with much does not hold the others.
      for (Queue queue : queues.values()) {
        if (isDue(queue) && deliverer.now() - started < TURN) {
          next(queue);
          worked = true;
        }
      }
    }
    long now = deliverer.now();
    return queues.values().stream()
        .filter(queue -> !queue.records.isEmpty())
        .mapToLong(queue -> queue.tried == 0 ? 0 : Math.max(0, queue.due - now))
        .min()
        .orElse(IDLE);
  }

  private boolean isDue(Queue queue) {
    return !queue.records.isEmpty() && (queue.tried == 0 || queue.due - deliverer.now() <= 0);
  }

  private void next(Queue queue) throws InterruptedException {
    ConsumerRecord<byte[], byte[]> record = queue.records.peek();
    Outcome outcome;
    try {
      Alert alert = deliverer.reader().read(record);
      outcome = alert == null ? null : deliverer.courier().deliver(List.of(alert));
    } catch (UndecodableException e) {
      outcome = Outcome.refused(e.getMessage());
    } catch (RegistryException e) {
      // Not the alert's fault, nor the receiver's: wait for the registry as long as it takes.
      LOG.warn("Sink {} waits for the registry: {}", deliverer.sink(), e.getMessage());
      queue.tried = Math.max(1, queue.tried);
      queue.due = deliverer.nextTry(REGISTRY_TRY, null);
      return;
    }
    if (outcome == null) {
      finish(queue, record);
      return;
    }
    if (outcome.kind() == Outcome.Kind.DELIVERED) {
      deliverer.count("delivered");
      finish(queue, record);
      return;
    }
    queue.tried++;
    if (!deliverer.goesOn(outcome, queue.tried)) {
      giveUp(queue, record, outcome.reason() + tries(queue.tried));
      return;
    }
    deliverer.count("retried");
    queue.due = deliverer.nextTry(queue.tried, outcome.pause());
    LOG.info(
        "Sink {}: {}; try {} in {} ms",
        deliverer.sink(),
        outcome.reason(),
        queue.tried + 1,
        TimeUnit.NANOSECONDS.toMillis(queue.due - deliverer.now()));
  }

  private static String tries(int tried) {
    return tried == 1 ? "" : " (" + tried + " tries)";
  }

  private void giveUp(Queue queue, ConsumerRecord<byte[], byte[]> record, String reason)
      throws InterruptedException {
    LOG.warn(
        "Sink {}: alert at {}-{}, offset {}, becomes a dead letter: {}",
        deliverer.sink(),
        record.topic(),
        record.partition(),
        record.offset(),
        reason);
    deliverer.failed().keep(record, reason);
    deliverer.count("failed");
    finish(queue, record);
  }

  private void finish(Queue queue, ConsumerRecord<byte[], byte[]> record) {
    queue.records.remove();
    queue.tried = 0;
    done.put(partition(record), record.offset() + 1);
  }

  @Override
  public Set<TopicPartition> full() {
    Set<TopicPartition> full = new HashSet<>();
    queues.forEach(
        (partition, queue) -> {
          if (!queue.records.isEmpty()) {
            full.add(partition);
          }
        });
    return full;
  }

  @Override
  public Map<TopicPartition, Long> done() {
    Map<TopicPartition, Long> news = Map.copyOf(done);
    done.clear();
    return news;
  }

  @Override
  public void forget(Collection<TopicPartition> partitions) {
    queues.keySet().removeAll(partitions);
    done.keySet().removeAll(partitions);
  }

  static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
