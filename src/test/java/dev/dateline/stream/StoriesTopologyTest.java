package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.StoryLink;
import dev.dateline.wire.Block;
import dev.dateline.wire.PubStatus;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items with the same text are one story, as a consumer sees it. */
class StoriesTopologyTest {

  private static final String FERRIES =
      "The ferries between Kestrand and the outer islands will stay in port until Thursday,"
          + " the harbour office said on Monday, after a second night of gales tore two"
          + " moorings loose and flooded the ticket hall. Crews worked through the night to"
          + " secure the rest of the fleet. No passenger was hurt.";
  private static final String MORE =
      " The company will refund every ticket that was bought before the weekend.";
  private static final String BUDGET =
      "Parliament in Velia adopted the budget by a single vote after a debate of nineteen"
          + " hours, with two members of the governing party voting against their own minister"
          + " and one carried in from hospital to save it.";

  @TempDir Path stateDir;

  private static WireItem.Builder item(String source, String guid, String text) {
    return WireItem.builder(source).guid(guid).block(Block.paragraph(text));
  }

  private static WireItem.Builder kill(String source, String guid) {
    return WireItem.builder(source)
        .guid(guid)
        .versionCreated(Harness.START.plusSeconds(60))
        .pubStatus(PubStatus.CANCELED);
  }

  private static Map<String, StoryLink> links(Harness stream) {
    return stream.read(stream.topics.stories(), StoryLink.class);
  }

  private static List<Alert> matches(Harness stream) {
    String topic = stream.topics.alertMatches();
    return stream.sent(topic).stream()
        .map(it -> stream.serdes.of(Alert.class).deserializer().deserialize(topic, it.value()))
        .toList();
  }

  @Test
  void theSameTextFromAnotherFeedIsOneStory() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(item("harbour-wire", "1", FERRIES).build());
      stream.passTime(Duration.ofHours(1));
      stream.publish(item("coast", "a", FERRIES + MORE).build());
      stream.publish(item("coast", "b", BUDGET).build());
      Map<String, StoryLink> links = links(stream);
      StoryLink first = links.get("harbour-wire:1");
      assertThat(first.getCopies()).isEqualTo(1);
      assertThat(first.getFirstItemId()).isEqualTo("harbour-wire:1");
      assertThat(first.getDifference()).isZero();
      assertThat(first.getComparedWith()).isNull();
      StoryLink copy = links.get("coast:a");
      assertThat(copy.getStoryId()).isEqualTo(first.getStoryId());
      assertThat(copy.getSource()).isEqualTo("coast");
      assertThat(copy.getFirstItemId()).isEqualTo("harbour-wire:1");
      assertThat(copy.getFirstSeen()).isEqualTo(Harness.START);
      assertThat(copy.getCopies()).isEqualTo(2);
      assertThat(copy.getComparedWith()).isEqualTo("harbour-wire:1");
      assertThat(copy.getDifference()).isBetween(0.15, 0.25);
      assertThat(links.get("coast:b").getStoryId()).isNotEqualTo(first.getStoryId());
    }
  }

  @Test
  void everyCopyCounts() {
    try (Harness stream = new Harness(stateDir)) {
      for (int i = 1; i <= 100; i++) {
        stream.publish(item("feed-" + i, "x", FERRIES).build());
      }
      assertThat(links(stream).values())
          .extracting(StoryLink::getCopies)
          .as("also those that no band remembers any more")
          .startsWith(1, 2, 3)
          .endsWith(99, 100);
    }
  }

  @Test
  void anUnchangedTextIsNotLinkedAgain() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(item("harbour-wire", "1", FERRIES).build());
      links(stream);
      stream.publish(item("harbour-wire", "1", FERRIES).headline("Gales").version("2").build());
      assertThat(stream.sent(stream.topics.stories())).isEmpty();
    }
  }

  @Test
  void aKilledItemLeavesItsStory() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(item("harbour-wire", "1", FERRIES).build());
      stream.publish(item("coast", "a", FERRIES).build());
      String story = links(stream).get("coast:a").getStoryId();
      stream.publish(kill("harbour-wire", "1").build());
      List<TestRecord<String, byte[]>> withdrawn = stream.sent(stream.topics.stories());
      assertThat(withdrawn).hasSize(1);
      assertThat(withdrawn.get(0).key()).isEqualTo("harbour-wire:1");
      assertThat(withdrawn.get(0).value()).isNull();
      assertThat(
              new String(
                  withdrawn.get(0).headers().lastHeader("dateline.reason").value(),
                  StandardCharsets.UTF_8))
          .isEqualTo("KILLED");
      stream.publish(item("north", "z", FERRIES).build());
      StoryLink later = links(stream).get("north:z");
      assertThat(later.getStoryId()).as("the story goes on without it").isEqualTo(story);
      assertThat(later.getComparedWith()).isEqualTo("coast:a");
      stream.publish(kill("coast", "a").build());
      stream.publish(kill("north", "z").build());
      stream.publish(item("east", "q", FERRIES).build());
      assertThat(links(stream).get("east:q").getStoryId())
          .as("nothing of a killed text is remembered")
          .isNotEqualTo(story);
    }
  }

  @Test
  void aCorrectionThatBecomesAnotherStoryMoves() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(item("velia", "b", BUDGET).build());
      stream.publish(item("coast", "a", FERRIES).build());
      Map<String, StoryLink> before = links(stream);
      stream.publish(item("coast", "a", BUDGET).version("2").build());
      assertThat(links(stream).get("coast:a").getStoryId())
          .isEqualTo(before.get("velia:b").getStoryId());
      stream.publish(item("north", "z", FERRIES).build());
      assertThat(links(stream).get("north:z").getCopies())
          .as("its earlier text is forgotten")
          .isEqualTo(1);
    }
  }

  @Test
  void anAlertComesWithItsStory() {
    try (Harness stream = new Harness(stateDir)) {
      stream.addRule("gales", "gales");
      stream.publish(item("harbour-wire", "1", FERRIES).build());
      stream.publish(item("coast", "a", FERRIES).build());
      String story = links(stream).get("coast:a").getStoryId();
      assertThat(matches(stream)).extracting(Alert::getStoryId).containsExactly(story, story);
      stream.publish(kill("coast", "a").build());
      assertThat(matches(stream))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.getState()).isEqualTo(AlertState.RETRACTED);
                assertThat(alert.getStoryId()).isEqualTo(story);
              });
    }
  }

  @Test
  void anItemWithoutWordsIsAStoryOfItsOwn() {
    try (Harness stream = new Harness(stateDir)) {
      stream.publish(item("harbour-wire", "1", "—").build());
      stream.publish(item("harbour-wire", "2", "—").build());
      assertThat(links(stream).values()).extracting(StoryLink::getCopies).containsExactly(1, 1);
    }
  }

  @Test
  void copiesAreRecognisedWithinTheWindowOnlyAndWhatIsRememberedIsDropped() {
    Harness.Options options = new Harness.Options();
    options.settings.put("dateline.story.window", "2d");
    try (Harness stream = new Harness(stateDir, options)) {
      stream.publish(item("harbour-wire", "1", FERRIES).build());
      stream.passTime(Duration.ofDays(3));
      stream.publish(item("velia", "b", BUDGET).build());
      stream.passTime(Duration.ofMinutes(2));
      stream.publish(item("coast", "a", FERRIES).build());
      assertThat(links(stream).get("coast:a").getCopies()).isEqualTo(1);
      stream.passTime(Duration.ofDays(40));
      assertThat(count(stream, StoryProcessor.STORE)).isZero();
      assertThat(count(stream, StoryProcessor.WAITING)).isZero();
      assertThat(count(stream, StoryIndex.BANDS)).as("of two items").isEqualTo(16);
    }
  }

  private static int count(Harness stream, String store) {
    int count = 0;
    try (var entries = stream.driver.getKeyValueStore(store).all()) {
      while (entries.hasNext()) {
        entries.next();
        count++;
      }
    }
    return count;
  }
}
