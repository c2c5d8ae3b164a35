package dev.dateline.delivery;

import dev.dateline.record.Alert;
import dev.dateline.schema.RegistryException;
import dev.dateline.schema.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects alerts for a while and delivers them together. Nothing counts as dealt with before it
 * has been delivered, so that a restart collects it again.
 */
final class Digest implements Worklist {

  /** Alerts in one digest; with more it is sent early. */
  static final int MOST = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Digest.class);
  private static final long IDLE = TimeUnit.SECONDS.toNanos(1);

  private final Deliverer deliverer;
  private final Duration every;

  /** Not read yet: more than fits, or the registry is away. */
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  private final List<Collected> collected = new ArrayList<>();
  private final Map<TopicPartition, Long> seen = new HashMap<>();
  private final Map<TopicPartition, Long> done = new HashMap<>();
  private int tried;
  private long due;

  private record Collected(ConsumerRecord<byte[], byte[]> record, Alert alert) {}

  /**
   * @param every how long alerts are collected
   */
  Digest(Deliverer deliverer, Duration every) {
    this.deliverer = deliverer;
    this.every = every;
  }

  @Override
  public void add(ConsumerRecord<byte[], byte[]> record) {
    records.add(record);
  }

  @Override
  public long work() throws InterruptedException {
    try {
      read();
    } catch (RegistryException e) {
      LOG.warn("Sink {} waits for the registry: {}", deliverer.sink(), e.getMessage());
    }
    if (collected.isEmpty()) {
      done.putAll(seen);
      return IDLE;
    }
    long wait = due - deliverer.now();
    if (wait > 0 && (collected.size() < MOST || tried > 0)) {
      return Math.min(wait, IDLE);
    }
    send();
    return 0;
  }

  private void read() throws InterruptedException {
    int read = 0;
    try {
      for (; read < records.size() && collected.size() < MOST; read++) {
        ConsumerRecord<byte[], byte[]> record = records.get(read);
        try {
          Alert alert = deliverer.reader().read(record);
          if (alert != null) {
            if (collected.isEmpty()) {
              due = deliverer.now() + every.toNanos();
            }
            collected.add(new Collected(record, alert));
          }
        } catch (UndecodableException e) {
          deliverer.failed().keep(record, e.getMessage());
          deliverer.count("failed");
        }
        seen.put(OneByOne.partition(record), record.offset() + 1);
      }
    } finally {
      records.subList(0, read).clear();
    }
  }

  private void send() throws InterruptedException {
    Outcome outcome =
        deliverer.courier().deliver(collected.stream().map(Collected::alert).toList());
    if (outcome.kind() == Outcome.Kind.DELIVERED) {
      collected.forEach(one -> deliverer.count("delivered"));
    } else {
      tried++;
      if (deliverer.goesOn(outcome, tried)) {
        deliverer.count("retried");
        due = deliverer.nextTry(tried, outcome.pause());
        LOG.info("Sink {}: {}; it is tried again", deliverer.sink(), outcome.reason());
        return;
      }
      LOG.warn(
          "Sink {}: {} alerts become dead letters: {}",
          deliverer.sink(),
          collected.size(),
          outcome.reason());
      for (Collected one : collected) {
        deliverer.failed().keep(one.record(), outcome.reason());
        deliverer.count("failed");
      }
    }
    collected.clear();
    tried = 0;
    done.putAll(seen);
  }

  @Override
  public Set<TopicPartition> full() {
    return records.isEmpty()
        ? Set.of()
        : records.stream().map(OneByOne::partition).collect(Collectors.toSet());
  }

  @Override
  public Map<TopicPartition, Long> done() {
    Map<TopicPartition, Long> news = Map.copyOf(done);
    done.clear();
    return news;
  }

  @Override
  public void forget(Collection<TopicPartition> partitions) {
    records.removeIf(record -> partitions.contains(OneByOne.partition(record)));
    collected.removeIf(one -> partitions.contains(OneByOne.partition(one.record())));
    seen.keySet().removeAll(partitions);
    done.keySet().removeAll(partitions);
  }
}
