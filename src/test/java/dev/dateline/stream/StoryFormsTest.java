package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.life.Sketch;
import dev.dateline.life.Stories.Lookalike;
import dev.dateline.life.Stories.Place;
import dev.dateline.life.Story;
import dev.dateline.text.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What is stored and sent about stories is read back as it was written, or refused. */
class StoryFormsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000000042Z");
  private static final Story STORY = new Story("w:1", NOON);
  private static final Sketch SKETCH =
      Sketch.of(Document.of("The ferries stay in port until the gale has gone by"), 0);
  private static final List<Lookalike> LOOKALIKES =
      List.of(new Lookalike("w:2", 0.75, NOON, STORY, 3));

  private static void assertRefusedWhereverItIsCut(byte[] whole, Function<byte[], ?> read) {
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read.apply(cut)).isInstanceOf(SerializationException.class);
    }
  }

  @Test
  void aQuestion() {
    StoryQuery query = StoryQuery.ask("w:1", 2, SKETCH, new long[] {7, -8}, STORY, 3);
    StoryQuery read = StoryQuery.read(query.write());
    assertThat(read).usingRecursiveComparison().isEqualTo(query);
    assertRefusedWhereverItIsCut(query.write(), StoryQuery::read);
  }

  @Test
  void wordOfADecisionAndOfAWithdrawal() {
    for (StoryQuery word : List.of(StoryQuery.tell("w:1", STORY, 3), StoryQuery.forget("w:1"))) {
      assertThat(StoryQuery.read(word.write())).usingRecursiveComparison().isEqualTo(word);
      assertRefusedWhereverItIsCut(word.write(), StoryQuery::read);
    }
  }

  @Test
  void anAnswer() {
    StoryAnswer answer = new StoryAnswer("w:1", 2, LOOKALIKES);
    assertThat(StoryAnswer.read(answer.write())).isEqualTo(answer);
    assertRefusedWhereverItIsCut(answer.write(), StoryAnswer::read);
  }

  @Test
  void theStateOfAnItemInItsStory() {
    Place place = new Place(STORY, 3, "w:2", 0.25);
    StoryState state = new StoryState(4, -5, "w", place, true, new long[] {7}, 1, LOOKALIKES, NOON);
    assertThat(StoryState.read(state.write())).usingRecursiveComparison().isEqualTo(state);
    assertRefusedWhereverItIsCut(state.write(), StoryState::read);
    StoryState gone = StoryState.gone(4, NOON);
    assertThat(StoryState.read(gone.write())).usingRecursiveComparison().isEqualTo(gone);
  }

  @Test
  void alertsThatWait() {
    WaitingMatches.Match match =
        new WaitingMatches.Match(
            "rule", new byte[] {1, 2}, new RecordHeaders().add("h", new byte[] {3}), 5);
    WaitingMatches waiting = new WaitingMatches(9, List.of(match));
    assertThat(WaitingMatches.read(waiting.write())).usingRecursiveComparison().isEqualTo(waiting);
    assertRefusedWhereverItIsCut(waiting.write(), WaitingMatches::read);
  }
}
