package dev.dateline.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is remembered of matches and alerts, in one store. Changes are seen at once by those who
 * read here, and are kept only by {@link #flush}. Not thread-safe.
 *
 * <p>A value begins with the time after which it may be forgotten. Keys:
 *
 * <ul>
 *   <li>{@code m} match id: the story that a match belongs to;
 *   <li>{@code s} rule, group, story: the matches of a story that stand, and the alert it is in;
 *   <li>{@code p} rule, group, time, story: a story that waits for a threshold or for the end of a
 *       cool-down, to be found by time;
 *   <li>{@code a} alert id: the stories that made an alert;
 *   <li>{@code c} rule, group: the last alert.
 * </ul>
 */
final class AlertStore {

  private static final char PART = '\u0000';

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, byte[]> changes = new HashMap<>();

  AlertStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * Where a story is counted.
   *
   * @param rule id of the rule
   * @param group the speaker or source, or empty
   * @param story the story or item
   */
  record Place(String rule, String group, String story) {

    Place {
      rule = rule.replace(PART, ' ');
      group = group.replace(PART, ' ');
      story = story.replace(PART, ' ');
    }

    private String key() {
      return rule + PART + group + PART + story;
    }

    private String group(char kind) {
      return kind + rule + PART + group;
    }
  }

  /**
   * A match that stands.
   *
   * @param id its id
   * @param record the match itself where it may yet make an alert, or null
   */
  record Sighting(String id, byte[] record) {}

  /**
   * A story that a rule matches.
   *
   * @param place where it is counted
   * @param time received time of its first match, epoch milliseconds
   * @param alertId the alert it is in, or null
   * @param sightings its matches that stand, in the order they came
   */
  record Story(Place place, long time, String alertId, List<Sighting> sightings) {

    Story {
      sightings = List.copyOf(sightings);
    }

    Story with(Sighting sighting) {
      List<Sighting> more = new ArrayList<>(sightings);
      more.add(sighting);
      return new Story(place, time, alertId, more);
    }

    Story without(String matchId) {
      return new Story(
          place, time, alertId, sightings.stream().filter(s -> !s.id().equals(matchId)).toList());
    }

    Story in(String alert) {
      return new Story(place, time, alert, sightings);
    }
  }

  /**
   * An alert that stands.
   *
   * @param id its id
   * @param rule the rule as it was, as a record
   * @param stories what made it
   */
  record Standing(String id, byte[] rule, List<Place> stories) {}

  /**
   * The last alert of a rule and group.
   *
   * @param time received time of what made it fire, epoch milliseconds
   * @param alertId its id
   */
  record Last(long time, String alertId) {}

  /** The story of a match, or null where the match is not known. */
  Place match(String id) {
    BinaryReader in = read("m" + id);
    return in == null ? null : place(in);
  }

  void putMatch(String id, Place place, Instant expires) {
    changes.put("m" + id, write(place, until(expires)).toBytes());
  }

  void removeMatch(String id) {
    changes.put("m" + id, null);
  }

  Story story(Place place) {
    BinaryReader in = read("s" + place.key());
    if (in == null) {
      return null;
    }
    long time = in.longNumber();
    String alertId = in.text();
    List<Sighting> sightings = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      sightings.add(new Sighting(in.text(), in.octets()));
    }
    return new Story(place, time, alertId, sightings);
  }

  void put(Story story, Instant expires) {
    BinaryWriter out = until(expires).number(story.time()).text(story.alertId());
    out.number(story.sightings().size());
    story.sightings().forEach(sighting -> out.text(sighting.id()).octets(sighting.record()));
    changes.put("s" + story.place().key(), out.toBytes());
  }

  void remove(Story story) {
    changes.put("s" + story.place().key(), null);
    removeWaiting(story);
  }

  /** Notes that a story waits. */
  void putWaiting(Story story, Instant expires) {
    changes.put(
        waitingKey(story.place(), story.time()), write(story.place(), until(expires)).toBytes());
  }

  void removeWaiting(Story story) {
    changes.put(waitingKey(story.place(), story.time()), null);
  }

  /**
   * The stories that wait under a rule and group, by time.
   *
   * @param like any place of that rule and group
   * @param from earliest time, inclusive
   * @param to latest time, inclusive
   * @param most how many at most: the latest
   */
  List<Story> waiting(Place like, long from, long to, int most) {
    String first = like.group('p') + PART + hex(from);
    String last = like.group('p') + PART + hex(to) + (char) (PART + 1);
    TreeMap<String, byte[]> found = new TreeMap<>();
    try (KeyValueIterator<String, byte[]> entries = store.reverseRange(first, last)) {
      while (entries.hasNext() && found.size() < most) {
        KeyValue<String, byte[]> entry = entries.next();
        found.put(entry.key, entry.value);
      }
    }
    changes.forEach(
        (key, value) -> {
          if (value == null) {
            found.remove(key);
          } else if (key.compareTo(first) >= 0 && key.compareTo(last) < 0) {
            found.put(key, value);
          }
        });
    List<Story> stories = new ArrayList<>(found.size());
    for (byte[] value : found.values()) {
      BinaryReader in = new BinaryReader(value);
      in.longNumber();
      Story story = story(place(in));
      if (story != null && story.sightings().get(0).record() != null) {
        stories.add(story);
      }
    }
    return stories;
  }

  Standing alert(String id) {
    BinaryReader in = read("a" + id);
    if (in == null) {
      return null;
    }
    byte[] rule = in.octets();
    List<Place> stories = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      stories.add(place(in));
    }
    return new Standing(id, rule, stories);
  }

  void put(Standing alert, Instant expires) {
    BinaryWriter out = until(expires).octets(alert.rule());
    out.number(alert.stories().size());
    alert.stories().forEach(story -> write(story, out));
    changes.put("a" + alert.id(), out.toBytes());
  }

  void removeAlert(String id) {
    changes.put("a" + id, null);
  }

  Last last(Place like) {
    BinaryReader in = read(like.group('c'));
    return in == null ? null : new Last(in.longNumber(), in.text());
  }

  void putLast(Place like, Last last, Instant expires) {
    changes.put(like.group('c'), until(expires).number(last.time()).text(last.alertId()).toBytes());
  }

  void removeLast(Place like) {
    changes.put(like.group('c'), null);
  }

  /** Keeps what was changed. */
  void flush() {
    changes.forEach(store::put);
    changes.clear();
  }

  /** Forgets what was changed. */
  void discard() {
    changes.clear();
  }

  /** Whether a stored value may be forgotten. */
  static boolean isExpired(byte[] value, Instant now) {
    return new BinaryReader(value).longNumber() < now.toEpochMilli();
  }

  /** The rest of a value after its expiry, or null where there is none. */
  private BinaryReader read(String key) {
    byte[] value = changes.containsKey(key) ? changes.get(key) : store.get(key);
    if (value == null) {
      return null;
    }
    BinaryReader in = new BinaryReader(value);
    in.longNumber();
    return in;
  }

  private static String waitingKey(Place place, long time) {
    return place.group('p') + PART + hex(time) + PART + place.story();
  }

  /** In the order of time. */
  private static String hex(long time) {
    return String.format("%016x", Math.max(0, time));
  }

  private static BinaryWriter until(Instant expires) {
    return new BinaryWriter().number(expires.toEpochMilli());
  }

  private static BinaryWriter write(Place place, BinaryWriter out) {
    return out.text(place.rule()).text(place.group()).text(place.story());
  }

  private static Place place(BinaryReader in) {
    return new Place(in.text(), in.text(), in.text());
  }
}
