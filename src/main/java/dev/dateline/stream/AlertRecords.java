package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
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
import java.util.TreeMap;
import java.util.function.Function;
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

  /**
   * What a rule found in an item.
   *
   * @param match the first match
   * @param more how many more there are
   * @param rule the rule as it is now
   */
  record Found(RuleMatch match, int more, AlertRule rule) {}

  /**
   * One match for each rule that matched an item, its first; of a rule that counts by speaker, one
   * for each of them. The id of the match is the same for all versions of an item, but where the
   * rule is to alert for each.
   *
   * @param rules gives the rule in force under an id, or null where it was just removed
   */
  static Map<String, Found> byMatchId(
      String itemId, Instant received, List<RuleMatch> matches, Function<String, AlertRule> rules) {
    Map<String, Found> found = new LinkedHashMap<>();
    for (RuleMatch match : matches) {
      AlertRule rule = rules.apply(match.ruleId());
      if (rule != null) {
        String speaker = AlertGroup.SPEAKER.isOf(rule) ? AlertGroup.fold(match.speaker()) : "";
        String version = rule.getEveryCopy() ? received.toString() : "";
        found.merge(
            id(match.ruleId(), itemId, speaker, version),
            new Found(match, 0, rule),
            (first, next) -> new Found(first.match(), first.more() + 1, first.rule()));
      }
    }
    return found;
  }

  /**
   * The matches that stand once a version has been matched: those found, and of the earlier ones
   * those that this version says nothing against. A rule that is no longer in force has nothing to
   * say, and one that alerts for each version does not take back the earlier ones while it matches.
   *
   * @param found what matches now
   * @param before the matches of the versions before, with their rules
   * @param rules gives the rule in force under an id, or null
   * @return the rule of each match; those found come first
   */
  static Map<String, String> standing(
      Map<String, Found> found, Map<String, String> before, Function<String, AlertRule> rules) {
    Map<String, String> standing = new LinkedHashMap<>();
    found.forEach((id, one) -> standing.put(id, one.match().ruleId()));
    Map<String, Boolean> everyCopy = new TreeMap<>();
    found.values().forEach(one -> everyCopy.put(one.match().ruleId(), one.rule().getEveryCopy()));
    before.forEach(
        (id, ruleId) -> {
          if (rules.apply(ruleId) == null || everyCopy.getOrDefault(ruleId, false)) {
            standing.putIfAbsent(id, ruleId);
          }
        });
    return standing;
  }

  /** 128 bits of SHA-256, in hex, over the parts. */
  static String id(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xff); // no UTF-8 text holds it
      }
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Outgoing matched(String matchId, Found found, ItemRef item, Instant now) {
    return outgoing(Alerts.matched(matchId, found.match(), found.more(), found.rule(), item, now));
  }

  Outgoing withdrawn(String matchId, String ruleId, ItemRef item, String reason, Instant now) {
    return outgoing(Alerts.retracted(matchId, ruleId, item, reason, now));
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
