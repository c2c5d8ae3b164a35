package dev.dateline.stream;

import dev.dateline.life.Sketch;
import dev.dateline.life.Stories.Lookalike;
import dev.dateline.life.Story;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/** Binary forms of what stores and messages about stories have in common. Pure; thread-safe. */
final class StoryForms {

  private StoryForms() {}

  static void write(BinaryWriter out, Story story) {
    out.text(story.firstItemId()).time(story.firstSeen());
  }

  static Story readStory(BinaryReader in) {
    try {
      return new Story(in.text(), in.time());
    } catch (NullPointerException e) {
      throw BinaryReader.damaged(e);
    }
  }

  static void write(BinaryWriter out, Sketch sketch) {
    out.number(sketch.shingles());
    int[] smallest = sketch.smallest();
    out.number(smallest.length);
    for (int hash : smallest) {
      out.number(hash);
    }
    write(out, sketch.bands());
  }

  static Sketch readSketch(BinaryReader in) {
    int shingles = in.number();
    int[] smallest = new int[in.count()];
    for (int i = 0; i < smallest.length; i++) {
      smallest[i] = in.number();
    }
    try {
      return Sketch.of(shingles, smallest, readLongs(in));
    } catch (IllegalArgumentException e) {
      throw BinaryReader.damaged(e);
    }
  }

  static void write(BinaryWriter out, long[] values) {
    out.number(values.length);
    for (long value : values) {
      out.number(value);
    }
  }

  static long[] readLongs(BinaryReader in) {
    long[] values = new long[in.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.longNumber();
    }
    return values;
  }

  static void write(BinaryWriter out, List<Lookalike> lookalikes) {
    out.number(lookalikes.size());
    for (Lookalike lookalike : lookalikes) {
      out.text(lookalike.itemId())
          .number(Double.doubleToLongBits(lookalike.contained()))
          .time(lookalike.entered());
      write(out, lookalike.story());
      out.number(lookalike.copies());
    }
  }

  static List<Lookalike> readLookalikes(BinaryReader in) {
    List<Lookalike> lookalikes = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      lookalikes.add(
          new Lookalike(
              in.text(),
              Double.longBitsToDouble(in.longNumber()),
              in.time(),
              readStory(in),
              in.number()));
    }
    return lookalikes;
  }

  /**
   * Reads the layout that a form begins with.
   *
   * @throws SerializationException where it is another
   */
  static void requireLayout(BinaryReader in, int layout, String what) {
    int found = in.number();
    if (found != layout) {
      throw new SerializationException(what + " in unknown layout " + found);
    }
  }
}
