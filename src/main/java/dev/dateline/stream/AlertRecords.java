package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.Alerts;
import dev.dateline.record.ItemRef;
import dev.dateline.rules.RuleMatch;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/** Makes the records that go to alerting, by rule id. Thread-safe as far as the serde is. */
final class AlertRecords {

  private static final int ID_BYTES = 16;

  private final String topic;
  private final Serializer<Alert> serializer;

  AlertRecords(Topics topics, RecordSerdes serdes) {
    this.topic = topics.alertMatches();
    this.serializer = serdes.of(Alert.class).serializer();
  }

  /** One alert for each rule that matched an item: its first match. */
  static Map<String, RuleMatch> byAlertId(String itemId, List<RuleMatch> matches) {
    Map<String, RuleMatch> alerts = new LinkedHashMap<>();
    for (RuleMatch match : matches) {
      alerts.putIfAbsent(alertId(match.ruleId(), itemId), match);
    }
    return alerts;
  }

  /** The rule of each alert. */
  static Map<String, String> rules(Map<String, RuleMatch> alerts) {
    Map<String, String> rules = new LinkedHashMap<>();
    alerts.forEach((alertId, match) -> rules.put(alertId, match.ruleId()));
    return rules;
  }

  /** 128 bits of SHA-256, in hex, over rule id and item id. */
  static String alertId(String ruleId, String itemId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ruleId.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0xff); // no UTF-8 text holds it
      digest.update(itemId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Outgoing fired(String alertId, RuleMatch match, ItemRef item, Instant now) {
    return outgoing(Alerts.fired(alertId, match, item, now));
  }

  Outgoing retracted(String alertId, String ruleId, ItemRef item, String reason, Instant now) {
    return outgoing(Alerts.retracted(alertId, ruleId, item, reason, now));
  }

  /** What is known of an item that is not enriched: withdrawn, or replaced by another. */
  ItemRef itemRef(Received received, String producer) {
    ItemRef.Builder ref =
        ItemRef.newBuilder()
            .setId(received.itemId())
            .setReceived(received.received())
            .setProducer(producer);
    WireItem item = received.item();
    if (item != null) {
      ref.setSource(item.source())
          .setVersion(item.version())
          .setHeadline(item.headline())
          .setUrl(item.url())
          .setLanguage(item.language())
          .setPublished(item.versionCreated());
    } else {
      String id = received.itemId();
      ref.setSource(id.substring(0, Math.max(0, id.indexOf(':'))));
    }
    return ref.build();
  }

  private Outgoing outgoing(Alert alert) {
    return Outgoing.of(
        Sink.ALERT_MATCHES,
        RoutedKey.of(alert.getRuleId(), alert.getRuleId()),
        serializer.serialize(topic, alert));
  }
}
