package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.enrich.Enricher;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.Quote;
import dev.dateline.record.StoryLink;
import dev.dateline.wire.Block;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of items and of stories on a real broker; agencies' own items where they are there. */
class ItemLifeIT extends OnCluster {

  private static final Path WIRE = Path.of("../shared/data/wire");

  private static String agencyItem(String path) throws Exception {
    assumeTrue(Files.exists(WIRE.resolve(path)), "not there: " + WIRE.resolve(path));
    return Files.readString(WIRE.resolve(path));
  }

  private static void publish(DatelineConfig config, String text) {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    cluster.sendPlain(config.topics().raw(), 1, value, "agency");
  }

  /** What a consumer that reads from the beginning has in hand. */
  private static Map<String, byte[]> inHand(String topic) {
    Map<String, byte[]> values = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : cluster.read(topic)) {
      if (record.value() == null) {
        values.remove(record.key());
      } else {
        values.put(record.key(), record.value());
      }
    }
    return values;
  }

  private static List<String> topicsOfItems(DatelineConfig config) {
    List<String> topics = new ArrayList<>(config.topics().derived());
    topics.add(config.topics().alertMatches());
    topics.add(config.topics().alerts());
    topics.add(config.topics().storyQueries());
    return topics;
  }

  @Test
  void aStoryThatIsCorrectedAndThenKilledIsWithdrawnToTheLastRecord() throws Exception {
    String story = "agencies/tag_reuters.com_2016_newsml_L1N14N0FF_version_";
    String correction = agencyItem(story + "978556838");
    String kill = agencyItem(story + "1542761538");
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, Extractor.of(Enricher.standard()))) {
      awaitReady(runner);
      cluster.addRule(config, "weather", "flood* OR storm* OR river*");
      patiently().until(() -> runner.rules().size() == 1);
      publish(config, correction);
      patiently()
          .untilAsserted(
              () -> {
                assertThat(inHand(config.topics().stories())).hasSize(1);
                assertThat(alerts(config)).containsExactly(AlertState.FIRED);
              });
      assertThat(cluster.read(config, config.topics().quotes(), Quote.class)).isNotEmpty();

      publish(config, kill);
      patiently()
          .untilAsserted(
              () -> {
                for (String topic : config.topics().derived()) {
                  assertThat(inHand(topic)).as(topic).isEmpty();
                }
                assertThat(alerts(config)).containsExactly(AlertState.FIRED, AlertState.RETRACTED);
              });
      publish(config, correction);
      patiently().until(() -> runner.counters().get("items.ignored.withdrawn") == 1);
      assertThat(inHand(config.topics().articles())).as("it stays away").isEmpty();
      assertThat(cluster.read(config.topics().deadLetters())).isEmpty();
    }
  }

  private static List<AlertState> alerts(DatelineConfig config) {
    return cluster.read(config, config.topics().alerts(), Alert.class).stream()
        .map(Alert::getState)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "agencies/ninjs_embargoed.json, 2022-06-29T02:30:00+00:00",
    "dpa/embargoed.xml, 2025-01-23T19:00:00+01:00"
  })
  void nothingOfAnEmbargoedItemIsOutBeforeItsTime(String path, String date) throws Exception {
    String item = agencyItem(path);
    DatelineConfig config = cluster.config(stateDir, Map.of());
    try (StreamsRunner runner = StreamsRunner.start(config, Extractor.of(Enricher.standard()))) {
      awaitReady(runner);
      cluster.addRule(config, "all", "the OR die OR beer");
      patiently().until(() -> runner.rules().size() == 1);
      Instant free = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 15);
      publish(config, item.replace(date, free.toString()));
      patiently().until(() -> runner.counters().get("items.held") == 1);
      for (String topic : topicsOfItems(config)) {
        assertThat(cluster.read(topic)).as(topic).isEmpty();
      }
      patiently().untilAsserted(() -> assertThat(inHand(config.topics().stories())).hasSize(1));
      assertThat(inHand(config.topics().articles())).hasSize(1);
      for (String topic : topicsOfItems(config)) {
        assertThat(cluster.read(topic))
            .as(topic)
            .allMatch(record -> record.timestamp() >= free.toEpochMilli());
      }
    }
  }

  @Test
  void anEmbargoOutlastsARestartAndADeadLetterBornAtItsEndIsWhole() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    Instant free;
    byte[] value;
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitReady(runner);
      free = Instant.now().plusSeconds(20);
      value =
          Harness.input(
                  WireItem.builder("harbour-wire")
                      .guid("hw-1")
                      .embargo(free)
                      .block(Block.paragraph("\"We sail at dawn,\" said Ana Brook."))
                      .build())
              .bytes();
      cluster.sendPlain(config.topics().raw(), 2, value, "harbour-wire");
      patiently().until(() -> runner.counters().get("items.held") == 1);
    }
    PlainExtractor broken =
        new PlainExtractor(
            item -> {
              throw new IllegalStateException("lost the thread");
            });
    // On another machine, where the held item has to come from Kafka.
    DatelineConfig elsewhere = Cluster.elsewhere(config, stateDir.resolve("other"));
    try (StreamsRunner runner = StreamsRunner.start(elsewhere, broken)) {
      patiently()
          .untilAsserted(() -> assertThat(cluster.read(config.topics().deadLetters())).hasSize(1));
      assertThat(Instant.now()).isAfterOrEqualTo(free);
      ConsumerRecord<String, byte[]> letter = cluster.read(config.topics().deadLetters()).get(0);
      assertThat(letter.value()).isEqualTo(value);
      assertThat(letter.key()).isNull();
      assertThat(header(letter, "source")).isEqualTo("harbour-wire");
      assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(config.topics().raw());
      assertThat(header(letter, DeadLetter.PARTITION)).isEqualTo("2");
      assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("0");
      assertThat(header(letter, DeadLetter.STAGE)).isEqualTo("enrich");
      assertThat(header(letter, DeadLetter.EXCEPTION)).isNotEmpty();
      assertThat(cluster.read(config.topics().articles())).isEmpty();
      assertThat(runner.readiness().isReady()).isTrue();
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void theAlertsOfABacklogAllHaveTheirStory() {
    DatelineConfig config = cluster.config(stateDir, Map.of());
    StreamsRunner.prepareTopics(config);
    cluster.addRule(config, "gales", "gales");
    int items = 150;
    for (int i = 0; i < items; i++) {
      StringBuilder own = new StringBuilder("After the gales");
      for (int word = 0; word < 40; word++) {
        own.append(" port").append(i).append('x').append(word);
      }
      byte[] value =
          Harness.input(
                  WireItem.builder("feed-1")
                      .guid("g" + i)
                      .block(Block.paragraph(own.toString()))
                      .build())
              .bytes();
      cluster.sendPlain(config.topics().raw(), i % 3, value, "feed-1");
    }
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      patiently()
          .untilAsserted(
              () ->
                  assertThat(cluster.read(config, config.topics().alertMatches(), Alert.class))
                      .hasSize(items)
                      .allMatch(alert -> alert.getStoryId() != null));
      assertThat(runner.counters().get("stories.late")).isZero();
    }
  }

  @Test
  void copiesThatComeAtTheSameTimeAreOneStoryAndAlertOnce() {
    DatelineConfig config = cluster.config(stateDir, Map.of("num.stream.threads", "2"));
    String text =
        "The ferries between Kestrand and the outer islands will stay in port until Thursday, the"
            + " harbour office said on Monday, after a second night of gales tore two moorings"
            + " loose and flooded the ticket hall.";
    try (StreamsRunner runner = StreamsRunner.start(config, new PlainExtractor())) {
      awaitReady(runner);
      cluster.addRule(config, "gales", "gales");
      patiently().until(() -> runner.rules().size() == 1);
      for (int i = 0; i < 12; i++) {
        WireItem item =
            WireItem.builder("feed-" + i)
                .guid("x")
                .block(Block.paragraph(text))
                .block(Block.paragraph("This is feed " + i + "."))
                .build();
        cluster.sendPlain(config.topics().raw(), i % 3, Harness.input(item).bytes(), "feed-" + i);
      }
      patiently().untilAsserted(() -> assertThat(inHand(config.topics().stories())).hasSize(12));
      assertThat(cluster.read(config, config.topics().stories(), StoryLink.class))
          .extracting(StoryLink::getStoryId)
          .containsOnly(
              cluster.read(config, config.topics().stories(), StoryLink.class).get(0).getStoryId());
      patiently().untilAsserted(() -> assertThat(alerts(config)).isNotEmpty());
      assertThat(cluster.read(config, config.topics().alertMatches(), Alert.class))
          .allMatch(
              alert -> alert.getStoryId() != null || runner.counters().get("stories.late") > 0);
      Alert alert = cluster.read(config, config.topics().alerts(), Alert.class).get(0);
      System.out.printf(
          "an alert %d ms after its item, %d matches let go without a story%n",
          alert.getFired().toEpochMilli() - alert.getItem().getReceived().toEpochMilli(),
          runner.counters().get("stories.late"));
    }
  }
}
