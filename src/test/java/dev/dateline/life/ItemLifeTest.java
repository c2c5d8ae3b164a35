package dev.dateline.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.life.Decision.Hold;
import dev.dateline.life.Decision.Ignore;
import dev.dateline.life.Decision.Publish;
import dev.dateline.life.Decision.Why;
import dev.dateline.life.Decision.Withdraw;
import dev.dateline.life.Incoming.Usage;
import dev.dateline.life.RecordId.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemLifeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final RecordId ARTICLE = new RecordId(Kind.ARTICLE, "wire:1");
  private static final RecordId QUOTE_A = new RecordId(Kind.QUOTE, "a");
  private static final RecordId QUOTE_B = new RecordId(Kind.QUOTE, "b");

  private static Incoming version(int number, long content) {
    return new Incoming(at(number), Usage.USABLE, null, content, "dateline 1");
  }

  private static Version at(int number) {
    Instant created = NOW.plusSeconds(number);
    return new Version(created, null, created);
  }

  private static Incoming kill(int number) {
    return new Incoming(at(number), Usage.CANCELED, null, 0, "dateline 1");
  }

  private static Incoming embargoed(int number, long content, Instant until) {
    return new Incoming(at(number), Usage.USABLE, until, content, "dateline 1");
  }

  private static ItemState published(
      ItemState before, Incoming incoming, Map<RecordId, Long> records) {
    return ItemLife.publish(before, incoming, Reason.CORRECTED, records, Map.of(), NOW).next();
  }

  private static ItemState live() {
    return published(null, version(2, 20), Map.of(ARTICLE, 1L, QUOTE_A, 2L));
  }

  @Test
  void aFirstVersionIsPublished() {
    assertThat(ItemLife.decide(null, version(1, 10), NOW)).isEqualTo(new Publish(Reason.CORRECTED));
  }

  @Test
  void anOlderVersionIsIgnored() {
    assertThat(ItemLife.decide(live(), version(1, 10), NOW))
        .isInstanceOfSatisfying(Ignore.class, it -> assertThat(it.why()).isEqualTo(Why.OLDER));
  }

  @Test
  void theSameContentFromTheSameProducerIsDroppedButItsVersionCounts() {
    Decision decision = ItemLife.decide(live(), version(5, 20), NOW);
    assertThat(decision)
        .isInstanceOfSatisfying(
            Ignore.class,
            it -> {
              assertThat(it.why()).isEqualTo(Why.SAME);
              assertThat(it.next().version()).isEqualTo(at(5));
              assertThat(it.next().records()).isEqualTo(live().records());
            });
  }

  @Test
  void theSameContentFromAnotherProducerIsEnrichedAgain() {
    Incoming again = new Incoming(at(2), Usage.USABLE, null, 20, "dateline 2");
    assertThat(ItemLife.decide(live(), again, NOW)).isEqualTo(new Publish(Reason.REPROCESSED));
  }

  @Test
  void aNewVersionSendsWhatChangedAndWithdrawsWhatIsGone() {
    Changes changes =
        ItemLife.publish(
            live(),
            version(3, 30),
            Reason.CORRECTED,
            Map.of(ARTICLE, 1L, QUOTE_B, 5L),
            Map.of(),
            NOW);
    assertThat(changes.send()).containsExactly(QUOTE_B);
    assertThat(changes.withdraw()).containsExactly(QUOTE_A);
    assertThat(changes.next().records()).containsOnlyKeys(ARTICLE, QUOTE_B);
  }

  @Test
  void recordsAndAlertsGoOutInTheOrderGiven() {
    Map<RecordId, Long> records = new LinkedHashMap<>();
    records.put(QUOTE_B, 1L);
    records.put(ARTICLE, 2L);
    records.put(QUOTE_A, 3L);
    Map<String, String> alerts = new LinkedHashMap<>();
    alerts.put("y", "oil");
    alerts.put("x", "cyber");

    Changes changes = ItemLife.publish(null, version(1, 1), Reason.CORRECTED, records, alerts, NOW);

    assertThat(changes.send()).containsExactly(QUOTE_B, ARTICLE, QUOTE_A);
    assertThat(changes.fire()).containsExactly("y", "x");
  }

  @Test
  void alertsFireOnceAndAreRetractedWhenTheirMatchIsGone() {
    Changes first =
        ItemLife.publish(
            null, version(1, 1), Reason.CORRECTED, Map.of(), Map.of("x", "cyber", "y", "oil"), NOW);
    assertThat(first.fire()).containsExactlyInAnyOrder("x", "y");
    Changes second =
        ItemLife.publish(
            first.next(), version(2, 2), Reason.CORRECTED, Map.of(), Map.of("y", "oil"), NOW);
    assertThat(second.fire()).isEmpty();
    assertThat(second.retract()).containsExactly(Map.entry("x", "cyber"));
  }

  @Test
  void aKillWithdrawsEverythingAndIsRemembered() {
    Decision decision = ItemLife.decide(live(), kill(3), NOW);
    assertThat(decision).isInstanceOf(Withdraw.class);
    Changes changes = ((Withdraw) decision).changes();
    assertThat(changes.withdraw()).containsExactly(ARTICLE, QUOTE_A);
    assertThat(changes.reason()).isEqualTo(Reason.KILLED);
    assertThat(changes.next().status()).isEqualTo(Status.KILLED);
    assertThat(changes.next().records()).isEmpty();
  }

  @Test
  void aKillThatComesFirstKeepsTheItemAway() {
    ItemState killed = ((Withdraw) ItemLife.decide(null, kill(3), NOW)).changes().next();
    assertThat(ItemLife.decide(killed, version(2, 20), NOW))
        .isInstanceOfSatisfying(Ignore.class, it -> assertThat(it.why()).isEqualTo(Why.WITHDRAWN));
  }

  @Test
  void aKillWithoutDateKeepsADatedItemAwayThatArrivesLater() {
    Incoming bare = new Incoming(Version.arrivedAt(NOW), Usage.CANCELED, null, 0, "dateline 1");
    ItemState killed = ((Withdraw) ItemLife.decide(null, bare, NOW)).changes().next();
    assertThat(ItemLife.decide(killed, version(60, 20), NOW.plusSeconds(60)))
        .isInstanceOf(Ignore.class);
  }

  @Test
  void aProvenNewerVersionBringsAKilledItemBack() {
    ItemState killed = ((Withdraw) ItemLife.decide(live(), kill(3), NOW)).changes().next();
    assertThat(ItemLife.decide(killed, version(4, 20), NOW)).isInstanceOf(Publish.class);
  }

  @Test
  void aKillOlderThanTheLiveVersionIsIgnored() {
    assertThat(ItemLife.decide(live(), kill(1), NOW)).isInstanceOf(Ignore.class);
  }

  @Test
  void anEmbargoedVersionIsHeldThenReleased() {
    Instant until = NOW.plusSeconds(3600);
    Incoming incoming = embargoed(3, 30, until);
    Hold hold = (Hold) ItemLife.decide(null, incoming, NOW);
    assertThat(hold.until()).isEqualTo(until);
    assertThat(hold.changes().send()).isEmpty();
    assertThat(hold.changes().next().heldUntil()).isEqualTo(until);
    assertThat(ItemLife.decide(hold.changes().next(), incoming, until)).isInstanceOf(Publish.class);
  }

  @Test
  void whatAnEarlierVersionSentStaysOutDuringAnEmbargo() {
    Hold hold = (Hold) ItemLife.decide(live(), embargoed(3, 30, NOW.plusSeconds(60)), NOW);
    assertThat(hold.changes().withdraw()).isEmpty();
    assertThat(hold.changes().next().records()).isEqualTo(live().records());
  }

  @Test
  void withheldWithoutADateTakesTheItemDownUntilALaterVersion() {
    Incoming withheld = new Incoming(at(3), Usage.WITHHELD, null, 30, "dateline 1");
    Hold hold = (Hold) ItemLife.decide(live(), withheld, NOW);
    assertThat(hold.until()).isNull();
    assertThat(hold.changes().withdraw()).containsExactly(ARTICLE, QUOTE_A);
    assertThat(ItemLife.decide(hold.changes().next(), version(4, 30), NOW))
        .isInstanceOf(Publish.class);
  }

  @Test
  void anEmbargoLiftedByALaterVersionPublishesAtOnce() {
    Hold hold = (Hold) ItemLife.decide(null, embargoed(1, 10, NOW.plusSeconds(60)), NOW);
    assertThat(ItemLife.decide(hold.changes().next(), version(2, 10), NOW))
        .isInstanceOf(Publish.class);
  }

  @Test
  void aKillBeforeReleaseLeavesNoTrace() {
    Hold hold = (Hold) ItemLife.decide(null, embargoed(1, 10, NOW.plusSeconds(60)), NOW);
    Withdraw withdraw = (Withdraw) ItemLife.decide(hold.changes().next(), kill(2), NOW);
    assertThat(withdraw.changes().withdraw()).isEmpty();
    assertThat(ItemLife.decide(withdraw.changes().next(), version(1, 10), NOW.plusSeconds(60)))
        .isInstanceOf(Ignore.class);
  }

  @Test
  void aSupersededItemIsWithdrawnAlsoWhenItComesLater() {
    Changes changes = ItemLife.supersede(live(), at(10), NOW);
    assertThat(changes.withdraw()).containsExactly(ARTICLE, QUOTE_A);
    assertThat(changes.reason()).isEqualTo(Reason.SUPERSEDED);
    Changes unseen = ItemLife.supersede(null, at(10), NOW);
    assertThat(ItemLife.decide(unseen.next(), version(9, 90), NOW)).isInstanceOf(Ignore.class);
  }

  @Test
  void aVersionMadeBeforeTheItemThatReplacesItStaysAwayHoweverLateItComes() {
    ItemState gone = ItemLife.supersede(live(), at(10), NOW).next();
    assertThat(ItemLife.decide(gone, version(5, 50), NOW)).isInstanceOf(Ignore.class);
    assertThat(ItemLife.decide(gone, version(11, 50), NOW)).isInstanceOf(Publish.class);
    ItemState killed = ((Withdraw) ItemLife.decide(live(), kill(3), NOW)).changes().next();
    assertThat(ItemLife.decide(ItemLife.supersede(killed, at(10), NOW).next(), version(5, 50), NOW))
        .as("also where it had been killed before")
        .isInstanceOf(Ignore.class);
    Version undated = Version.arrivedAt(NOW.minusSeconds(60));
    assertThat(ItemLife.supersede(live(), undated, NOW).withdraw())
        .as("only dates prove that an item is newer, not the order of arrival")
        .containsExactly(ARTICLE, QUOTE_A);
  }

  @Test
  void anItemNewerThanTheWordThatSupersedesItStays() {
    assertThat(ItemLife.supersede(live(), at(-10), NOW)).isNull();
  }

  @Test
  void stateExpiresByWhenItWasTouchedButNotBeforeItsRelease() {
    ItemState held =
        ((Hold) ItemLife.decide(null, embargoed(1, 10, NOW.plusSeconds(60)), NOW)).changes().next();
    assertThat(live().isExpiredAt(NOW)).isFalse();
    assertThat(live().isExpiredAt(NOW.plusSeconds(1))).isTrue();
    assertThat(held.isExpiredAt(NOW.plusSeconds(60))).isFalse();
    assertThat(held.isExpiredAt(NOW.plusSeconds(61)))
        .as("released long ago, as a dead letter")
        .isTrue();
  }
}
