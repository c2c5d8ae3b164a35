package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Removed;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be processed is kept as it came, says why, and leaves nothing else on the topics. */
class DeadLettersTest {

  private static final byte[] KEY = "k".getBytes(StandardCharsets.UTF_8);

  @TempDir Path stateDir;

  private static DeadLetter only(Harness stream) {
    List<TestRecord<String, byte[]>> sent = stream.sent(stream.topics.deadLetters());
    assertThat(sent).hasSize(1);
    TestRecord<String, byte[]> record = sent.get(0);
    return DeadLetter.of(
        new ConsumerRecord<>(
            stream.topics.deadLetters(),
            0,
            0,
            0,
            TimestampType.CREATE_TIME,
            0,
            0,
            record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
            record.value(),
            record.headers(),
            java.util.Optional.empty()));
  }

  private static void assertNothingElse(Harness stream) {
    for (String topic : stream.topics.all()) {
      if (!topic.equals(stream.topics.deadLetters())
          && !topic.equals(stream.topics.raw())
          && !topic.equals(stream.topics.rekeyed())) {
        assertThat(stream.sent(topic)).as(topic).isEmpty();
      }
    }
  }

  @Test
  void aRecordThatIsNoAvroOfOursKeepsItsBytesKeyAndHeaders() {
    byte[] value = {0, 0, 0, 1, 0, 42, 42};
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(KEY, value, new RecordHeaders().add("desk", new byte[] {7}));
      DeadLetter letter = only(stream);
      assertThat(letter.value()).isEqualTo(value);
      assertThat(letter.key()).isEqualTo(KEY);
      assertThat(letter.headers().toArray()).hasSize(1);
      assertThat(letter.headers().lastHeader("desk").value()).containsExactly(7);
      assertThat(letter.stage()).isEqualTo("decode");
      assertThat(letter.topic()).isEqualTo("news.raw");
      assertThat(letter.offset()).isZero();
      assertThat(letter.message()).contains("256");
      assertNothingElse(stream);
    }
  }

  @Test
  void whatNoReaderCanReadIsADeadLetter() {
    byte[] value = "<rss version=\"2.0\"><channel><item>".getBytes(StandardCharsets.UTF_8);
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(
          null,
          value,
          new RecordHeaders()
              .add("content-type", "application/rss+xml".getBytes(StandardCharsets.UTF_8)));
      DeadLetter letter = only(stream);
      assertThat(letter.value()).isEqualTo(value);
      assertThat(letter.key()).isNull();
      assertThat(letter.stage()).isEqualTo("read");
      assertThat(letter.exception()).contains("WireException");
      assertThat(letter.timestamp()).isEqualTo(Harness.START);
      assertThat(letter.stacktrace()).isNotBlank();
      assertNothingElse(stream);
    }
  }

  @Test
  void anEmptyValueAndNoneAtAllAreDeadLetters() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(KEY, new byte[0], new RecordHeaders());
      assertThat(only(stream).value()).isEmpty();
      stream.publish(KEY, null, new RecordHeaders());
      assertThat(only(stream).value()).isNull();
      assertNothingElse(stream);
    }
  }

  @Test
  void anExceptionInTheMiddleOfAnItemLeavesNoHalfItem() {
    Harness.Options options = new Harness.Options();
    options.extractor =
        new PlainExtractor(
            item -> {
              throw new IllegalStateException("lost the thread");
            });
    try (Harness stream = new Harness(stateDir, options)) {
      stream.publish(DatelineTopologyTest.ferry().build());
      DeadLetter letter = only(stream);
      assertThat(letter.stage()).isEqualTo("enrich");
      assertThat(letter.message()).isEqualTo("lost the thread");
      assertNothingElse(stream);
      assertThat(stream.driver.getKeyValueStore(ItemProcessor.ITEMS).get("harbour-wire:hw-17"))
          .as("no state of it")
          .isNull();
    }
  }

  @Test
  void aStackOverflowIsTheItemsFaultToo() {
    Harness.Options options = new Harness.Options();
    options.extractor =
        new PlainExtractor(
            item -> {
              throw new StackOverflowError();
            });
    try (Harness stream = new Harness(stateDir, options)) {
      stream.publish(DatelineTopologyTest.ferry().build());
      assertThat(only(stream).exception()).contains("StackOverflowError");
    }
  }

  @Test
  void anOversizedOutputIsADeadLetterAndNothingElse() {
    Harness.Options options = new Harness.Options();
    options.settings.put("dateline.max.item.bytes", "20000");
    options.extractor =
        new PlainExtractor() {
          @Override
          public EnrichedItem enrich(WireItem item) {
            Removed huge = new Removed("furniture", "x".repeat(400_000));
            return new EnrichedItem(article(item, List.of(huge)), List.of(), List.of());
          }
        };
    try (Harness stream = new Harness(stateDir, options)) {
      stream.publish(DatelineTopologyTest.ferry().build());
      DeadLetter letter = only(stream);
      assertThat(letter.stage()).isEqualTo("encode");
      assertThat(letter.message()).contains("dateline.max.item.bytes");
      assertNothingElse(stream);
    }
  }

  @Test
  void anItemOverTheLimitIsADeadLetterAndOneTooBigForThatKeepsItsPlace() {
    Harness.Options options = new Harness.Options();
    options.settings.put("dateline.max.item.bytes", "20000");
    try (Harness stream = new Harness(stateDir, options)) {
      byte[] big = "word ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
      stream.publishPlain(big, "source", "harbour-wire");
      assertThat(only(stream).value()).isEqualTo(big);

      byte[] vast = "word ".repeat(200_000).getBytes(StandardCharsets.UTF_8);
      stream.publishPlain(vast, "source", "harbour-wire");
      DeadLetter letter = only(stream);
      assertThat(letter.value()).isNull();
      assertThat(letter.topic()).isEqualTo("news.raw");
      assertThat(letter.offset()).isEqualTo(1);
      assertNothingElse(stream);
    }
  }

  @Test
  void anItemThatTakesAQuarterOfATransactionIsADeadLetter() {
    Harness.Options options = new Harness.Options();
    Harness[] holder = new Harness[1];
    options.extractor =
        new PlainExtractor(item -> holder[0].nanoTime.addAndGet(Duration.ofSeconds(16).toNanos()));
    try (Harness stream = new Harness(stateDir, options)) {
      holder[0] = stream;
      stream.publish(DatelineTopologyTest.ferry().build());
      DeadLetter letter = only(stream);
      assertThat(letter.stage()).isEqualTo("enrich");
      assertThat(letter.message()).contains("16000 ms").contains("15000 ms");
      assertNothingElse(stream);
    }
  }

  @Test
  void aDeadLetterOfAnItemThatWasSentOnLooksAsItFirstCame() {
    Harness.Options options = new Harness.Options();
    options.partitions = DatelineTopologyTest.partitionsThatMove("harbour-wire:hw-17");
    options.extractor =
        new PlainExtractor(
            item -> {
              throw new IllegalStateException("no");
            });
    byte[] value = Harness.input(DatelineTopologyTest.ferry().build()).bytes();
    try (Harness stream = new Harness(stateDir, options)) {
      stream.publish(
          KEY,
          value,
          new RecordHeaders().add("source", "harbour-wire".getBytes(StandardCharsets.UTF_8)));
      DeadLetter letter = only(stream);
      assertThat(letter.topic()).isEqualTo("news.raw");
      assertThat(letter.key()).isEqualTo(KEY);
      assertThat(letter.value()).isEqualTo(value);
      assertThat(letter.headers().toArray())
          .extracting(org.apache.kafka.common.header.Header::key)
          .containsExactly("source");
    }
  }

  @Test
  void aDeadLetterThatIsPublishedAgainIsProcessedOnceTheCauseIsGone() {
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
      stream.publish(DatelineTopologyTest.ferry().build());
      DeadLetter letter = only(stream);
      broken[0] = false;
      stream.publish(letter.key(), letter.value(), letter.headers());
      assertThat(stream.sent(stream.topics.articles())).hasSize(1);
      assertThat(stream.sent(stream.topics.deadLetters())).isEmpty();
    }
  }

  @Test
  void whatIsAwayIsNoItemsFault() {
    var away = new dev.dateline.schema.RegistryUnavailableException("no answer", null);
    assertThat(Failures.isOfInfrastructure(away)).isTrue();
    assertThat(Failures.isOfInfrastructure(new RuntimeException(away))).isTrue();
    assertThat(Failures.isOfInfrastructure(new dev.dateline.schema.UndecodableException("no such")))
        .isFalse();
    assertThat(Failures.isOfInfrastructure(new IllegalStateException("bug"))).isFalse();
    UndecodableRecords handler = new UndecodableRecords();
    handler.configure(
        Map.of(
            UndecodableRecords.TOPIC_CONFIG,
            "d",
            UndecodableRecords.LIMIT_CONFIG,
            100,
            "application.id",
            "a"));
    assertThat(handler.handleError(null, null, away).result())
        .isEqualTo(org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result.FAIL);
  }
}
