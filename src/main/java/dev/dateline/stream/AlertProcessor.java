package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Turns matches into alerts, by rule id: one that is standing already does not fire again, a
 * snoozed rule does not fire, and only what has fired is retracted.
 */
final class AlertProcessor implements Processor<byte[], Alert, RoutedKey, byte[]> {

  static final String STORE = "alerts";

  private static final Duration EXPIRE_EVERY = Duration.ofMinutes(1);
  private static final int MOST_EXPIRED = 10_000;

  private final Pipeline pipeline;
  private ProcessorContext<RoutedKey, byte[]> context;
  private KeyValueStore<String, byte[]> standing;
  private ExpiryScan expiry;

  AlertProcessor(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void init(ProcessorContext<RoutedKey, byte[]> context) {
    this.context = context;
    standing = context.getStateStore(STORE);
    Duration kept = pipeline.config().retention().plus(TopicDefinition.TOMBSTONES_KEPT);
    expiry =
        new ExpiryScan(
            standing, MOST_EXPIRED, (id, fired, now) -> firedAt(fired).isBefore(now.minus(kept)));
    context.schedule(
        EXPIRE_EVERY,
        PunctuationType.WALL_CLOCK_TIME,
        now -> expiry.run(Instant.ofEpochMilli(now)));
  }

  @Override
  public void process(Record<byte[], Alert> record) {
    Alert alert = record.value();
    String alertId = alert.getAlertId();
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    boolean stands = standing.get(alertId) != null;
    boolean fires = alert.getState() == AlertState.FIRED;
    if (fires == stands || fires && isSnoozed(alert.getRuleId(), now)) {
      return;
    }
    byte[] value =
        pipeline.serdes().of(Alert.class).serializer().serialize(pipeline.topics().alerts(), alert);
    standing.put(alertId, fires ? firedAt(now) : null);
    Outgoing outgoing =
        Outgoing.of(
            Sink.ALERTS,
            RoutedKey.of(alert.getRuleId(), new String(record.key(), StandardCharsets.UTF_8)),
            value);
    context.forward(outgoing.at(record.timestamp()), outgoing.sink().node());
    pipeline.counters().count(fires ? "alerts.fired" : "alerts.retracted");
  }

  private boolean isSnoozed(String ruleId, Instant now) {
    AlertRule rule = pipeline.rules().rule(ruleId);
    return rule != null && rule.getSnoozedUntil() != null && now.isBefore(rule.getSnoozedUntil());
  }

  private static byte[] firedAt(Instant time) {
    return ByteBuffer.allocate(Long.BYTES).putLong(time.toEpochMilli()).array();
  }

  private static Instant firedAt(byte[] stored) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(stored).getLong());
  }
}
