package dev.dateline.stream;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How large records may be, in bytes, all derived from the largest item: what is derived from an
 * item may be larger than the item, and a dead letter carries any raw record and the reason beside
 * it.
 *
 * @param item largest item, as bytes
 * @param raw {@code max.message.bytes} of the raw topic
 * @param derived {@code max.message.bytes} of derived topics, of changelogs and of what was split
 * @param deadLetter {@code max.message.bytes} of the dead letters; also {@code max.request.size}
 */
public record Sizes(int item, int raw, int derived, int deadLetter) {

  /** What a batch of one record, its key and usual headers add. */
  private static final int OVERHEAD = 64 << 10;

  private static final long MINIMUM_BUFFER = 32L << 20;

  static Sizes of(int item) {
    int raw = item + OVERHEAD;
    int derived = 2 * item + 2 * OVERHEAD;
    return new Sizes(item, raw, derived, derived + 4 * OVERHEAD);
  }

  /** Largest derived record that is sent: key, value and headers together. */
  int derivedLimit() {
    return derived - OVERHEAD / 4;
  }

  /** Largest dead letter that is sent: key, value and headers together. */
  int deadLetterLimit() {
    return deadLetter - OVERHEAD / 4;
  }

  /** Sets what a producer must know of sizes; a larger value already set stays. */
  void applyTo(Map<String, Object> producer) {
    producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, deadLetter);
    producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Math.max(MINIMUM_BUFFER, 4L * deadLetter));
  }
}
