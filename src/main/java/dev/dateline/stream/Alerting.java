package dev.dateline.stream;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertRule;
import dev.dateline.record.Alerts;
import dev.dateline.stream.AlertStore.Last;
import dev.dateline.stream.AlertStore.Place;
import dev.dateline.stream.AlertStore.Sighting;
import dev.dateline.stream.AlertStore.Standing;
import dev.dateline.stream.AlertStore.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serde;

/**
 * Decides which matches become alerts, and which alerts are retracted. It changes nothing but the
 * store, and there nothing for good. Not thread-safe.
 *
 * <ul>
 *   <li>Copies and versions of a story are one: the first match counts, and the story stands until
 *       the last of its matches is withdrawn. A rule with {@code everyCopy} counts each.
 *   <li>A rule with a threshold fires when so many stories were received within its window, in
 *       whatever order they come; stories that made it fire do not count again.
 *   <li>Within the cool-down around an alert nothing fires; what matches then counts towards a
 *       threshold all the same.
 *   <li>An alert is retracted when a story that made it no longer stands. That ends its cool-down,
 *       and its other stories count again, so that they may fire anew.
 *   <li>Windows and cool-downs go by received time; snoozing, which people do, by the clock.
 * </ul>
 */
final class Alerting {

  /** Stories looked at for a threshold; more than a rule may ask for. */
  static final int MOST_WAITING = 2_000;

  /** Matches that an alert shows beside the one that made it fire. */
  private static final int MOST_SHOWN = 100;

  /** What waits is kept so much longer than it may count, for matches that come late. */
  private static final Duration LATE = Duration.ofDays(1);

  private final AlertStore store;
  private final Serde<Alert> alerts;
  private final Serde<AlertRule> rules;
  private final Topics topics;
  private final Duration kept;
  private final Predicate<AlertRule> snoozed;

  /** The match under consideration, for the ids of alerts. */
  private long offset;

  private Instant now;
  private List<Alert> outcome;

  /**
   * @param kept how long matches and alerts are remembered
   * @param snoozed whether a rule is snoozed at present
   */
  Alerting(
      AlertStore store,
      RecordSerdes serdes,
      Topics topics,
      Duration kept,
      Predicate<AlertRule> snoozed) {
    this.store = store;
    this.alerts = serdes.of(Alert.class);
    this.rules = serdes.of(AlertRule.class);
    this.topics = topics;
    this.kept = kept;
    this.snoozed = snoozed;
  }

  /**
   * A rule matches.
   *
   * @param match the match; its alert id is the id of the match
   * @param received when its item was received, epoch milliseconds
   * @param offset a number that no other match of the same rule has
   * @param now the time
   * @return what is to be sent
   */
  List<Alert> matched(Alert match, long received, long offset, Instant now) {
    begin(offset, now);
    String id = match.getAlertId();
    if (store.match(id) != null) {
      return outcome;
    }
    AlertRule rule = rule(match);
    Place place = new Place(rule.getId(), AlertGroup.of(rule, match), storyOf(rule, match));
    Sighting sighting = new Sighting(id, mayWait(rule) ? bytes(match) : null);
    store.putMatch(id, place, expiry());
    Story known = store.story(place);
    if (known != null) {
      store.put(known.with(sighting), expiry());
      return outcome;
    }
    Story story = new Story(place, received, null, List.of(sighting));
    store.put(story, expiry());
    if (rule.getThreshold() > 1) {
      store.putWaiting(story, waitingExpiry(rule, received));
      if (!snoozed.test(rule) && !isCooling(rule, place, received)) {
        fireThreshold(rule, place, received, received);
      }
    } else if (isCooling(rule, place, received)) {
      store.putWaiting(story, waitingExpiry(rule, received));
    } else if (!snoozed.test(rule)) {
      fire(rule, List.of(story), match);
    }
    return outcome;
  }

  /**
   * A match is withdrawn.
   *
   * @param withdrawal says why; its alert id is the id of the match
   * @param offset a number that no other match of the same rule has
   * @param now the time
   * @return what is to be sent
   */
  List<Alert> withdrawn(Alert withdrawal, long offset, Instant now) {
    begin(offset, now);
    String id = withdrawal.getAlertId();
    Place place = store.match(id);
    if (place == null) {
      return outcome;
    }
    store.removeMatch(id);
    Story story = store.story(place);
    if (story == null) {
      return outcome;
    }
    Story rest = story.without(id);
    if (!rest.sightings().isEmpty()) {
      store.put(rest, expiry());
      return outcome;
    }
    store.remove(story);
    Standing alert = story.alertId() == null ? null : store.alert(story.alertId());
    if (alert != null) {
      retract(alert, story, withdrawal);
    }
    return outcome;
  }

  private void begin(long offset, Instant now) {
    this.offset = offset;
    this.now = now;
    this.outcome = new ArrayList<>();
  }

  private void retract(Standing alert, Story gone, Alert withdrawal) {
    AlertRule rule = rules.deserializer().deserialize(topics.alertRules(), alert.rule());
    outcome.add(
        Alert.newBuilder(withdrawal)
            .setAlertId(alert.id())
            .setRule(rule)
            .setRetracted(now)
            .build());
    store.removeAlert(alert.id());
    long from = gone.time();
    long to = gone.time();
    for (Place place : alert.stories()) {
      Story freed = store.story(place);
      if (freed != null && alert.id().equals(freed.alertId())) {
        Story waits = freed.in(null);
        store.put(waits, expiry());
        store.putWaiting(waits, waitingExpiry(rule, waits.time()));
        from = Math.min(from, waits.time());
        to = Math.max(to, waits.time());
      }
    }
    Last last = store.last(gone.place());
    boolean wasLast = last != null && last.alertId().equals(alert.id());
    if (wasLast) {
      store.removeLast(gone.place());
    }
    if (snoozed.test(rule)) {
      return;
    }
    if (rule.getThreshold() > 1) {
      fireThreshold(rule, gone.place(), from, to);
    } else if (wasLast) {
      fireSuppressed(rule, gone.place(), last.time());
    }
  }

  /** Fires where there are enough stories within a window that holds one of the times. */
  private void fireThreshold(AlertRule rule, Place place, long from, long to) {
    long window = rule.getWindowMillis();
    List<Story> enough =
        enough(rule, store.waiting(place, from - window, to + window, MOST_WAITING));
    if (!enough.isEmpty()) {
      // Only now, since it costs to read them: what another query found does not count for this.
      enough =
          enough(
              rule,
              store.waiting(place, from - window, to + window, MOST_WAITING).stream()
                  .filter(story -> rule.getQuery().equals(read(story).getQuery()))
                  .toList());
    }
    if (!enough.isEmpty()) {
      fire(rule, enough, read(enough.get(enough.size() - 1)));
    }
  }

  /** The latest stories that reach the threshold within a window, or none; all are by time. */
  private static List<Story> enough(AlertRule rule, List<Story> waiting) {
    int need = rule.getThreshold();
    long window = rule.getWindowMillis();
    for (int last = waiting.size() - 1; last >= need - 1; last--) {
      int first = last;
      while (first > 0 && waiting.get(last).time() - waiting.get(first - 1).time() <= window) {
        first--;
      }
      if (last - first + 1 >= need) {
        return waiting.subList(first, last + 1);
      }
    }
    return List.of();
  }

  /** Fires for the first story that nothing was said of because of an alert that is gone. */
  private void fireSuppressed(AlertRule rule, Place place, long time) {
    long quiet = rule.getCooldownMillis();
    List<Story> waiting = store.waiting(place, time - quiet + 1, time + quiet - 1, MOST_WAITING);
    if (!waiting.isEmpty()) {
      Story first = waiting.get(0);
      fire(rule, List.of(first), read(first));
    }
  }

  private void fire(AlertRule rule, List<Story> stories, Alert trigger) {
    String id = AlertRecords.id(trigger.getAlertId(), Long.toString(offset));
    Story last = stories.get(stories.size() - 1);
    List<Alert> earlier =
        stories.subList(Math.max(0, stories.size() - 1 - MOST_SHOWN), stories.size() - 1).stream()
            .map(this::read)
            .toList();
    outcome.add(Alerts.fired(id, trigger, earlier, stories.size(), now));
    for (Story story : stories) {
      store.removeWaiting(story);
      store.put(story.in(id), expiry());
    }
    byte[] as = rules.serializer().serialize(topics.alertRules(), rule);
    store.put(new Standing(id, as, stories.stream().map(Story::place).toList()), expiry());
    if (rule.getCooldownMillis() > 0) {
      store.putLast(last.place(), new Last(last.time(), id), expiry());
    }
  }

  private boolean isCooling(AlertRule rule, Place place, long received) {
    if (rule.getCooldownMillis() <= 0) {
      return false;
    }
    Last last = store.last(place);
    return last != null && Math.abs(received - last.time()) < rule.getCooldownMillis();
  }

  /** Whether a match may make an alert later than it comes. */
  private static boolean mayWait(AlertRule rule) {
    return rule.getThreshold() > 1 || rule.getCooldownMillis() > 0;
  }

  private static AlertRule rule(Alert match) {
    return match.getRule() != null
        ? match.getRule()
        : AlertRule.newBuilder().setId(match.getRuleId()).build();
  }

  private static String storyOf(AlertRule rule, Alert match) {
    if (rule.getEveryCopy()) {
      return match.getAlertId();
    }
    if (match.getStoryId() != null) {
      return "story " + match.getStoryId();
    }
    return "item " + (match.getItem() == null ? match.getAlertId() : match.getItem().getId());
  }

  private Instant expiry() {
    return now.plus(kept);
  }

  private static Instant waitingExpiry(AlertRule rule, long received) {
    long counts = Math.max(rule.getWindowMillis(), rule.getCooldownMillis());
    return Instant.ofEpochMilli(received).plusMillis(counts).plus(LATE);
  }

  private byte[] bytes(Alert match) {
    return alerts.serializer().serialize(topics.alertMatches(), match);
  }

  /** The first match of a story that still stands. */
  private Alert read(Story story) {
    return alerts
        .deserializer()
        .deserialize(topics.alertMatches(), story.sightings().get(0).record());
  }
}
