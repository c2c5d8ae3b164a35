package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Turns matches into alerts, by rule id, as {@link Alerting} decides. What is to be sent is
 * serialised before the store is changed.
 *
 * <p>State is forgotten by the received time of what comes, so that a backlog finds all that it
 * belongs to, but never ahead of the clock.
 */
final class AlertProcessor implements Processor<byte[], Alert, RoutedKey, byte[]> {

  static final String STORE = "alerts";

  private final Pipeline pipeline;
  private ProcessorContext<RoutedKey, byte[]> context;
  private AlertStore store;
  private Alerting alerting;

  AlertProcessor(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void init(ProcessorContext<RoutedKey, byte[]> context) {
    this.context = context;
    KeyValueStore<String, byte[]> entries = context.getStateStore(STORE);
    store = new AlertStore(entries);
    Duration kept = pipeline.config().retention().plus(TopicDefinition.TOMBSTONES_KEPT);
    alerting = new Alerting(store, pipeline.serdes(), pipeline.topics(), kept, this::isSnoozed);
    ExpiryScan.schedule(
        context,
        entries,
        (key, value, now) -> AlertStore.isExpired(value, now),
        now -> Math.min(now, context.currentStreamTimeMs()));
  }

  @Override
  public void process(Record<byte[], Alert> record) {
    Alert match = record.value();
    long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(0L);
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    List<Outgoing> outgoing = new ArrayList<>();
    try {
      List<Alert> alerts =
          match.getState() == AlertState.RETRACTED
              ? alerting.withdrawn(match, offset, now)
              : alerting.matched(match, record.timestamp(), offset, now);
      alerts.forEach(alert -> outgoing.add(outgoing(alert)));
      store.flush();
    } finally {
      store.discard();
    }
    for (Outgoing one : outgoing) {
      context.forward(one.at(record.timestamp()), one.sink().node());
    }
  }

  private Outgoing outgoing(Alert alert) {
    boolean fires = alert.getState() != AlertState.RETRACTED;
    pipeline.counters().count(fires ? "alerts.fired" : "alerts.retracted");
    Outgoing whole = encoded(alert);
    if (whole.size() <= pipeline.config().sizes().derivedLimit()) {
      return whole;
    }
    return encoded(Alert.newBuilder(alert).setEarlier(List.of()).build());
  }

  private Outgoing encoded(Alert alert) {
    byte[] value =
        pipeline.serdes().of(Alert.class).serializer().serialize(pipeline.topics().alerts(), alert);
    return Outgoing.of(Sink.ALERTS, RoutedKey.of(alert.getRuleId(), alert.getRuleId()), value);
  }

  /** By the rule as it is now: who snoozes it means what is on the way, too. */
  private boolean isSnoozed(AlertRule matched) {
    AlertRule current = pipeline.rules().rule(matched.getId());
    AlertRule rule = current == null ? matched : current;
    Instant until = rule.getSnoozedUntil();
    return until != null && Instant.ofEpochMilli(context.currentSystemTimeMs()).isBefore(until);
  }
}
