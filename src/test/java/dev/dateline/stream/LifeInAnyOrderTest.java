package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.Quote;
import dev.dateline.wire.Block;
import dev.dateline.wire.PubStatus;
import dev.dateline.wire.WireItem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every event in the life of items, in any order, against a simple model of what should be visible:
 * once every embargo has ended, the words of each item's newest version, or none where that is a
 * kill, is withheld, or where another item replaces it; and never a word before its time.
 */
class LifeInAnyOrderTest {

  private static final int ITEMS = 12;
  private static final int MINUTES = 30;
  private static final List<String> SAID =
      List.of("boat%d sails%d at dawn%d", "boat%d stays%d in port%d", "boat%d sinks%d at dusk%d");
  private static final String ALERTING = "sails";

  @TempDir Path stateDir;

  /** A version as its provider made it, and as the model sees it. */
  private record Event(int item, WireItem sent, Set<String> words) {

    boolean isUsable() {
      return sent.pubStatus() == PubStatus.USABLE && !isKilledInWords();
    }

    private boolean isKilledInWords() {
      return sent.headline() != null && sent.headline().startsWith("STORY WITHDRAWN")
          || !sent.body().isEmpty() && sent.body().get(0).text().startsWith("KILL KILL KILL");
    }
  }

  /** What a consumer that reads from the beginning has in hand. */
  private static final class Consumer {
    private final Map<String, Quote> quotes = new TreeMap<>();
    private final Map<String, byte[]> articles = new TreeMap<>();
    private final Map<String, byte[]> entities = new TreeMap<>();
    private final Map<String, byte[]> enriched = new TreeMap<>();
    private final Map<String, byte[]> stories = new TreeMap<>();
    private final Map<String, AlertState> alerts = new TreeMap<>();
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9, 10, 11})
  void whatIsVisibleInTheEndIsWhatTheNewestVersionsSay(long seed) {
    Random random = new Random(seed);
    Map<Integer, List<Event>> versions = new HashMap<>();
    List<Event> arrivals = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      List<Event> ofItem = versions(item, random);
      versions.put(item, ofItem);
      arrivals.addAll(ofItem);
      for (int again = random.nextInt(2); again > 0; again--) {
        arrivals.add(ofItem.get(random.nextInt(ofItem.size())));
      }
    }
    Collections.shuffle(arrivals, random);

    Consumer consumer = new Consumer();
    try (Harness stream = new Harness(stateDir)) {
      for (String word : SAID) {
        if (word.contains(ALERTING)) {
          for (int item = 0; item < ITEMS; item++) {
            stream.addRule("rule-" + item, ALERTING + item);
          }
        }
      }
      for (Event event : arrivals) {
        stream.publish(event.sent());
        consume(stream, consumer, arrivals);
        stream.passTime(Duration.ofSeconds(random.nextInt(60)));
        consume(stream, consumer, arrivals);
      }
      for (int minute = 0; minute <= MINUTES; minute++) {
        stream.passTime(Duration.ofMinutes(1));
        consume(stream, consumer, arrivals);
      }
      assertThat(stream.sent(stream.topics.deadLetters())).isEmpty();
    }

    Set<String> quotes = new TreeSet<>();
    Set<String> items = new TreeSet<>();
    Set<String> alerting = new TreeSet<>();
    for (int item = 0; item < ITEMS; item++) {
      Event newest = newest(versions.get(item));
      if (newest.isUsable() && !isReplaced(item)) {
        items.add(id(item));
        newest.words().forEach(words -> quotes.add(id(newest.item()) + "/" + words));
        if (newest.words().stream().anyMatch(words -> words.contains(ALERTING))) {
          alerting.add("rule-" + item);
        }
      }
    }
    assertThat(consumer.quotes.keySet()).as("quotes").isEqualTo(quotes);
    assertThat(consumer.articles.keySet()).as("articles").isEqualTo(items);
    assertThat(consumer.enriched.keySet()).as("enriched").isEqualTo(items);
    assertThat(consumer.stories.keySet()).as("stories").isEqualTo(items);
    assertThat(consumer.entities).as("entities").hasSameSizeAs(items);
    Set<String> standing = new TreeSet<>();
    consumer.alerts.forEach(
        (ruleId, state) -> {
          if (state == AlertState.FIRED) {
            standing.add(ruleId);
          }
        });
    assertThat(standing).as("alerts").isEqualTo(alerting);
  }

  private static Event newest(List<Event> versions) {
    return Collections.max(
        versions, Comparator.comparing((Event it) -> it.sent().versionCreated()));
  }

  private static String id(int item) {
    return "harbour-wire:hw-" + item;
  }

  /** Every fourth item is replaced by the one after it. */
  private static boolean isReplaced(int item) {
    return item % 4 == 0;
  }

  private static List<Event> versions(int item, Random random) {
    List<Event> versions = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int number = 1; number <= count; number++) {
      WireItem.Builder sent =
          WireItem.builder("harbour-wire")
              .guid("hw-" + item)
              .version(Integer.toString(number))
              .versionCreated(Harness.START.plusSeconds(number + (isReplaced(item - 1) ? 100 : 0)));
      if (item > 0 && isReplaced(item - 1)) {
        sent.supersedes("hw-" + (item - 1));
      }
      Set<String> words = new TreeSet<>();
      switch (random.nextInt(10)) {
        case 0 -> sent.pubStatus(PubStatus.CANCELED); // empty
        case 1 -> sent.headline("STORY WITHDRAWN: boat" + item).block(Block.paragraph("Wrong."));
        case 2 -> sent.block(Block.paragraph("KILL KILL KILL boat" + item));
        case 3 -> {
          // Withheld until further notice; what replaces another is never only that.
          boolean replaces = item > 0 && isReplaced(item - 1);
          sent.pubStatus(replaces ? PubStatus.CANCELED : PubStatus.WITHHELD);
          sent.block(Block.paragraph("Soon."));
        }
        case 4, 5, 6 -> {
          say(item, sent, words, random);
          sent.embargo(Harness.START.plus(Duration.ofMinutes(random.nextInt(MINUTES))));
        }
        default -> say(item, sent, words, random);
      }
      versions.add(new Event(item, sent.build(), words));
    }
    return versions;
  }

  private static void say(int item, WireItem.Builder sent, Set<String> words, Random random) {
    for (String said : SAID) {
      if (words.isEmpty() || random.nextBoolean()) {
        String text = said.replace("%d", Integer.toString(item));
        words.add(text);
        sent.block(
            Block.paragraph("\"" + text + "\" said Ana Brook, skipper" + item + " boat" + item));
      }
    }
  }

  private void consume(Harness stream, Consumer consumer, List<Event> events) {
    String quotes = stream.topics.quotes();
    for (TestRecord<String, byte[]> record : stream.sent(quotes)) {
      Quote quote =
          record.value() == null
              ? null
              : stream.serdes.of(Quote.class).deserializer().deserialize(quotes, record.value());
      Quote before =
          quote == null
              ? consumer.quotes.remove(record.key())
              : consumer.quotes.put(record.key(), quote);
      if (quote == null) {
        assertThat(before).as("a tombstone for what was out: %s", record.key()).isNotNull();
      } else {
        assertThat(isFree(record.key(), quote, events, stream.now()))
            .as("before its time: %s", record.key())
            .isTrue();
        if (before != null) {
          before.setItem(quote.getItem());
          assertThat(before).as("sent again unchanged").isNotEqualTo(quote);
        }
      }
    }
    replay(stream, stream.topics.articles(), consumer.articles);
    replay(stream, stream.topics.entities(), consumer.entities);
    replay(stream, stream.topics.enriched(), consumer.enriched);
    replay(stream, stream.topics.stories(), consumer.stories);
    for (Alert alert : stream.alerts()) {
      AlertState before = consumer.alerts.put(alert.getRuleId(), alert.getState());
      assertThat(before == AlertState.FIRED)
          .as("fired and retracted in turn: %s", alert.getRuleId())
          .isEqualTo(alert.getState() == AlertState.RETRACTED);
    }
  }

  private static void replay(Harness stream, String topic, Map<String, byte[]> into) {
    for (TestRecord<String, byte[]> record : stream.sent(topic)) {
      if (record.value() != null) {
        into.put(record.key(), record.value());
      } else {
        assertThat(into.remove(record.key()))
            .as("a tombstone on %s for what was out: %s", topic, record.key())
            .isNotNull();
      }
    }
  }

  /** Whether the version that a quote is from may be out now. */
  private static boolean isFree(String key, Quote quote, List<Event> events, Instant now) {
    return events.stream()
        .filter(event -> key.startsWith(id(event.item()) + "/"))
        .filter(event -> event.sent().version().equals(quote.getItem().getVersion()))
        .allMatch(it -> it.sent().embargo() == null || !now.isBefore(it.sent().embargo()));
  }
}
