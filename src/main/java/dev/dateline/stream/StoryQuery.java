package dev.dateline.stream;

import dev.dateline.life.Sketch;
import dev.dateline.life.Story;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What a part of the index of stories is told about an item.
 *
 * @param kind what to do
 * @param itemId the item
 * @param round counts the questions about the item; its answers carry it
 * @param sketch its sketch; only to ask
 * @param bands the bands of the sketch that lie in this partition; only to ask
 * @param story the item's story, as far as is known; null to forget
 * @param copies items of that story known to it
 */
record StoryQuery(
    Kind kind, String itemId, int round, Sketch sketch, long[] bands, Story story, int copies) {

  private static final int LAYOUT = 1;

  enum Kind {
    /** Enter the item, and answer with those like it. */
    ASK,
    /** The item's story is decided. */
    TELL,
    /** The item is gone, or no longer has a band here. */
    FORGET
  }

  static StoryQuery ask(
      String itemId, int round, Sketch sketch, long[] bands, Story story, int copies) {
    return new StoryQuery(Kind.ASK, itemId, round, sketch, bands, story, copies);
  }

  static StoryQuery tell(String itemId, Story story, int copies) {
    return new StoryQuery(Kind.TELL, itemId, 0, null, new long[0], story, copies);
  }

  static StoryQuery forget(String itemId) {
    return new StoryQuery(Kind.FORGET, itemId, 0, null, new long[0], null, 0);
  }

  byte[] write() {
    BinaryWriter out = new BinaryWriter();
    out.number(LAYOUT).text(kind.name()).text(itemId);
    if (kind == Kind.ASK) {
      out.number(round);
      StoryForms.write(out, sketch);
      StoryForms.write(out, bands);
    }
    if (kind != Kind.FORGET) {
      StoryForms.write(out, story);
      out.number(copies);
    }
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws SerializationException where it is no such thing
   */
  static StoryQuery read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    StoryForms.requireLayout(in, LAYOUT, "a query about a story");
    try {
      Kind kind = Kind.valueOf(in.text());
      String itemId = in.text();
      return switch (kind) {
        case ASK ->
            ask(
                itemId,
                in.number(),
                StoryForms.readSketch(in),
                StoryForms.readLongs(in),
                StoryForms.readStory(in),
                in.number());
        case TELL -> tell(itemId, StoryForms.readStory(in), in.number());
        case FORGET -> forget(itemId);
      };
    } catch (IllegalArgumentException | NullPointerException e) {
      throw BinaryReader.damaged(e);
    }
  }
}
