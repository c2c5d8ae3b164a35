package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.article.Removed;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.record.Alert;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.testing.NewerRawArticle;
import dev.dateline.wire.Block;
import dev.dateline.wire.WireItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream against a real broker and registry, through what goes wrong around it. */
class StreamsRunnerIT extends OnCluster {

  private static WireItem.Builder item(int number) {
    return WireItem.builder("harbour-wire")
        .guid("hw-" + number)
        .block(Block.paragraph("\"Boat " + number + " sails,\" said Ana Brook."));
  }

  private static String quoteOf(int number) {
    return "harbour-wire:hw-" + number + "/Boat " + number + " sails,";
  }

  private static void publish(DatelineConfig config, int from, int to) {
    byte[][] values = new byte[to - from][];
    for (int i = from; i < to; i++) {
      values[i - from] = Harness.input(item(i).build()).bytes();
    }
    for (int i = from; i < to; i++) {
      cluster.sendPlain(config.topics().raw(), i % 3, values[i - from], "harbour-wire");
    }
  }

  private static Set<String> quotesOf(int from, int to) {
    Set<String> keys = new HashSet<>();
    for (int i = from; i < to; i++) {
      keys.add(quoteOf(i));
    }
    return keys;
  }

  private static List<String> keys(String topic) {
    return cluster.read(topic).stream().map(ConsumerRecord::key).toList();
  }

  private static void awaitQuotes(DatelineConfig config, int from, int to) {
    patiently()
        .untilAsserted(
            () ->
                assertThat(keys(config.topics().quotes()))
                    .as("each quote once, none missing, none twice")
                    .containsExactlyInAnyOrderElementsOf(quotesOf(from, to)));
  }

  @Test
  void itemsComeOutOnceInTheirPartitionsHoweverTheyWereProduced() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      publish(config, 0, 20);
      for (int i = 20; i < 40; i++) {
        cluster.publish(config, item(i).build(), (i + 1) % 3);
      }
      awaitQuotes(config, 0, 40);
      assertThat(runner.readiness().isReady()).isTrue();
      for (String topic :
          List.of(
              config.topics().articles(), config.topics().quotes(), config.topics().enriched())) {
        assertThat(cluster.read(topic))
            .as(topic)
            .allSatisfy(
                record ->
                    assertThat(record.partition())
                        .isEqualTo(ItemPartitioner.partition(record.key().split("/", 2)[0], 3)));
      }
      assertThat(cluster.read(config.topics().deadLetters())).isEmpty();
    }
  }

  @Test
  void anOversizedOutputAndAnExceptionInTheMiddleLeaveOnlyADeadLetter() {
    DatelineConfig config = cluster.config(stateDir, Map.of("dateline.max.item.bytes", "50000"));
    Extractor extractor =
        new PlainExtractor() {
          @Override
          public EnrichedItem enrich(WireItem item) {
            if (item.guid().equals("hw-3")) {
              throw new IllegalStateException("lost the thread");
            }
            if (item.guid().equals("hw-5")) {
              Removed huge = new Removed("furniture", "x".repeat(600_000));
              return new EnrichedItem(
                  article(item, List.of(huge)), List.of(), super.enrich(item).quotes());
            }
            return super.enrich(item);
          }
        };
    try (StreamsRunner runner = StreamsRunner.start(config, extractor)) {
      publish(config, 0, 10);
      Set<String> expected = quotesOf(0, 10);
      expected.removeAll(Set.of(quoteOf(3), quoteOf(5)));
      patiently()
          .untilAsserted(
              () -> {
                assertThat(cluster.read(config.topics().deadLetters())).hasSize(2);
                assertThat(keys(config.topics().quotes()))
                    .containsExactlyInAnyOrderElementsOf(expected);
              });
      for (String topic : config.topics().derived()) {
        assertThat(keys(topic)).as(topic).noneMatch(key -> key.contains("hw-3"));
        assertThat(keys(topic)).as(topic).noneMatch(key -> key.contains("hw-5"));
      }
      assertThat(runner.readiness().isReady()).isTrue();
    }
  }

  @Test
  void whileTheRegistryIsAwayNothingIsLostAndReadinessIsOff() throws Exception {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitReady(runner);
      publish(config, 0, 10);
      byte[] ofNewerProducer = withNewerSchema(config, item(100).build());
      cluster.stopRegistry();
      boolean stopped = true;
      try {
        cluster.send(config.topics().raw(), 0, null, ofNewerProducer);
        publish(config, 10, 30);
        patiently().until(() -> !runner.readiness().isReady());
        assertThat(runner.readiness().reason()).contains("registry");
        assertThat(runner.readiness().isLive()).isTrue();
        cluster.startRegistry();
        stopped = false;
      } finally {
        if (stopped) {
          cluster.startRegistry();
        }
      }
      Set<String> expected = quotesOf(0, 30);
      expected.add(quoteOf(100));
      patiently()
          .untilAsserted(
              () ->
                  assertThat(keys(config.topics().quotes()))
                      .containsExactlyInAnyOrderElementsOf(expected));
      awaitReady(runner);
      assertThat(cluster.read(config.topics().deadLetters())).isEmpty();
    }
  }

  @Test
  void rulesStillMatchAfterARestart() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      cluster.addRule(config, "boats", "sails");
      patiently().until(() -> runner.rules().size() == 1);
    }
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      publish(config, 0, 3);
      patiently()
          .untilAsserted(
              () ->
                  assertThat(cluster.read(config, config.topics().alerts(), Alert.class))
                      .extracting(alert -> alert.getItem().getId())
                      .containsExactlyInAnyOrder(
                          "harbour-wire:hw-0", "harbour-wire:hw-1", "harbour-wire:hw-2"));
      assertThat(runner.rules().size()).isEqualTo(1);
    }
  }

  @Test
  void threadsThatDieBetweenCommitsLoseAndRepeatNothing() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    Set<String> crashed = ConcurrentHashMap.newKeySet();
    Extractor extractor =
        new PlainExtractor(
            item -> {
              int number = Integer.parseInt(item.guid().substring(3));
              if (number % 150 == 50 && crashed.add(item.guid())) {
                throw new Crash();
              }
            });
    try (StreamsRunner runner = StreamsRunner.start(config, extractor)) {
      publish(config, 0, 300);
      awaitQuotes(config, 0, 300);
      assertThat(crashed).hasSize(2);
      awaitReady(runner);
      assertThat(cluster.read(config.topics().deadLetters())).isEmpty();
    }
  }

  @Test
  void twoInstancesShareTheWorkAndARuleFiresOnceForEachItem(@TempDir Path otherStateDir) {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner first = StreamsRunner.start(config, new PlainExtractor());
        StreamsRunner second =
            StreamsRunner.start(Cluster.elsewhere(config, otherStateDir), new PlainExtractor())) {
      awaitReady(first);
      awaitReady(second);
      publish(config, 0, 60);
      cluster.addRule(config, "boats", "sails");
      patiently().until(() -> first.rules().size() == 1 && second.rules().size() == 1);
      publish(config, 60, 120);
      awaitQuotes(config, 0, 120);
      patiently()
          .untilAsserted(
              () -> {
                List<String> items =
                    cluster.read(config, config.topics().alerts(), Alert.class).stream()
                        .map(alert -> alert.getItem().getId())
                        .toList();
                assertThat(items).doesNotHaveDuplicates();
                for (int i = 60; i < 120; i++) {
                  assertThat(items).contains("harbour-wire:hw-" + i);
                }
              });
      assertThat(first.counters().get("items.published")).isPositive();
      assertThat(second.counters().get("items.published")).isPositive();
    }
  }

  @Test
  void anEmbargoOutlastsARestart() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    Instant free;
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitReady(runner);
      free = Instant.now().plusSeconds(25);
      cluster.publish(config, item(1).embargo(free).build(), 0);
      patiently().until(() -> runner.counters().get("items.held") == 1);
    }
    assertThat(keys(config.topics().quotes())).isEmpty();
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitQuotes(config, 1, 2);
      assertThat(cluster.read(config.topics().quotes()))
          .allSatisfy(record -> assertThat(Instant.now()).isAfterOrEqualTo(free));
      assertThat(runner.counters().get("items.published")).isEqualTo(1);
    }
  }

  @Test
  void readingAgainWithABetterExtractorWithdrawsWhatItNoLongerFinds() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      publish(config, 0, 6);
      awaitQuotes(config, 0, 6);
      assertThat(runner.failure()).isEmpty();
    }
    Extractor better =
        new PlainExtractor() {
          @Override
          public String producer() {
            return "better";
          }

          @Override
          public EnrichedItem enrich(WireItem item) {
            EnrichedItem found = super.enrich(item);
            return item.guid().equals("hw-2")
                ? new EnrichedItem(found.article(), found.entities(), List.of())
                : found;
          }
        };
    try (Admin admin = cluster.admin()) {
      StreamsReset reset = new StreamsReset(admin, config);
      reset.apply(reset.planReprocess(Instant.now().minusSeconds(3600)), false);
    }
    try (StreamsRunner runner = StreamsRunner.start(config, better)) {
      patiently()
          .untilAsserted(
              () ->
                  assertThat(cluster.read(config.topics().quotes()))
                      .filteredOn(record -> record.value() == null)
                      .extracting(ConsumerRecord::key)
                      .containsExactly(quoteOf(2)));
      patiently().until(() -> runner.counters().get("items.published") == 6);
      assertThat(cluster.read(config.topics().quotes())).hasSize(7);
    }
  }

  @Test
  void aResetThatDeletesTheOutputStartsFromNothing() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      publish(config, 0, 6);
      awaitQuotes(config, 0, 6);
      try (Admin admin = cluster.admin()) {
        StreamsReset reset = new StreamsReset(admin, config);
        StreamsReset.Plan plan = reset.planReset(true);
        assertThat(plan.activeMembers()).isPositive();
        assertThatThrownBy(() -> reset.apply(plan, false)).hasMessageContaining("still runs");
      }
      assertThat(runner.readiness().isLive()).isTrue();
    }
    try (Admin admin = cluster.admin()) {
      StreamsReset reset = new StreamsReset(admin, config);
      StreamsReset.Plan plan = reset.planReset(true);
      assertThat(plan.deletedTopics())
          .contains(config.topics().quotes(), config.applicationId() + "-items-changelog")
          .doesNotContain(
              config.topics().raw(), config.topics().alertRules(), config.topics().deadLetters());
      reset.apply(plan, false);
    }
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitQuotes(config, 0, 6);
      assertThat(runner.counters().get("items.ignored.same")).isZero();
    }
  }

  @Test
  void unequalPartitionCountsAreRefusedAtStart() throws Exception {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (Admin admin = cluster.admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(config.topics().raw(), 2, (short) 1),
                  new NewTopic(config.topics().quotes(), 5, (short) 1)))
          .all()
          .get();
    }
    assertThatThrownBy(() -> StreamsRunner.start(config, new PlainExtractor()))
        .isInstanceOf(TopicsException.class)
        .hasMessageContaining("equally many partitions")
        .hasMessageContaining("max.message.bytes");
  }

  /** A record whose schema this release has never seen: a newer producer's. */
  private static byte[] withNewerSchema(DatelineConfig config, WireItem item) {
    try (RegistrySchemas schemas = RegistrySchemas.of(config.registry())) {
      int id = schemas.id(config.topics().raw() + "-value", NewerRawArticle.schema());
      return NewerRawArticle.framed(id, Harness.input(item).bytes(), item.source());
    }
  }

  /** Ends a thread as nothing that is caught does. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }
}
