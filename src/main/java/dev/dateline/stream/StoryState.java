package dev.dateline.stream;

import dev.dateline.life.Stories.Lookalike;
import dev.dateline.life.Stories.Place;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What is remembered of an item for its story.
 *
 * @param round number of the last question; answers to earlier ones are of no use
 * @param digest digest of the sketch that was asked about last
 * @param source the item's source
 * @param place where the item belongs; before that is decided, where it would if it were alone;
 *     null: the item is gone
 * @param decided whether that was decided, and is out
 * @param indexed one band for each partition of the index that knows the item
 * @param awaited number of answers still to come
 * @param answers what the others said
 * @param touched when an event last changed this: what its retention goes by
 */
record StoryState(
    int round,
    long digest,
    String source,
    Place place,
    boolean decided,
    long[] indexed,
    int awaited,
    List<Lookalike> answers,
    Instant touched) {

  private static final int LAYOUT = 1;

  StoryState {
    answers = List.copyOf(answers);
  }

  /** What is remembered of an item that is gone: enough not to take an old answer for a new one. */
  static StoryState gone(int round, Instant now) {
    return new StoryState(round, 0, "", null, false, new long[0], 0, List.of(), now);
  }

  boolean isGone() {
    return place == null;
  }

  StoryState withAnswers(int stillAwaited, List<Lookalike> all) {
    return new StoryState(
        round, digest, source, place, decided, indexed, stillAwaited, all, touched);
  }

  StoryState at(Place decision) {
    return new StoryState(round, digest, source, decision, true, indexed, 0, List.of(), touched);
  }

  byte[] write() {
    BinaryWriter out = new BinaryWriter();
    out.number(LAYOUT).number(round).time(touched).number(isGone() ? 0 : 1);
    if (!isGone()) {
      out.number(digest).text(source);
      StoryForms.write(out, place.story());
      out.number(place.copies())
          .text(place.comparedWith())
          .number(Double.doubleToLongBits(place.difference()))
          .number(decided ? 1 : 0);
      StoryForms.write(out, indexed);
      out.number(awaited);
      StoryForms.write(out, answers);
    }
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws SerializationException where it is no such thing
   */
  static StoryState read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    StoryForms.requireLayout(in, LAYOUT, "state of a story");
    int round = in.number();
    Instant touched = in.time();
    if (in.number() == 0) {
      return gone(round, touched);
    }
    return new StoryState(
        round,
        in.longNumber(),
        in.text(),
        new Place(
            StoryForms.readStory(in),
            in.number(),
            in.text(),
            Double.longBitsToDouble(in.longNumber())),
        in.number() == 1,
        StoryForms.readLongs(in),
        in.number(),
        StoryForms.readLookalikes(in),
        touched);
  }
}
