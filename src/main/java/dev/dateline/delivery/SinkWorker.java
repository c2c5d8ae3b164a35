package dev.dateline.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts to one sink, in a thread and a consumer group of its own, so that no sink waits for
 * another. What was delivered and not committed is delivered once more after a restart.
 */
final class SinkWorker implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SinkWorker.class);
  private static final long LONGEST_POLL = TimeUnit.MILLISECONDS.toNanos(500);
  private static final Duration BEFORE_ANEW = Duration.ofSeconds(5);
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final String sink;
  private final String topic;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Worklist> worklists;
  private final Courier courier;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param consumers makes a consumer of the sink's group, without automatic commits
   * @param worklists makes an empty list of work
   * @param courier closed in the end
   */
  SinkWorker(
      String sink,
      String topic,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<Worklist> worklists,
      Courier courier) {
    this.sink = sink;
    this.topic = topic;
    this.consumers = consumers;
    this.worklists = worklists;
    this.courier = courier;
    this.thread = new Thread(this, "delivery-" + sink);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    try (courier) {
      while (!closed) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
          serve(consumer, worklists.get());
        } catch (WakeupException | InterruptException e) {
          LOG.debug("Sink {} stops", sink);
        } catch (RuntimeException e) {
          // Nothing is lost: what was not committed comes again.
          LOG.warn("Sink {} starts anew in {} s: {}", sink, BEFORE_ANEW.toSeconds(), e.toString());
          Thread.sleep(BEFORE_ANEW.toMillis());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Sink {} is stopped", sink);
    }
  }

  private void serve(Consumer<byte[], byte[]> consumer, Worklist work) throws InterruptedException {
    consumer.subscribe(List.of(topic), new Rebalance(consumer, work));
    long wait = 0;
    while (!closed) {
      for (ConsumerRecord<byte[], byte[]> record :
          consumer.poll(Duration.ofNanos(Math.min(wait, LONGEST_POLL)))) {
        work.add(record);
      }
      wait = work.work();
      commit(consumer, work);
      Set<TopicPartition> full = new HashSet<>(work.full());
      full.retainAll(consumer.assignment());
      Set<TopicPartition> free = new HashSet<>(consumer.paused());
      free.removeAll(full);
      consumer.resume(free);
      consumer.pause(full);
    }
  }

  private static void commit(Consumer<byte[], byte[]> consumer, Worklist work) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    work.done()
        .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    if (!offsets.isEmpty()) {
      consumer.commitSync(offsets);
    }
  }

  /** Commits before partitions go, and notes where those that are new to the group begin. */
  private final class Rebalance implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final Worklist work;

    private Rebalance(Consumer<byte[], byte[]> consumer, Worklist work) {
      this.consumer = consumer;
      this.work = work;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      // A group that has seen nothing starts with what comes from now on, also when it is
      // interrupted before the first alert.
      Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
      consumer
          .committed(Set.copyOf(partitions))
          .forEach(
              (partition, committed) -> {
                if (committed == null) {
                  begin.put(partition, new OffsetAndMetadata(consumer.position(partition)));
                }
              });
      if (!begin.isEmpty()) {
        consumer.commitSync(begin);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      try {
        commit(consumer, work);
      } catch (KafkaException e) {
        LOG.warn("Sink {} may deliver some alerts once more: {}", sink, e.getMessage());
      }
      work.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      work.forget(partitions);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
