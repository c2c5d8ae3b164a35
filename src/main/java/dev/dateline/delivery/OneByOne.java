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
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
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

  private final String sink;
  private final AlertReader reader;
  private final Courier courier;
  private final Retries retries;
  private final Failed failed;
  private final DeliveryCounts counts;
  private final LongSupplier nanoTime;
  private final DoubleSupplier dice;
  private final Map<TopicPartition, Queue> queues = new LinkedHashMap<>();
  private final Map<TopicPartition, Long> done = new HashMap<>();

  OneByOne(
      String sink,
      AlertReader reader,
      Courier courier,
      Retries retries,
      Failed failed,
      DeliveryCounts counts,
      LongSupplier nanoTime,
      DoubleSupplier dice) {
    this.sink = sink;
    this.reader = reader;
    this.courier = courier;
    this.retries = retries;
    this.failed = failed;
    this.counts = counts;
    this.nanoTime = nanoTime;
    this.dice = dice;
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
    long started = nanoTime.getAsLong();
    boolean worked = true;
    while (worked && nanoTime.getAsLong() - started < TURN) {
      worked = false;
      // One of each in turn: a partition with much does not hold the others.
      for (Queue queue : queues.values()) {
        if (isDue(queue) && nanoTime.getAsLong() - started < TURN) {
          next(queue);
          worked = true;
        }
      }
    }
    long now = nanoTime.getAsLong();
    return queues.values().stream()
        .filter(queue -> !queue.records.isEmpty())
        .mapToLong(queue -> queue.tried == 0 ? 0 : Math.max(0, queue.due - now))
        .min()
        .orElse(IDLE);
  }

  private boolean isDue(Queue queue) {
    return !queue.records.isEmpty() && (queue.tried == 0 || queue.due - nanoTime.getAsLong() <= 0);
  }

  private void next(Queue queue) throws InterruptedException {
    ConsumerRecord<byte[], byte[]> record = queue.records.peek();
    Outcome outcome;
    try {
      Alert alert = reader.read(record);
      outcome = alert == null ? null : courier.deliver(List.of(alert));
    } catch (UndecodableException e) {
      outcome = Outcome.refused(e.getMessage());
    } catch (RegistryException e) {
      // Not the alert's fault, nor the receiver's: wait for the registry as long as it takes.
      LOG.warn("Sink {} waits for the registry: {}", sink, e.getMessage());
      queue.tried = Math.max(1, queue.tried);
      queue.due = nanoTime.getAsLong() + retries.wait(4, null, dice).toNanos();
      return;
    }
    if (outcome == null) {
      finish(queue, record);
      return;
    }
    switch (outcome.kind()) {
      case DELIVERED -> {
        counts.count(sink, "delivered");
        finish(queue, record);
      }
      case REFUSED -> giveUp(queue, record, outcome.reason());
      case FAILED -> {
        queue.tried++;
        if (!retries.goOn(queue.tried)) {
          giveUp(queue, record, outcome.reason() + " (" + queue.tried + " tries)");
        } else {
          counts.count(sink, "retried");
          long wait = retries.wait(queue.tried, outcome.pause(), dice).toNanos();
          queue.due = nanoTime.getAsLong() + wait;
          LOG.info(
              "Sink {}: {}; try {} in {} ms",
              sink,
              outcome.reason(),
              queue.tried + 1,
              TimeUnit.NANOSECONDS.toMillis(wait));
        }
      }
    }
  }

  private void giveUp(Queue queue, ConsumerRecord<byte[], byte[]> record, String reason)
      throws InterruptedException {
    LOG.warn(
        "Sink {}: alert at {}-{}, offset {}, becomes a dead letter: {}",
        sink,
        record.topic(),
        record.partition(),
        record.offset(),
        reason);
    failed.keep(record, reason);
    counts.count(sink, "failed");
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
