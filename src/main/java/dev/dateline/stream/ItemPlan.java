package dev.dateline.stream;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * Everything that processing an item changes, computed, serialised and measured before any of it is
 * done.
 *
 * @param outgoing records to send, in order
 * @param story what this means for the item's story and its alerts, or null: nothing
 * @param state the item's new state, or null: it stays
 * @param release key of the held item that is held no more, or null
 * @param hold key under which the item is to be held, or null
 * @param held the item to be held, or null
 * @param count what to count it as
 */
record ItemPlan(
    List<Outgoing> outgoing,
    StoryEvent story,
    byte[] state,
    Bytes release,
    Bytes hold,
    byte[] held,
    String count) {

  ItemPlan {
    outgoing = List.copyOf(outgoing);
  }

  /** Nothing but a dead letter. */
  static ItemPlan deadLetter(Outgoing letter, String stage) {
    return new ItemPlan(List.of(letter), null, null, null, null, null, "dead.letters." + stage);
  }
}
