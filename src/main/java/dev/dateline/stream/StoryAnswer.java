package dev.dateline.stream;

import dev.dateline.life.Stories.Lookalike;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What one part of the index answers about an item.
 *
 * @param itemId the item
 * @param round the question's
 * @param lookalikes the items like it
 */
record StoryAnswer(String itemId, int round, List<Lookalike> lookalikes) implements StoryInput {

  private static final int LAYOUT = 1;

  StoryAnswer {
    lookalikes = List.copyOf(lookalikes);
  }

  byte[] write() {
    BinaryWriter out = new BinaryWriter();
    out.number(LAYOUT).text(itemId).number(round);
    StoryForms.write(out, lookalikes);
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws SerializationException where it is no such thing
   */
  static StoryAnswer read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    StoryForms.requireLayout(in, LAYOUT, "an answer about a story");
    return new StoryAnswer(in.text(), in.number(), StoryForms.readLookalikes(in));
  }
}
