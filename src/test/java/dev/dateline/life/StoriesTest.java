package dev.dateline.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.life.Stories.Lookalike;
import dev.dateline.life.Stories.Place;
import dev.dateline.text.Document;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoriesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Place ALONE = Place.alone("x", NOON);

  private static Story story(String first, int seen) {
    return new Story(first, NOON.plusSeconds(seen));
  }

  private static Lookalike like(String item, double contained, int entered, Story story) {
    return new Lookalike(item, contained, NOON.plusSeconds(entered), story, 1);
  }

  @Test
  void anItemThatIsLikeNoOtherIsAStory() {
    assertThat(Stories.decide(ALONE, true, List.of())).isEqualTo(ALONE);
  }

  @Test
  void anItemJoinsTheOldestStoryAndIsComparedWithItsFirst() {
    Story old = story("a", -60);
    List<Lookalike> all =
        List.of(like("b", 0.9, 1, old), like("a", 0.8, 0, old), like("c", 1, 2, story("d", -30)));
    Place place = Stories.decide(ALONE, true, all);
    assertThat(place.story()).isEqualTo(old);
    assertThat(place.copies()).isEqualTo(3);
    assertThat(place.comparedWith()).isEqualTo("a");
    assertThat(place.difference()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void whereTheFirstIsNotAtHandItIsComparedWithTheMostAlike() {
    Story old = story("a", -60);
    Place place =
        Stories.decide(ALONE, true, List.of(like("b", 0.7, 1, old), like("c", 0.9, 2, old)));
    assertThat(place.comparedWith()).isEqualTo("c");
  }

  @Test
  void ofItemsThatCameTogetherTheOneEnteredFirstCountsNotTheOneReceivedFirst() {
    List<Lookalike> undecided =
        List.of(like("late", 1, 2, story("late", -9)), like("early", 1, 1, story("early", -5)));
    assertThat(Stories.decide(ALONE, true, undecided).story().firstItemId()).isEqualTo("early");
  }

  @Test
  void aCorrectedItemStaysWhileAnythingSpeaksForItAndMovesElse() {
    Story own = story("a", -60);
    Story other = story("b", -90);
    Place before = new Place(own, 7, "a", 0.1);
    Lookalike there = like("b", 1, 0, other);
    assertThat(Stories.decide(before, false, List.of(there, like("c", 0.6, 1, own))))
        .isEqualTo(new Place(own, 7, "c", 0.4));
    assertThat(Stories.decide(before, false, List.of(there)).story()).isEqualTo(other);
    assertThat(Stories.decide(before, false, List.of()).story()).isEqualTo(own);
  }

  @Test
  void sketchesOfShortTextsAreExact() {
    Sketch first = sketch("one two three four five six seven");
    Sketch second = sketch("One, two: three “four” five six EIGHT.");
    assertThat(first.shingles()).isEqualTo(3);
    assertThat(first.resemblance(second)).isEqualTo(0.5);
    assertThat(first.containedIn(second)).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(sketch("two words").resemblance(sketch("Two words!"))).isEqualTo(1);
    assertThat(sketch("…").resemblance(sketch("…"))).isZero();
  }

  @Test
  void sketchesOfLongTextsAreNearTheTruth() {
    Random random = new Random(5);
    for (int shared : new int[] {0, 500, 1000, 1500, 2000}) {
      List<String> both = words(shared, random);
      Sketch first = sketch(String.join(" ", both) + " " + String.join(" ", words(1000, random)));
      Sketch second = sketch(String.join(" ", both) + " " + String.join(" ", words(1000, random)));
      assertThat(first.resemblance(second))
          .isCloseTo(shared / (shared + 2000.0), within(0.13)); // three standard errors
    }
  }

  @Test
  void bothSidesFindTheSameSharedBand() {
    Sketch first = sketch("the ferries stay in port until the gale has gone by on Tuesday");
    Sketch second = sketch("the ferries stay in port until the gale has gone by on Wednesday");
    assertThat(first.firstSharedBand(second)).isNotNull().isEqualTo(second.firstSharedBand(first));
    assertThat(first.firstSharedBand(sketch("nothing of the kind was said by anyone"))).isNull();
  }

  @Test
  void aSketchIsMadeAgainOfItsParts() {
    Sketch sketch = sketch(String.join(" ", words(400, new Random(1))));
    assertThat(Sketch.of(sketch.shingles(), sketch.smallest(), sketch.bands())).isEqualTo(sketch);
    assertThat(sketch.smallest()).hasSize(Sketch.SIZE);
    assertThat(sketch.bands()).hasSize(Sketch.BANDS);
  }

  private static List<String> words(int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + random.nextInt(1_000_000))
        .collect(Collectors.toList());
  }

  private static Sketch sketch(String text) {
    return Sketch.of(Document.of(text), 0);
  }
}
