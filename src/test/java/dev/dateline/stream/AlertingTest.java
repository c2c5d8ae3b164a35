package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertMatch;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import dev.dateline.schema.InMemorySchemas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which matches become alerts, and when alerts are taken back. */
class AlertingTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Topics TOPICS = new Topics("news.");

  private final KeyValueStore<String, byte[]> entries =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("alerts"), Serdes.String(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private final RecordSerdes serdes = RecordSerdes.of(new InMemorySchemas());
  private final AlertStore store = new AlertStore(entries);
  private boolean snoozed;
  private final Alerting alerting =
      new Alerting(store, serdes, TOPICS, Duration.ofDays(37), rule -> snoozed);
  private AlertRule.Builder rule = AlertRule.newBuilder().setId("floods").setQuery("flood*");
  private long offset;

  @BeforeEach
  void open() {
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    entries.init(context.getStateStoreContext(), entries);
  }

  private AlertRule.Builder threshold(int count, Duration window) {
    return rule.setThreshold(count).setWindowMillis(window.toMillis());
  }

  private List<Alert> match(String item, int minute) {
    return match(item, minute, null, null);
  }

  private List<Alert> match(String item, int minute, String story, String speaker) {
    Instant received = NOON.plus(Duration.ofMinutes(minute));
    Alert match =
        Alert.newBuilder()
            .setAlertId("match of " + item + (speaker == null ? "" : " by " + speaker))
            .setRuleId("floods")
            .setRule(rule.build())
            .setQuery(rule.getQuery())
            .setState(AlertState.FIRED)
            .setItem(
                ItemRef.newBuilder()
                    .setId(item)
                    .setSource(item.substring(0, 1))
                    .setReceived(received)
                    .build())
            .setStoryId(story)
            .setSpeaker(speaker)
            .setSnippet("The **flood** of " + item)
            .build();
    return keep(alerting.matched(match, received.toEpochMilli(), offset++, received));
  }

  private List<Alert> withdraw(String item) {
    Alert withdrawal =
        Alert.newBuilder()
            .setAlertId("match of " + item)
            .setRuleId("floods")
            .setState(AlertState.RETRACTED)
            .setReason("KILLED")
            .setItem(ItemRef.newBuilder().setId(item).setSource("x").build())
            .build();
    return keep(alerting.withdrawn(withdrawal, offset++, NOON.plus(Duration.ofDays(1))));
  }

  private List<Alert> keep(List<Alert> alerts) {
    store.flush();
    return alerts;
  }

  private static List<String> said(List<Alert> alerts) {
    List<String> said = new ArrayList<>();
    alerts.forEach(alert -> said.add(alert.getState() + " " + alert.getItem().getId()));
    return said;
  }

  private long size() {
    long size = 0;
    try (KeyValueIterator<String, byte[]> all = entries.all()) {
      while (all.hasNext()) {
        all.next();
        size++;
      }
    }
    return size;
  }

  @Test
  void aMatchFiresOnce() {
    List<Alert> fired = match("a", 0);

    assertThat(said(fired)).containsExactly("FIRED a");
    assertThat(fired.get(0).getCount()).isEqualTo(1);
    assertThat(fired.get(0).getFired()).isEqualTo(NOON);
    assertThat(match("a", 1)).as("the same again").isEmpty();
  }

  @Test
  void aRetractionHasTheIdOfItsAlertAndASecondFiringHasItsOwn() {
    Alert fired = match("a", 0).get(0);
    Alert retracted = withdraw("a").get(0);
    Alert again = match("a", 5).get(0);

    assertThat(retracted.getAlertId()).isEqualTo(fired.getAlertId());
    assertThat(retracted.getReason()).isEqualTo("KILLED");
    assertThat(retracted.getSnippet()).isNull();
    assertThat(retracted.getRule().getQuery()).isEqualTo("flood*");
    assertThat(again.getAlertId()).isNotEqualTo(fired.getAlertId());
  }

  @Test
  void nothingIsLeftOfWhatWasWithdrawn() {
    rule.setCooldownMillis(60_000);
    match("a", 0);
    match("b", 0);
    withdraw("a");
    withdraw("b");

    assertThat(withdraw("a")).as("withdrawn twice").isEmpty();
    assertThat(size()).isZero();
  }

  @Test
  void copiesOfAStoryAreOneAlertThatStandsUntilTheLastIsWithdrawn() {
    assertThat(said(match("a", 0, "s1", null))).containsExactly("FIRED a");
    assertThat(match("b", 1, "s1", null)).isEmpty();
    assertThat(said(match("c", 1, "s2", null))).containsExactly("FIRED c");

    assertThat(withdraw("a")).as("another copy still matches").isEmpty();
    assertThat(said(withdraw("b"))).containsExactly("RETRACTED b");
  }

  @Test
  void everyCopyAlertsWhereTheRuleAsksForIt() {
    rule.setEveryCopy(true);
    assertThat(said(match("a", 0, "s1", null))).containsExactly("FIRED a");
    assertThat(said(match("b", 1, "s1", null))).containsExactly("FIRED b");
    assertThat(said(withdraw("a"))).containsExactly("RETRACTED a");
  }

  @Test
  void aThresholdFiresOnceSoManyStoriesAreInTheWindow() {
    threshold(3, Duration.ofMinutes(10));
    assertThat(match("a", 0)).isEmpty();
    assertThat(match("b", 4)).isEmpty();
    assertThat(match("c", 11)).as("the first has left the window").isEmpty();
    List<Alert> fired = match("d", 14);

    assertThat(said(fired)).containsExactly("FIRED d");
    assertThat(fired.get(0).getCount()).isEqualTo(3);
    assertThat(fired.get(0).getEarlier())
        .extracting(AlertMatch::getSnippet)
        .containsExactly("The **flood** of b", "The **flood** of c");
  }

  @Test
  void whatMadeAThresholdFireDoesNotCountAgain() {
    threshold(2, Duration.ofMinutes(10));
    match("a", 0);
    assertThat(match("b", 1)).hasSize(1);
    assertThat(match("c", 2)).isEmpty();
    assertThat(said(match("d", 3))).containsExactly("FIRED d");
  }

  @Test
  void copiesOfAStoryCountOnce() {
    threshold(2, Duration.ofMinutes(10));
    match("a", 0, "s1", null);
    assertThat(match("b", 1, "s1", null)).isEmpty();
    assertThat(match("c", 2, "s2", null)).hasSize(1);
  }

  @Test
  void lateMatchesCountWhereTheyBelong() {
    threshold(3, Duration.ofMinutes(10));
    match("a", 0);
    match("c", 60);
    match("b", 8);
    List<Alert> fired = match("between", 4);

    assertThat(said(fired)).as("the newest of the window").containsExactly("FIRED b");
    assertThat(fired.get(0).getEarlier())
        .extracting(earlier -> earlier.getItem().getId())
        .containsExactly("a", "between");
  }

  @Test
  void eachSpeakerHasAThresholdOfHisOwn() {
    threshold(2, Duration.ofMinutes(10)).setGroupBy("speaker");
    match("a", 0, null, "Ana Brook");
    assertThat(match("a", 0, null, "Piet Lune")).isEmpty();
    assertThat(match("b", 1, null, "ana brook")).hasSize(1);
    assertThat(match("b", 1, null, "Piet Lune")).hasSize(1);
  }

  @Test
  void eachSourceCoolsDownByItself() {
    rule.setGroupBy("source").setCooldownMillis(Duration.ofMinutes(10).toMillis());
    assertThat(match("a1", 0)).hasSize(1);
    assertThat(match("b1", 1)).hasSize(1);
    assertThat(match("a2", 2)).isEmpty();
  }

  @Test
  void withinTheCoolDownNothingFires() {
    rule.setCooldownMillis(Duration.ofMinutes(10).toMillis());
    assertThat(match("a", 0)).hasSize(1);
    assertThat(match("b", 9)).isEmpty();
    assertThat(said(match("c", 10))).containsExactly("FIRED c");
  }

  @Test
  void matchesCountTowardsAThresholdWhileItCoolsDown() {
    threshold(2, Duration.ofMinutes(10)).setCooldownMillis(Duration.ofMinutes(5).toMillis());
    match("a", 0);
    assertThat(match("b", 1)).hasSize(1);
    match("c", 3);
    assertThat(match("d", 4)).isEmpty();
    List<Alert> fired = match("e", 7);
    assertThat(said(fired)).containsExactly("FIRED e");
    assertThat(fired.get(0).getCount()).isEqualTo(3);
  }

  @Test
  void aWithdrawnMatchNoLongerCounts() {
    threshold(3, Duration.ofMinutes(10));
    match("a", 0);
    match("b", 1);
    assertThat(withdraw("a")).isEmpty();
    assertThat(match("c", 2)).isEmpty();
    assertThat(match("d", 3)).hasSize(1);
  }

  @Test
  void aThresholdAlertIsRetractedWhenAMatchOfItIsWithdrawnAndTheOthersCountAgain() {
    threshold(3, Duration.ofMinutes(10));
    match("a", 0);
    match("b", 1);
    Alert fired = match("c", 2).get(0);
    List<Alert> retracted = withdraw("b");
    assertThat(said(retracted)).containsExactly("RETRACTED b");
    assertThat(retracted.get(0).getAlertId()).isEqualTo(fired.getAlertId());

    List<Alert> again = match("d", 5);
    assertThat(said(again)).containsExactly("FIRED d");
    assertThat(again.get(0).getEarlier())
        .extracting(earlier -> earlier.getItem().getId())
        .containsExactly("a", "c");
  }

  @Test
  void aRetractedAlertFiresAnewWhereEnoughElseMatches() {
    threshold(2, Duration.ofMinutes(10));
    match("a", 0);
    Alert fired = match("b", 1).get(0);
    match("c", 2);

    List<Alert> after = withdraw("a");
    assertThat(said(after)).containsExactly("RETRACTED a", "FIRED c");
    assertThat(after.get(1).getAlertId()).isNotEqualTo(fired.getAlertId());
    assertThat(after.get(1).getEarlier())
        .extracting(earlier -> earlier.getItem().getId())
        .as("nothing of what was withdrawn is shown")
        .containsExactly("b");
  }

  @Test
  void whatAnAlertKeptQuietIsToldWhenThatAlertIsRetracted() {
    rule.setCooldownMillis(Duration.ofMinutes(10).toMillis());
    match("hoax", 0);
    assertThat(match("true", 3)).isEmpty();
    match("late", 5);

    assertThat(said(withdraw("hoax"))).containsExactly("RETRACTED hoax", "FIRED true");
    assertThat(match("next", 8)).as("it cools down anew").isEmpty();
  }

  @Test
  void aSnoozedRuleIsSilentButItsThresholdGoesOnCounting() {
    snoozed = true;
    assertThat(match("a", 0)).isEmpty();
    threshold(2, Duration.ofMinutes(10));
    assertThat(match("b", 1)).isEmpty();
    snoozed = false;
    assertThat(match("a", 2)).as("it has been asked not to be heard of").isEmpty();
    assertThat(match("c", 3)).hasSize(1);
  }

  @Test
  void whatAnotherQueryFoundDoesNotCount() {
    threshold(2, Duration.ofMinutes(10));
    match("a", 0);
    rule.setQuery("drought");
    assertThat(match("b", 1)).isEmpty();
    assertThat(match("c", 2)).hasSize(1);
  }

  @Test
  void whatIsDiscardedHasNotHappened() {
    threshold(2, Duration.ofMinutes(10));
    match("a", 0);
    alerting.withdrawn(
        Alert.newBuilder().setAlertId("match of a").setRuleId("floods").build(), 9, NOON);
    store.discard();
    assertThat(match("b", 1)).hasSize(1);
  }

  @Test
  void entriesExpireByWhatTheyCountFor() {
    threshold(2, Duration.ofMinutes(10));
    match("a", 0);
    List<String> expired = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = entries.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        if (AlertStore.isExpired(entry.value, NOON.plus(Duration.ofDays(2)))) {
          expired.add(entry.key.substring(0, 1));
        }
      }
    }
    assertThat(expired).containsExactly("p");
  }
}
