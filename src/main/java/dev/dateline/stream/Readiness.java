package dev.dateline.stream;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;

/** Whether the stream is processing, and if not, why. Thread-safe. */
public final class Readiness {

  private final AtomicReference<KafkaStreams.State> state =
      new AtomicReference<>(KafkaStreams.State.CREATED);
  private final AtomicReference<String> trouble = new AtomicReference<>();

  /** Whether items are being processed. */
  public boolean isReady() {
    return trouble.get() == null && state.get() == KafkaStreams.State.RUNNING;
  }

  /** Whether the stream is alive, if perhaps not ready: it has not given up. */
  public boolean isLive() {
    return switch (state.get()) {
      case ERROR, PENDING_ERROR, NOT_RUNNING -> false;
      default -> true;
    };
  }

  /** In a few words for an operator, why it is not ready, or that it is. */
  public String reason() {
    String why = trouble.get();
    return why != null ? why : "stream is " + state.get();
  }

  void state(KafkaStreams.State now) {
    state.set(now);
  }

  void trouble(String why) {
    trouble.set(why);
  }

  void recovered() {
    trouble.set(null);
  }
}
