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
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
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

  private final String sink;
  private final AlertReader reader;
  private final Courier courier;
  private final Retries retries;
  private final Duration every;
  private final Failed failed;
  private final DeliveryCounts counts;
  private final LongSupplier nanoTime;
  private final DoubleSupplier dice;

  /** Not read yet: more than fits, or the registry is away. */
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  private final List<Collected> collected = new ArrayList<>();
  private final Map<TopicPartition, Long> seen = new HashMap<>();
  private final Map<TopicPartition, Long> done = new HashMap<>();
  private int tried;
  private long due;

  private record Collected(ConsumerRecord<byte[], byte[]> record, Alert alert) {}

  Digest(
      String sink,
      AlertReader reader,
      Courier courier,
      Retries retries,
      Duration every,
      Failed failed,
      DeliveryCounts counts,
      LongSupplier nanoTime,
      DoubleSupplier dice) {
    this.sink = sink;
    this.reader = reader;
    this.courier = courier;
    this.retries = retries;
    this.every = every;
    this.failed = failed;
    this.counts = counts;
    this.nanoTime = nanoTime;
    this.dice = dice;
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
      LOG.warn("Sink {} waits for the registry: {}", sink, e.getMessage());
    }
    if (collected.isEmpty()) {
      done.putAll(seen);
      return IDLE;
    }
    long wait = due - nanoTime.getAsLong();
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
          Alert alert = reader.read(record);
          if (alert != null) {
            if (collected.isEmpty()) {
              due = nanoTime.getAsLong() + every.toNanos();
            }
            collected.add(new Collected(record, alert));
          }
        } catch (UndecodableException e) {
          failed.keep(record, e.getMessage());
          counts.count(sink, "failed");
        }
        seen.put(OneByOne.partition(record), record.offset() + 1);
      }
    } finally {
      records.subList(0, read).clear();
    }
  }

  private void send() throws InterruptedException {
    Outcome outcome = courier.deliver(collected.stream().map(Collected::alert).toList());
    if (outcome.kind() == Outcome.Kind.DELIVERED) {
      collected.forEach(one -> counts.count(sink, "delivered"));
    } else {
      tried++;
      if (outcome.kind() == Outcome.Kind.FAILED && retries.goOn(tried)) {
        counts.count(sink, "retried");
        due = nanoTime.getAsLong() + retries.wait(tried, outcome.pause(), dice).toNanos();
        LOG.info("Sink {}: {}; it is tried again", sink, outcome.reason());
        return;
      }
      LOG.warn(
          "Sink {}: {} alerts become dead letters: {}", sink, collected.size(), outcome.reason());
      for (Collected one : collected) {
        failed.keep(one.record(), outcome.reason());
        counts.count(sink, "failed");
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
