package dev.dateline.ingest;

import dev.dateline.record.RawArticle;
import dev.dateline.record.RawArticles;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireReaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends raw records to the raw topic, whether they can be read or not: what cannot be read becomes
 * a dead letter there, with its reason, and is not lost here.
 *
 * <p>A record of one item is keyed by the item's id and goes to the partition in which that item is
 * processed, {@code murmur2(item id) mod n}, so that it need not be sent on. Any other is keyed by
 * where it came from, so that the polls of one feed stay in order. Thread-safe.
 */
public final class Publisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final Producer<String, RawArticle> producer;
  private final String topic;
  private final WireReaders readers;
  private final Clock clock;

  /**
   * @param producer an idempotent producer, closed with this
   * @param topic the raw topic
   * @param clock tells when an item was received
   */
  public Publisher(Producer<String, RawArticle> producer, String topic, Clock clock) {
    this.producer = producer;
    this.topic = topic;
    this.readers = WireReaders.standard();
    this.clock = clock;
  }

  /**
   * Sends a record; returns once it is queued, which may wait for room in the queue.
   *
   * @return completes when the cluster has it for good, exceptionally where it does not take it
   */
  public CompletableFuture<RecordMetadata> publish(WireInput input) {
    Instant received = Instant.ofEpochMilli(clock.millis());
    String itemId = itemId(input);
    Integer partition = itemId == null ? null : partition(itemId);
    String key = itemId == null ? origin(input) : itemId;
    CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
    ProducerRecord<String, RawArticle> record =
        new ProducerRecord<>(
            topic, partition, received.toEpochMilli(), key, RawArticles.of(input, received));
    try {
      producer.send(
          record,
          (metadata, failure) -> {
            if (failure == null) {
              sent.complete(metadata);
            } else {
              sent.completeExceptionally(failure);
            }
          });
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      sent.completeExceptionally(e); // not even queued: too large, or no schema to be had
    }
    return sent;
  }

  /** Waits until everything sent so far has been taken or refused. */
  public void flush() {
    producer.flush();
  }

  /** Sends what is still queued, then closes the producer. */
  @Override
  public void close() {
    producer.close();
  }

  /** Id of the item that is alone in a raw record; null where there are several, or none. */
  private String itemId(WireInput input) {
    try {
      List<WireItem> items = readers.read(input);
      return items.size() == 1 ? ItemId.of(items.get(0)) : null;
    } catch (WireException | RuntimeException e) {
      // Whatever is wrong with it, the stream says so, on the topic of dead letters.
      LOG.debug("No item id for {}: {}", input.uri(), e.toString());
      return null;
    }
  }

  private int partition(String itemId) {
    try (StringSerializer serializer = new StringSerializer()) {
      byte[] key = serializer.serialize(topic, itemId);
      return Utils.toPositive(Utils.murmur2(key)) % producer.partitionsFor(topic).size();
    }
  }

  private static String origin(WireInput input) {
    return input.uri() == null ? null : input.source() + ":" + input.uri();
  }
}
