package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.Article;
import dev.dateline.record.ArticleEntity;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Quote;
import dev.dateline.record.Section;
import dev.dateline.wire.Block;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an item becomes on the topics. */
class DatelineTopologyTest {

  @TempDir Path stateDir;

  static WireItem.Builder ferry() {
    return WireItem.builder("harbour-wire")
        .guid("hw-17")
        .headline("Ferry line reopens")
        .block(Block.paragraph("Ferry line reopens"))
        .block(Block.paragraph("\"We sail at dawn,\" said Ana Brook."))
        .block(Block.heading("What comes next", 1))
        .block(Block.paragraph("\"More boats are on order,\" said Piet Lune."));
  }

  @Test
  void anItemBecomesARecordOfEachKindUnderItsKey() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(ferry().build());

      Map<String, Article> articles = stream.read(stream.topics.articles(), Article.class);
      assertThat(articles).containsOnlyKeys("harbour-wire:hw-17");
      assertThat(articles.get("harbour-wire:hw-17").getReceived()).isEqualTo(Harness.START);
      assertThat(stream.read(stream.topics.quotes(), Quote.class))
          .hasSize(2)
          .allSatisfy(
              (key, quote) -> {
                assertThat(key).isEqualTo(quote.getId());
                assertThat(quote.getItem().getId()).isEqualTo("harbour-wire:hw-17");
                assertThat(quote.getItem().getSource()).isEqualTo("harbour-wire");
                assertThat(quote.getItem().getProducer()).isEqualTo("dateline/test");
              });
      assertThat(stream.read(stream.topics.sections(), Section.class)).hasSize(1);
      assertThat(stream.read(stream.topics.entities(), ArticleEntity.class))
          .containsOnlyKeys("harbour-wire:hw-17#Ana-Brook", "harbour-wire:hw-17#Piet-Lune");
      assertThat(stream.read(stream.topics.enriched(), EnrichedArticle.class).values())
          .singleElement()
          .satisfies(
              enriched -> {
                assertThat(enriched.getQuotes()).hasSize(2);
                assertThat(enriched.getEntities()).hasSize(2);
              });
      assertThat(stream.sent(stream.topics.deadLetters())).isEmpty();
    }
  }

  @Test
  void recordTimestampsAreWhenTheItemWasReceived() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(ferry().build());
      assertThat(stream.sent(stream.topics.quotes()))
          .isNotEmpty()
          .allSatisfy(record -> assertThat(record.getRecordTime()).isEqualTo(Harness.START));
    }
  }

  @Test
  void plainBytesAreTheItemItself() {
    try (Harness stream = new Harness(stateDir)) {
      byte[] text = "Ferry line reopens\n\nIt runs again.".getBytes(StandardCharsets.UTF_8);
      stream.publishPlain(text, "source", "harbour-wire");
      assertThat(stream.read(stream.topics.articles(), Article.class).values())
          .singleElement()
          .satisfies(article -> assertThat(article.getSource()).isEqualTo("harbour-wire"));
      stream.publishPlain("Another story\n\nWith words.".getBytes(StandardCharsets.UTF_8));
      assertThat(stream.read(stream.topics.articles(), Article.class).values())
          .singleElement()
          .satisfies(article -> assertThat(article.getSource()).isEqualTo("unknown"));
    }
  }

  @Test
  void theSameItemAsPlainBytesAndAsRawArticleGivesTheSameKeys() {
    byte[] bytes = Harness.input(ferry().build()).bytes();
    try (Harness asRecord = new Harness(stateDir.resolve("a"));
        Harness asBytes = new Harness(stateDir.resolve("b"))) {
      asRecord.publish(ferry().build());
      asBytes.publish(
          "any key".getBytes(StandardCharsets.UTF_8),
          bytes,
          new RecordHeaders().add("source", "harbour-wire".getBytes(StandardCharsets.UTF_8)));
      assertThat(asBytes.read(asBytes.topics.quotes(), Quote.class))
          .isEqualTo(asRecord.read(asRecord.topics.quotes(), Quote.class));
    }
  }

  @Test
  void severalItemsInARecordAreSplitAndComeThroughTheRekeyedTopic() {
    String two = "ITEMS\na-1\nIt sails at dawn.\na-2\nIt sails at dusk.\n";
    try (Harness stream = new Harness(stateDir)) {
      stream.publishPlain(
          two.getBytes(StandardCharsets.UTF_8),
          "source",
          "harbour-wire",
          "content-type",
          "text/plain");
      assertThat(stream.sent(stream.topics.rekeyed())).hasSize(2);
      assertThat(stream.read(stream.topics.articles(), Article.class))
          .containsOnlyKeys("harbour-wire:a-1", "harbour-wire:a-2");
      assertThat(stream.sent(stream.topics.deadLetters())).isEmpty();
    }
  }

  @Test
  void anItemOutsideItsPartitionIsSentThereAsItCame() {
    Harness.Options options = new Harness.Options();
    options.partitions = partitionsThatMove("harbour-wire:hw-17");
    try (Harness stream = new Harness(stateDir, options)) {
      stream.publish(ferry().build());
      assertThat(stream.sent(stream.topics.rekeyed()))
          .singleElement()
          .satisfies(record -> assertThat(record.key()).isEqualTo("harbour-wire:hw-17"));
      assertThat(stream.read(stream.topics.quotes(), Quote.class)).hasSize(2);
      assertThat(stream.sent(stream.topics.deadLetters())).isEmpty();
    }
  }

  @Test
  void anItemsPartitionIsThatOfKafkasDefaultForItsId() {
    byte[] id = "harbour-wire:hw-17".getBytes(StandardCharsets.UTF_8);
    assertThat(ItemPartitioner.partition("harbour-wire:hw-17", 12))
        .isEqualTo(Utils.toPositive(Utils.murmur2(id)) % 12);
  }

  @Test
  void everythingFromAnItemGoesToItsPartitionWhateverTheKey() {
    var partitioner = ItemPartitioner.<byte[]>byRoute();
    RoutedKey quote = RoutedKey.of("harbour-wire:hw-17", "some quote id");
    assertThat(partitioner.partitions("t", quote, null, 12))
        .hasValue(java.util.Set.of(ItemPartitioner.partition("harbour-wire:hw-17", 12)));
    assertThat(partitioner.partitions("t", new RoutedKey(null, null), null, 12)).isEmpty();
  }

  @Test
  void aRuleThatMatchesFiresOneAlertForTheItem() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("boats", "boats");
      stream.publish(ferry().build());
      Map<String, Alert> alerts = stream.read(stream.topics.alerts(), Alert.class);
      assertThat(alerts).containsOnlyKeys("boats");
      Alert alert = alerts.get("boats");
      assertThat(alert.getState()).isEqualTo(AlertState.FIRED);
      assertThat(alert.getItem().getId()).isEqualTo("harbour-wire:hw-17");
      assertThat(alert.getTerms()).isNotEmpty();

      stream.publish(ferry().byline("Ines Kade").build());
      assertThat(stream.sent(stream.topics.alerts())).as("it stands already").isEmpty();
    }
  }

  @Test
  void anInvalidRuleIsSkippedAndTheOthersStillMatch() {
    try (Harness stream = new Harness(stateDir)) {
      stream.putRule("broken", new byte[] {0, 9, 9, 9, 9, 1});
      stream.putRule("text", "no avro".getBytes(StandardCharsets.UTF_8));
      stream.addRule("boats", "boats");
      stream.publish(ferry().build());
      assertThat(stream.read(stream.topics.alerts(), Alert.class)).containsOnlyKeys("boats");
      assertThat(stream.counters.get("rules.invalid")).isEqualTo(2);
    }
  }

  @Test
  void aTombstoneDeletesARule() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("boats", "boats");
      stream.putRule("boats", null);
      stream.publish(ferry().build());
      assertThat(stream.sent(stream.topics.alerts())).isEmpty();
    }
  }

  /** A number of partitions with which an item does not belong into partition 0. */
  static int partitionsThatMove(String itemId) {
    int partitions = 2;
    while (ItemPartitioner.partition(itemId, partitions) == 0) {
      partitions++;
    }
    return partitions;
  }
}
