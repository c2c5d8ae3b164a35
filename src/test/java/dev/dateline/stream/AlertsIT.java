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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts on a real broker: several instances, restarts, rules that come and go. */
class AlertsIT extends OnCluster {

  private static WireItem.Builder item(int number, int version) {
    return WireItem.builder("harbour-wire")
        .guid("hw-" + number)
        .version(Integer.toString(version))
        .versionCreated(Instant.parse("2026-03-01T12:00:00Z").plusSeconds(version));
  }

  private static void publish(DatelineConfig config, int number, String text) {
    // Words of its own, or it would be a copy of the others and no new story.
    StringBuilder own = new StringBuilder(text);
    for (int i = 0; i < 40; i++) {
      own.append(" word").append(number).append('x').append(i);
    }
    WireItem item = item(number, 1).block(Block.paragraph(own.toString())).build();
    byte[] value = Harness.input(item).bytes();
    cluster.sendPlain(config.topics().raw(), number % 3, value, "harbour-wire");
  }

  private static List<Alert> alerts(DatelineConfig config) {
    return cluster.read(config, config.topics().alerts(), Alert.class);
  }

  private static List<String> fired(DatelineConfig config, String rule) {
    List<String> items = new ArrayList<>();
    for (Alert alert : alerts(config)) {
      if (alert.getRuleId().equals(rule) && alert.getState() == AlertState.FIRED) {
        items.add(alert.getItem().getId());
      }
    }
    return items;
  }

  private static void awaitFired(DatelineConfig config, String rule, int count) {
    patiently().untilAsserted(() -> assertThat(fired(config, rule)).hasSize(count));
  }

  private static List<String> ids(int from, int to) {
    List<String> ids = new ArrayList<>();
    for (int i = from; i < to; i++) {
      ids.add("harbour-wire:hw-" + i);
    }
    return ids;
  }

  private static boolean knows(StreamsRunner runner, String id, String query) {
    AlertRule rule = runner.rules().rule(id);
    return query == null ? rule == null : rule != null && rule.getQuery().equals(query);
  }

  @Test
  void rulesComeChangeAndGoWhileItemsFlowThroughTwoInstances(@TempDir Path otherStateDir) {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner first = StreamsRunner.start(config, new PlainExtractor());
        StreamsRunner second =
            StreamsRunner.start(Cluster.elsewhere(config, otherStateDir), new PlainExtractor())) {
      patiently().until(() -> first.readiness().isReady() && second.readiness().isReady());
      cluster.addRule(config, "always", "boat");
      cluster.addRule(config, "harbour", "boat");
      patiently().until(() -> knows(first, "harbour", "boat") && knows(second, "harbour", "boat"));
      for (int i = 0; i < 15; i++) {
        publish(config, i, "A boat sails.");
      }
      awaitFired(config, "always", 15);

      cluster.addRule(config, "harbour", "crane");
      patiently()
          .until(() -> knows(first, "harbour", "crane") && knows(second, "harbour", "crane"));
      for (int i = 15; i < 30; i++) {
        publish(config, i, i % 2 == 0 ? "A boat sails." : "A boat meets a crane.");
      }
      awaitFired(config, "always", 30);

      cluster.removeRule(config, "harbour");
      patiently().until(() -> knows(first, "harbour", null) && knows(second, "harbour", null));
      for (int i = 30; i < 40; i++) {
        publish(config, i, "A boat meets a crane.");
      }
      awaitFired(config, "always", 40);
      assertThat(fired(config, "always")).containsExactlyInAnyOrderElementsOf(ids(0, 40));
      List<String> expected = new ArrayList<>(ids(0, 15));
      for (int i = 15; i < 30; i += 2) {
        expected.addAll(ids(i, i + 1));
      }
      patiently()
          .untilAsserted(
              () ->
                  assertThat(fired(config, "harbour"))
                      .containsExactlyInAnyOrderElementsOf(expected));
      assertThat(alerts(config)).extracting(Alert::getAlertId).doesNotHaveDuplicates();
    }
  }

  @Test
  void aThresholdWindowOutlastsARestartAndAKillRetracts() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitReady(runner);
      cluster.putRule(
          config,
          AlertRule.newBuilder()
              .setId("boats")
              .setQuery("boat")
              .setThreshold(3)
              .setWindowMillis(Duration.ofHours(1).toMillis())
              .build());
      cluster.addRule(config, "each", "boat");
      patiently().until(() -> runner.rules().size() == 2);
      publish(config, 0, "A boat sails.");
      publish(config, 1, "A boat sails.");
      awaitFired(config, "each", 2);
    }
    assertThat(fired(config, "boats")).isEmpty();
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitReady(runner);
      publish(config, 2, "A boat sails.");
      patiently().until(() -> !fired(config, "boats").isEmpty());
      publish(config, 3, "A boat sails.");
      awaitFired(config, "each", 4);
    }
    assertThat(fired(config, "boats")).as("counted over the restart").hasSize(1);
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitReady(runner);
      WireItem kill = item(0, 2).pubStatus(PubStatus.CANCELED).build();
      cluster.publish(config, kill, 0);
      patiently()
          .untilAsserted(
              () ->
                  assertThat(alerts(config))
                      .filteredOn(alert -> alert.getRuleId().equals("boats"))
                      .extracting(Alert::getState)
                      .as("three of the others are left, and fire anew")
                      .containsExactly(AlertState.FIRED, AlertState.RETRACTED, AlertState.FIRED));
      Alert again =
          alerts(config).stream()
              .filter(alert -> alert.getRuleId().equals("boats"))
              .reduce((earlier, later) -> later)
              .orElseThrow();
      assertThat(again.getCount()).isEqualTo(3);
      assertThat(again.getEarlier())
          .extracting(earlier -> earlier.getItem().getId())
          .doesNotContain("harbour-wire:hw-0");
    }
  }
}
