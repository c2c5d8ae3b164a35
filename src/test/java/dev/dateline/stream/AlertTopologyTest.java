package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import dev.dateline.wire.Block;
import dev.dateline.wire.PubStatus;
import dev.dateline.wire.WireItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts from the item to the topic. */
class AlertTopologyTest {

  @TempDir Path stateDir;

  private static WireItem.Builder item(int number, int version, String... words) {
    WireItem.Builder item =
        WireItem.builder("harbour-wire")
            .guid("hw-" + number)
            .version(Integer.toString(version))
            .versionCreated(Harness.START.plusSeconds(version));
    for (String said : words) {
      item.block(Block.paragraph("\"" + said + "\" said Ana Brook."));
    }
    return item;
  }

  private static AlertRule.Builder rule(String id, String query) {
    return AlertRule.newBuilder().setId(id).setQuery(query);
  }

  private static List<AlertState> states(List<Alert> alerts) {
    return alerts.stream().map(Alert::getState).toList();
  }

  @Test
  void anAlertSaysEnoughToActOn() {
    try (Harness stream = new Harness(stateDir)) {
      stream.putRule(
          rule("sailing", "in:quote sail*")
              .setDescription("Who sails")
              .setTags(List.of("harbour desk"))
              .build());
      stream.publish(item(1, 1, "We sail at dawn.", "They stay.", "Nobody sails.").build());

      List<Alert> alerts = stream.alerts();
      assertThat(alerts).hasSize(1);
      Alert alert = alerts.get(0);
      assertThat(alert.getSnippet()).isEqualTo("\"We **sail** at dawn.\" said Ana Brook.");
      assertThat(alert.getMore()).as("one more quote matches").isEqualTo(1);
      assertThat(alert.getRule().getDescription()).isEqualTo("Who sails");
      assertThat(alert.getRule().getTags()).containsExactly("harbour desk");
      assertThat(alert.getItem().getReceived()).isEqualTo(Harness.START);
      assertThat(alert.getScore()).isPositive();
      assertThat(alert.getFired()).isEqualTo(Harness.START);
    }
  }

  @Test
  void aThresholdFiresInItsWindowAndAKillTakesItBack() {
    try (Harness stream = new Harness(stateDir)) {
      stream.putRule(rule("sailing", "sail").setThreshold(3).setWindowMillis(600_000).build());
      for (int i = 1; i <= 2; i++) {
        stream.publish(item(i, 1, "We sail at dawn on boat " + i + ".").build());
        stream.passTime(Duration.ofMinutes(2));
      }
      assertThat(stream.alerts()).isEmpty();
      stream.publish(item(3, 1, "We sail at dawn on boat 3.").build());
      List<Alert> fired = stream.alerts();
      assertThat(states(fired)).containsExactly(AlertState.FIRED);
      assertThat(fired.get(0).getCount()).isEqualTo(3);

      stream.publish(item(2, 2).pubStatus(PubStatus.CANCELED).build());
      List<Alert> retracted = stream.alerts();
      assertThat(states(retracted)).containsExactly(AlertState.RETRACTED);
      assertThat(retracted.get(0).getAlertId()).isEqualTo(fired.get(0).getAlertId());
    }
  }

  @Test
  void versionsOfAnItemAreOneAlertAndACorrectionThatTakesTheWordsAwayRetractsIt() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("sailing", "sail");
      stream.publish(item(1, 1, "We sail at dawn.").build());
      assertThat(states(stream.alerts())).containsExactly(AlertState.FIRED);
      stream.publish(item(1, 2, "We sail at dusk.").build());
      assertThat(stream.alerts()).isEmpty();
      stream.publish(item(1, 3, "We stay.").build());
      assertThat(stream.alerts())
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.getState()).isEqualTo(AlertState.RETRACTED);
                assertThat(alert.getReason()).isEqualTo("CORRECTED");
              });
    }
  }

  @Test
  void everyVersionAlertsWhereTheRuleAsksForItAndAKillRetractsThemAll() {
    try (Harness stream = new Harness(stateDir)) {
      stream.putRule(rule("sailing", "sail").setEveryCopy(true).build());
      stream.publish(item(1, 1, "We sail at dawn.").build());
      stream.passTime(Duration.ofMinutes(1));
      stream.publish(item(1, 2, "We sail at dusk.").build());
      List<Alert> fired = stream.alerts();
      assertThat(states(fired)).containsExactly(AlertState.FIRED, AlertState.FIRED);

      stream.publish(item(1, 3).pubStatus(PubStatus.CANCELED).build());
      List<Alert> retracted = stream.alerts();
      assertThat(states(retracted)).containsExactly(AlertState.RETRACTED, AlertState.RETRACTED);
      assertThat(retracted)
          .extracting(Alert::getAlertId)
          .containsExactlyInAnyOrderElementsOf(fired.stream().map(Alert::getAlertId).toList());
    }
  }

  @Test
  void aRemovedRuleRetractsNothingUntilTheItemIsKilled() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("sailing", "sail");
      stream.publish(item(1, 1, "We sail at dawn.").build());
      Alert fired = stream.alerts().get(0);
      stream.putRule("sailing", null);
      stream.publish(item(1, 2, "We stay.").build());
      assertThat(stream.alerts()).as("there is no rule that could tell").isEmpty();
      stream.publish(item(1, 3).pubStatus(PubStatus.CANCELED).build());
      assertThat(stream.alerts()).extracting(Alert::getAlertId).containsExactly(fired.getAlertId());
    }
  }

  @Test
  void aSnoozedRuleIsSilentUntilItWakes() {
    try (Harness stream = new Harness(stateDir)) {
      stream.putRule(
          rule("sailing", "sail").setSnoozedUntil(Harness.START.plusSeconds(600)).build());
      stream.publish(item(1, 1, "We sail at dawn.").build());
      stream.passTime(Duration.ofMinutes(11));
      stream.publish(item(2, 1, "The others sail at dusk.").build());
      assertThat(stream.alerts())
          .extracting(alert -> alert.getItem().getId())
          .containsExactly("harbour-wire:hw-2");
    }
  }

  @Test
  void whatIsRememberedOfAlertsOutlivesTheTopicsAndIsThenDropped() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("sailing", "sail");
      stream.publish(item(1, 1, "We sail at dawn.").build());
      var entries = stream.driver.<String, byte[]>getKeyValueStore(AlertProcessor.STORE);
      stream.passTime(Duration.ofDays(36));
      stream.publish(item(2, 1, "We sail at dawn.").build());
      stream.passTime(Duration.ofMinutes(1));
      assertThat(keys(entries)).as("match, story and alert of both").hasSize(6);
      stream.passTime(Duration.ofDays(2));
      stream.publish(item(3, 1, "The others sail at dusk.").build());
      stream.passTime(Duration.ofMinutes(1));
      assertThat(keys(entries)).as("the first is gone, the third has come").hasSize(6);
    }
  }

  private static List<String> keys(KeyValueStore<String, byte[]> store) {
    List<String> keys = new ArrayList<>();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }
}
