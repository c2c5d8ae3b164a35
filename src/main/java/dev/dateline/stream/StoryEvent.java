package dev.dateline.stream;

import dev.dateline.life.Sketch;
import java.util.List;
import org.apache.kafka.common.header.Headers;

/**
 * What became of an item, for the story it belongs to, and the alert matches that are to be passed
 * on with that story.
 *
 * @param itemId the item
 * @param source its source
 * @param sketch sketch of the text that is out now; null where the item is gone
 * @param withdrawal headers for the tombstone where the item is gone; null where it is out
 * @param matches firings and retractions, in order
 */
record StoryEvent(
    String itemId, String source, Sketch sketch, Headers withdrawal, List<Outgoing> matches)
    implements StoryInput {

  StoryEvent {
    matches = List.copyOf(matches);
  }

  static StoryEvent current(String itemId, String source, Sketch sketch, List<Outgoing> matches) {
    return new StoryEvent(itemId, source, sketch, null, matches);
  }

  static StoryEvent gone(String itemId, String source, Headers withdrawal, List<Outgoing> matches) {
    return new StoryEvent(itemId, source, null, withdrawal, matches);
  }

  boolean isGone() {
    return withdrawal != null;
  }
}
