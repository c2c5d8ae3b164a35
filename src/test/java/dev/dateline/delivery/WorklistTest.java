package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.AvroSerializer;
import dev.dateline.schema.InMemorySchemas;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** In what order alerts are tried, how often, and what counts as dealt with. */
class WorklistTest {

  private static final String TOPIC = "news.alerts";
  private static final Retries THREE =
      new Retries(3, Duration.ofSeconds(10), Duration.ofSeconds(60));

  private final InMemorySchemas schemas = new InMemorySchemas();
  private final AvroSerializer<Alert> serializer = new AvroSerializer<>(Alert.class, schemas);
  private final List<String> sent = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final DeliveryCounts counts = new DeliveryCounts();

  /** Outcomes of the next tries; delivered when there are none left. */
  private final Deque<Outcome> outcomes = new ArrayDeque<>();

  private long now = 1_000;

  private final Courier courier =
      new Courier() {
        @Override
        public Outcome deliver(List<Alert> alerts) {
          sent.add(String.join("+", alerts.stream().map(Alert::getAlertId).toList()));
          return outcomes.isEmpty() ? Outcome.DELIVERED : outcomes.poll();
        }

        @Override
        public void close() {}
      };

  private Deliverer deliverer(String sink, Route route) {
    return new Deliverer(
        sink,
        new AlertReader(new AvroDeserializer<>(Alert.class, schemas), route),
        courier,
        THREE,
        (record, reason) -> failed.add(record.offset() + " " + reason),
        counts,
        () -> now,
        () -> 1);
  }

  private Worklist oneByOne(Route route) {
    return new OneByOne(deliverer("desk", route));
  }

  private Worklist oneByOne() {
    return oneByOne(new Route(Set.of(), Set.of()));
  }

  private Worklist digest() {
    return new Digest(deliverer("morning", new Route(Set.of(), Set.of())), Duration.ofMinutes(15));
  }

  private ConsumerRecord<byte[], byte[]> alert(
      int partition, long offset, String rule, String... tags) {
    Alert alert =
        Alert.newBuilder()
            .setAlertId(rule + offset)
            .setRuleId(rule)
            .setState(AlertState.FIRED)
            .setRule(AlertRule.newBuilder().setId(rule).setTags(List.of(tags)).build())
            .build();
    return new ConsumerRecord<>(
        TOPIC, partition, offset, new byte[0], serializer.serialize(TOPIC, alert));
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(TOPIC, number);
  }

  @Test
  void deliversInOrderAndSaysHowFarItGot() throws Exception {
    Worklist work = oneByOne();
    work.add(alert(0, 5, "a"));
    work.add(alert(0, 6, "a"));
    work.work();
    assertThat(sent).containsExactly("a5", "a6");
    assertThat(work.done()).containsEntry(partition(0), 7L);
    assertThat(work.done()).as("told once").isEmpty();
    assertThat(work.full()).isEmpty();
  }

  @Test
  void whatIsBehindAFailureWaitsAndOtherPartitionsGoOn() throws Exception {
    outcomes.add(Outcome.failed("status 500"));
    Worklist work = oneByOne();
    work.add(alert(0, 5, "a"));
    work.add(alert(0, 6, "a"));
    work.add(alert(1, 9, "b"));
    long wait = work.work();
    assertThat(sent).containsExactly("a5", "b9");
    assertThat(work.full()).containsExactly(partition(0));
    assertThat(work.done()).containsOnlyKeys(partition(1));
    assertThat(Duration.ofNanos(wait)).isEqualTo(Duration.ofSeconds(10));

    pass(Duration.ofSeconds(9));
    work.work();
    assertThat(sent).as("not due yet").hasSize(2);
    pass(Duration.ofSeconds(1));
    work.work();
    assertThat(sent).containsExactly("a5", "b9", "a5", "a6");
    assertThat(work.done()).containsEntry(partition(0), 7L);
  }

  @Test
  void afterTheLastTryItIsADeadLetterAndTheNextHasItsTurn() throws Exception {
    for (int i = 0; i < 3; i++) {
      outcomes.add(Outcome.failed("status 500"));
    }
    Worklist work = oneByOne();
    work.add(alert(0, 5, "a"));
    work.add(alert(0, 6, "a"));
    work.work();
    pass(Duration.ofSeconds(10));
    work.work();
    assertThat(failed).isEmpty();
    pass(Duration.ofSeconds(20));
    work.work();
    assertThat(failed).containsExactly("5 status 500 (3 tries)");
    assertThat(sent).containsExactly("a5", "a5", "a5", "a6");
    assertThat(work.done()).containsEntry(partition(0), 7L);
    assertThat(counts.all())
        .containsEntry("desk.delivered", 1L)
        .containsEntry("desk.retried", 2L)
        .containsEntry("desk.failed", 1L);
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() throws Exception {
    outcomes.add(Outcome.refused("status 400"));
    Worklist work = oneByOne();
    work.add(alert(0, 5, "a"));
    work.work();
    assertThat(failed).containsExactly("5 status 400");
  }

  @Test
  void takesRulesByIdAndByTag() throws Exception {
    Worklist work = oneByOne(new Route(Set.of("a"), Set.of("sea")));
    work.add(alert(0, 1, "a"));
    work.add(alert(0, 2, "b"));
    work.add(alert(0, 3, "c", "land", "sea"));
    work.work();
    assertThat(sent).containsExactly("a1", "c3");
    assertThat(work.done()).as("what is not taken is dealt with").containsEntry(partition(0), 4L);
  }

  @Test
  void whatIsNoAlertIsADeadLetter() throws Exception {
    Worklist work = oneByOne();
    work.add(new ConsumerRecord<>(TOPIC, 0, 4, null, new byte[] {1, 2}));
    work.add(new ConsumerRecord<>(TOPIC, 0, 5, new byte[0], null));
    work.work();
    assertThat(failed).hasSize(1);
    assertThat(work.done()).containsEntry(partition(0), 6L);
  }

  @Test
  void whatOthersHaveTakenOverIsForgotten() throws Exception {
    Worklist work = oneByOne();
    work.add(alert(0, 5, "a"));
    work.add(alert(1, 5, "b"));
    work.forget(Set.of(partition(0)));
    work.work();
    assertThat(sent).containsExactly("b5");
  }

  @Test
  void aDigestBringsWhatCameTogether() throws Exception {
    Worklist work = digest();
    work.add(alert(0, 1, "a"));
    work.work();
    pass(Duration.ofMinutes(14));
    work.add(alert(1, 7, "b"));
    work.work();
    assertThat(sent).isEmpty();
    assertThat(work.done()).as("a restart must find it again").isEmpty();
    pass(Duration.ofMinutes(1));
    work.work();
    assertThat(sent).containsExactly("a1+b7");
    assertThat(work.done()).containsEntry(partition(0), 2L).containsEntry(partition(1), 8L);
  }

  @Test
  void aDigestThatFailsIsTriedAgainWithAllThatIsInIt() throws Exception {
    outcomes.add(Outcome.failed("no route"));
    Worklist work = digest();
    work.add(alert(0, 1, "a"));
    work.work();
    pass(Duration.ofMinutes(15));
    work.work();
    work.add(alert(0, 2, "a"));
    work.work();
    assertThat(sent).containsExactly("a1");
    pass(Duration.ofSeconds(10));
    work.work();
    assertThat(sent).containsExactly("a1", "a1+a2");
  }

  @Test
  void aFullDigestIsSentEarlyAndTheRestWaitsForTheNext() throws Exception {
    Worklist work = digest();
    for (int i = 0; i < Digest.MOST + 1; i++) {
      work.add(alert(0, i, "a"));
    }
    work.work();
    assertThat(sent).hasSize(1);
    assertThat(work.full()).containsExactly(partition(0));
    work.work();
    assertThat(work.full()).isEmpty();
    assertThat(sent).hasSize(1);
    pass(Duration.ofMinutes(15));
    work.work();
    assertThat(sent).hasSize(2);
  }

  @Test
  void aDigestThatCannotBeSentLeavesADeadLetterForEachAlert() throws Exception {
    outcomes.add(Outcome.refused("no such mailbox"));
    Worklist work = digest();
    work.add(alert(0, 1, "a"));
    work.add(alert(0, 2, "a"));
    work.work();
    pass(Duration.ofMinutes(15));
    work.work();
    assertThat(failed).containsExactly("1 no such mailbox", "2 no such mailbox");
    assertThat(work.done()).containsEntry(partition(0), 3L);
  }

  @Test
  void waitsTwiceAsLongEachTimeAndWithLuckHalfOfIt() {
    Retries retries = new Retries(9, Duration.ofSeconds(1), Duration.ofSeconds(10));
    assertThat(retries.wait(1, null, () -> 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(retries.wait(4, null, () -> 1)).isEqualTo(Duration.ofSeconds(8));
    assertThat(retries.wait(5, null, () -> 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(retries.wait(900, null, () -> 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(retries.wait(1, Duration.ofMinutes(3), () -> 1)).isEqualTo(Duration.ofMinutes(3));
    assertThat(retries.wait(1, Duration.ofDays(9), () -> 1)).isEqualTo(Duration.ofHours(1));
  }
}
