package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.Quote;
import dev.dateline.wire.Block;
import dev.dateline.wire.PubStatus;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an item as a consumer sees it. */
class ItemLifeTopologyTest {

  private static final String ID = "harbour-wire:hw-17";
  private static final String DAWN = ID + "/We sail at dawn.";
  private static final String DUSK = ID + "/We sail at dusk.";

  @TempDir Path stateDir;

  private static WireItem.Builder version(int number, String... words) {
    WireItem.Builder item =
        WireItem.builder("harbour-wire")
            .guid("hw-17")
            .version(Integer.toString(number))
            .versionCreated(Harness.START.plusSeconds(number));
    for (String said : words) {
      item.block(Block.paragraph("\"" + said + "\" said Ana Brook."));
    }
    return item;
  }

  private static WireItem dawn(int number) {
    return version(number, "We sail at dawn.").build();
  }

  private static WireItem kill(int number) {
    return version(number).pubStatus(PubStatus.CANCELED).build();
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void theSameAgainSendsNothing() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(dawn(1));
      assertThat(stream.sent(stream.topics.quotes())).hasSize(1);
      stream.publish(dawn(1));
      stream.publish(dawn(2));
      for (String topic : stream.topics.derived()) {
        if (!topic.equals(stream.topics.stories()) && !topic.equals(stream.topics.sections())) {
          if (!topic.equals(stream.topics.quotes())) {
            assertThat(stream.sent(topic)).as(topic).hasSize(1);
          } else {
            assertThat(stream.sent(topic)).as(topic).isEmpty();
          }
        }
      }
      assertThat(stream.counters.get("items.ignored.same")).isEqualTo(2);
    }
  }

  @Test
  void aNewVersionSendsWhatIsNewAndWithdrawsWhatIsGone() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(version(1, "We sail at dawn.", "We stay.").build());
      assertThat(stream.sent(stream.topics.quotes())).hasSize(2);
      stream.publish(version(2, "We sail at dawn.", "We sail at dusk.").build());
      List<TestRecord<String, byte[]>> quotes = stream.sent(stream.topics.quotes());
      assertThat(quotes)
          .extracting(TestRecord::key)
          .as("the one whose fields are unchanged is not sent again")
          .containsExactly(ID + "/We stay.", DUSK);
      TestRecord<String, byte[]> tombstone = quotes.get(0);
      assertThat(tombstone.value()).isNull();
      assertThat(header(tombstone, "dateline.item.id")).isEqualTo(ID);
      assertThat(header(tombstone, "dateline.item.version")).isEqualTo("2");
      assertThat(header(tombstone, "dateline.reason")).isEqualTo("CORRECTED");
    }
  }

  @Test
  void anOlderVersionThatComesLateIsIgnored() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(version(2, "We sail at dusk.").build());
      stream.publish(dawn(1));
      assertThat(stream.read(stream.topics.quotes(), Quote.class)).containsOnlyKeys(DUSK);
      assertThat(stream.counters.get("items.ignored.older")).isEqualTo(1);
    }
  }

  @Test
  void aKillWithdrawsAllKindsAndRetractsTheAlert() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("sailing", "sail");
      stream.publish(dawn(1));
      Map<String, Alert> fired = stream.read(stream.topics.alerts(), Alert.class);
      stream.sent(stream.topics.quotes());
      stream.sent(stream.topics.articles());
      stream.sent(stream.topics.entities());
      stream.sent(stream.topics.enriched());

      stream.publish(kill(2));
      for (String topic :
          List.of(
              stream.topics.articles(),
              stream.topics.quotes(),
              stream.topics.entities(),
              stream.topics.enriched())) {
        assertThat(stream.sent(topic))
            .as(topic)
            .singleElement()
            .satisfies(
                record -> {
                  assertThat(record.value()).isNull();
                  assertThat(header(record, "dateline.reason")).isEqualTo("KILLED");
                });
      }
      Alert retracted = stream.read(stream.topics.alerts(), Alert.class).get("sailing");
      assertThat(retracted.getState()).isEqualTo(AlertState.RETRACTED);
      assertThat(retracted.getReason()).isEqualTo("KILLED");
      assertThat(retracted.getAlertId()).isEqualTo(fired.get("sailing").getAlertId());
      assertThat(retracted.getItem().getId()).isEqualTo(ID);
    }
  }

  @Test
  void aKillThatComesFirstKeepsTheItemOut() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(kill(2));
      stream.publish(dawn(1));
      assertThat(stream.driver.producedTopicNames()).doesNotContain(stream.topics.quotes());
    }
  }

  @Test
  void anEmbargoedItemIsHeldAndReleasedByTheClock() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("sailing", "sail");
      Instant free = Harness.START.plus(Duration.ofMinutes(10));
      stream.publish(version(1, "We sail at dawn.").embargo(free).build());
      stream.passTime(Duration.ofMinutes(9));
      assertThat(stream.driver.producedTopicNames())
          .as("nothing derived leaks")
          .doesNotContainAnyElementsOf(stream.topics.derived())
          .doesNotContain(stream.topics.alertMatches(), stream.topics.alerts());
      stream.passTime(Duration.ofMinutes(2));
      assertThat(stream.read(stream.topics.quotes(), Quote.class)).containsOnlyKeys(DAWN);
      assertThat(stream.read(stream.topics.alerts(), Alert.class)).containsOnlyKeys("sailing");
      stream.passTime(Duration.ofMinutes(60));
      assertThat(stream.sent(stream.topics.quotes())).as("released once").isEmpty();
      assertThat(held(stream)).isZero();
    }
  }

  @Test
  void anEmbargoInProseIsCountedFromWhenTheItemWasReceived() {
    try (Harness stream = new Harness(stateDir)) {
      Instant free = Harness.START.plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
      String clock = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC).format(free);
      String text =
          "EMBARGOED UNTIL %s GMT\n\n\"We sail at dawn.\" said Ana Brook.".formatted(clock);
      stream.publishPlain(text.getBytes(StandardCharsets.UTF_8));
      stream.passTime(Duration.ofMinutes(8));
      assertThat(stream.driver.producedTopicNames())
          .doesNotContainAnyElementsOf(stream.topics.derived());
      stream.passTime(Duration.ofMinutes(3));
      assertThat(stream.read(stream.topics.quotes(), Quote.class)).hasSize(1);
    }
  }

  @Test
  void oneThatCannotBeReadIsHeldUntilALaterVersionTellsMore() {
    try (Harness stream = new Harness(stateDir)) {
      WireItem.Builder held = version(1, "We sail at dawn.");
      stream.publish(held.edNote("EMBARGOED UNTIL DELIVERY").build());
      stream.passTime(Duration.ofDays(2));
      assertThat(stream.driver.producedTopicNames())
          .doesNotContainAnyElementsOf(stream.topics.derived());
      stream.publish(version(2, "We sail at dawn.").edNote("EMBARGO LIFTED").build());
      assertThat(stream.read(stream.topics.quotes(), Quote.class)).containsOnlyKeys(DAWN);
    }
  }

  @Test
  void anEmbargoCanBeMovedAndLifted() {
    try (Harness stream = new Harness(stateDir)) {
      Instant first = Harness.START.plus(Duration.ofMinutes(10));
      Instant second = Harness.START.plus(Duration.ofMinutes(30));
      stream.publish(version(1, "We sail at dawn.").embargo(first).build());
      stream.publish(version(2, "We sail at dawn.").embargo(second).build());
      assertThat(held(stream)).isEqualTo(1);
      assertThat(stream.pipeline.counters().present()).containsEntry("items.embargoed", 1L);
      stream.passTime(Duration.ofMinutes(20));
      assertThat(stream.driver.producedTopicNames()).doesNotContain(stream.topics.quotes());
      stream.publish(dawn(3));
      assertThat(stream.read(stream.topics.quotes(), Quote.class)).containsOnlyKeys(DAWN);
      assertThat(held(stream)).isZero();
      assertThat(stream.pipeline.counters().present()).containsEntry("items.embargoed", 0L);
    }
  }

  @Test
  void anItemKilledBeforeItsReleaseLeavesNoTrace() {
    try (Harness stream = new Harness(stateDir)) {
      Instant free = Harness.START.plus(Duration.ofMinutes(10));
      stream.publish(version(1, "We sail at dawn.").embargo(free).build());
      stream.publish(kill(2));
      stream.passTime(Duration.ofMinutes(20));
      assertThat(stream.driver.producedTopicNames())
          .doesNotContainAnyElementsOf(stream.topics.derived());
      assertThat(held(stream)).isZero();
    }
  }

  @Test
  void aDeadLetterBornAtReleaseIsWhole() {
    boolean[] broken = {true};
    Harness.Options options = new Harness.Options();
    options.extractor =
        new PlainExtractor(
            item -> {
              if (broken[0]) {
                throw new IllegalStateException("no");
              }
            });
    try (Harness stream = new Harness(stateDir, options)) {
      Instant free = Harness.START.plus(Duration.ofMinutes(10));
      byte[] value = Harness.input(version(1, "We sail at dawn.").embargo(free).build()).bytes();
      stream.publishPlain(value, "source", "harbour-wire", "desk", "sea");
      stream.passTime(Duration.ofMinutes(11));
      assertThat(stream.sent(stream.topics.deadLetters()))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.value()).isEqualTo(value);
                assertThat(letter.key()).isNull();
                assertThat(header(letter, "desk")).isEqualTo("sea");
                assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("news.raw");
              });
      stream.passTime(Duration.ofMinutes(11));
      assertThat(stream.sent(stream.topics.deadLetters())).as("once").isEmpty();
    }
  }

  @Test
  void anItemThatReplacesAnotherWithdrawsIt() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(dawn(1));
      stream.sent(stream.topics.quotes());
      WireItem next =
          WireItem.builder("harbour-wire")
              .guid("hw-18")
              .supersedes("hw-17")
              .block(Block.paragraph("\"We stay in port,\" said Piet Lune."))
              .build();
      stream.publish(next);
      List<TestRecord<String, byte[]>> quotes = stream.sent(stream.topics.quotes());
      assertThat(quotes).hasSize(2);
      assertThat(quotes)
          .filteredOn(quote -> quote.value() == null)
          .singleElement()
          .satisfies(
              tombstone -> {
                assertThat(tombstone.key()).isEqualTo(DAWN);
                assertThat(header(tombstone, "dateline.reason")).isEqualTo("SUPERSEDED");
              });
      stream.publish(dawn(1));
      assertThat(stream.sent(stream.topics.quotes())).as("it stays away").isEmpty();
    }
  }

  @Test
  void aBetterExtractorWithdrawsWhatItNoLongerFinds() {
    try (Harness first = new Harness(stateDir)) {
      first.publish(version(1, "We sail at dawn.", "We stay.").build());
      byte[] state = first.driver.<String, byte[]>getKeyValueStore(ItemProcessor.ITEMS).get(ID);
      Harness.Options options = new Harness.Options();
      options.producer = "dateline/better";
      options.extractor = withoutShortQuotes();
      try (Harness better = new Harness(stateDir.resolve("better"), options)) {
        better.driver.<String, byte[]>getKeyValueStore(ItemProcessor.ITEMS).put(ID, state);
        better.publish(version(1, "We sail at dawn.", "We stay.").build());
        assertThat(better.sent(better.topics.quotes()))
            .singleElement()
            .satisfies(
                record -> {
                  assertThat(record.key()).isEqualTo(ID + "/We stay.");
                  assertThat(record.value()).isNull();
                  assertThat(header(record, "dateline.reason")).isEqualTo("REPROCESSED");
                });
      }
    }
  }

  @Test
  void whatIsRememberedOutlivesTheTopicsAndIsThenDropped() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(dawn(1));
      var items = stream.driver.<String, byte[]>getKeyValueStore(ItemProcessor.ITEMS);
      stream.passTime(Duration.ofDays(36));
      assertThat(items.get(ID)).isNotNull();
      stream.passTime(Duration.ofDays(2));
      assertThat(items.get(ID)).isNull();
    }
  }

  private static Extractor withoutShortQuotes() {
    return new PlainExtractor() {
      @Override
      public dev.dateline.enrich.EnrichedItem enrich(WireItem item) {
        var enriched = super.enrich(item);
        return new dev.dateline.enrich.EnrichedItem(
            enriched.article(),
            enriched.entities(),
            enriched.quotes().stream().filter(quote -> quote.text().length() > 10).toList());
      }
    };
  }

  private static int held(Harness stream) {
    int count = 0;
    try (var entries = stream.driver.getKeyValueStore(ItemProcessor.HELD).all()) {
      while (entries.hasNext()) {
        entries.next();
        count++;
      }
    }
    return count;
  }
}
