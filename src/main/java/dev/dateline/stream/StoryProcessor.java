package dev.dateline.stream;

import dev.dateline.life.Sketch;
import dev.dateline.life.Stories;
import dev.dateline.life.Stories.Lookalike;
import dev.dateline.life.Stories.Place;
import dev.dateline.life.Story;
import dev.dateline.record.Alert;
import dev.dateline.record.StoryLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Finds the story of each item: asks the parts of the index in which the item's text has a band,
 * decides once all have answered, and sends the link. Articles do not wait for that.
 *
 * <p>An item's alert matches all come through here, in order, and go on with its story. Those of an
 * item whose story is not decided yet wait; so a retraction never overtakes the firing that it
 * retracts. They wait no longer than {@link #WAIT}, or twice as long as answers take at present;
 * those of a backlog, which are late anyhow, as long as {@link #LONGEST_WAIT}: without its story a
 * copy raises an alert of its own.
 */
final class StoryProcessor implements Processor<Object, StoryInput, RoutedKey, byte[]> {

  static final String STORE = "stories";
  static final String WAITING = "waiting-alerts";

  /** With the interval of the clock, this makes a second. */
  static final Duration WAIT = Duration.ofMillis(900);

  /** In a backlog, or where answers take long. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final double FADING = 0.95;

  private static final Duration TICK = Duration.ofMillis(100);

  private final Pipeline pipeline;
  private final Serde<Alert> alerts;
  private final Serializer<StoryLink> links;
  private ProcessorContext<RoutedKey, byte[]> context;
  private KeyValueStore<String, byte[]> stories;
  private KeyValueStore<String, byte[]> waiting;

  /** How long answers take at present, milliseconds: the longest of late, which fades. */
  private double answerMillis;

  StoryProcessor(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.alerts = pipeline.serdes().of(Alert.class);
    this.links = pipeline.serdes().of(StoryLink.class).serializer();
  }

  @Override
  public void init(ProcessorContext<RoutedKey, byte[]> context) {
    this.context = context;
    stories = context.getStateStore(STORE);
    waiting = context.getStateStore(WAITING);
    Duration kept = pipeline.config().retention().plus(TopicDefinition.TOMBSTONES_KEPT);
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::letGo);
    ExpiryScan.schedule(
        context,
        stories,
        (id, state, now) -> StoryState.read(state).touched().isBefore(now.minus(kept)),
        LongUnaryOperator.identity());
  }

  @Override
  public void process(Record<Object, StoryInput> record) {
    byte[] stored = stories.get(record.value().itemId());
    StoryState state = stored == null ? null : StoryState.read(stored);
    if (record.value() instanceof StoryAnswer answer) {
      take(answer, state, record.timestamp());
    } else if (record.value() instanceof StoryEvent event) {
      if (event.isGone()) {
        leave(event, state, record.timestamp());
      } else {
        enter(event, state, record.timestamp());
      }
    }
  }

  /** An item is out, for the first time or anew. */
  private void enter(StoryEvent event, StoryState before, long timestamp) {
    StoryState state = before;
    if (before == null || before.isGone() || before.digest() != event.sketch().digest()) {
      state = ask(event, before, timestamp);
      if (state.awaited() == 0) {
        state = decide(event.itemId(), state, timestamp); // without words: it is like nothing
      }
    }
    pass(event, state, timestamp);
  }

  private StoryState ask(StoryEvent event, StoryState before, long timestamp) {
    String itemId = event.itemId();
    boolean known = before != null && !before.isGone();
    Sketch sketch = event.sketch();
    Place place = known ? before.place() : Place.alone(itemId, Instant.ofEpochMilli(timestamp));
    int round = before == null ? 1 : before.round() + 1;
    Map<Integer, List<Long>> bands = byPartition(sketch.bands());
    if (known) {
      for (long band : before.indexed()) {
        if (!bands.containsKey(partition(band))) {
          send(StoryQuery.forget(itemId), band, timestamp);
        }
      }
    }
    long[] indexed = new long[bands.size()];
    int part = 0;
    for (List<Long> here : bands.values()) {
      long[] asked = here.stream().mapToLong(Long::longValue).toArray();
      send(
          StoryQuery.ask(itemId, round, sketch, asked, place.story(), place.copies()),
          asked[0],
          timestamp);
      indexed[part++] = asked[0];
    }
    StoryState state =
        new StoryState(
            round,
            sketch.digest(),
            event.source(),
            place,
            known && before.decided(),
            indexed,
            indexed.length,
            List.of(),
            now());
    stories.put(itemId, state.write());
    return state;
  }

  /** An item was withdrawn: it leaves its story, and nothing of it waits any longer. */
  private void leave(StoryEvent event, StoryState before, long timestamp) {
    Story story = before != null && before.decided() ? before.place().story() : null;
    flush(event.itemId(), story);
    event.matches().forEach(match -> passOn(WaitingMatches.Match.of(match, timestamp), story));
    if (before == null || before.isGone()) {
      return;
    }
    for (long band : before.indexed()) {
      send(StoryQuery.forget(event.itemId()), band, timestamp);
    }
    if (before.decided()) {
      forward(Sink.STORIES, event.itemId(), null, event.withdrawal(), timestamp);
      pipeline.counters().count("stories.left");
    }
    stories.put(event.itemId(), StoryState.gone(before.round(), now()).write());
  }

  private void take(StoryAnswer answer, StoryState state, long timestamp) {
    if (state == null
        || state.isGone()
        || state.round() != answer.round()
        || state.awaited() == 0) {
      return; // to a question that no longer matters
    }
    long took = context.currentSystemTimeMs() - state.touched().toEpochMilli();
    answerMillis = Math.max(took, FADING * answerMillis);
    List<Lookalike> all = new ArrayList<>(state.answers());
    all.addAll(answer.lookalikes());
    StoryState next = state.withAnswers(state.awaited() - 1, all);
    if (next.awaited() > 0) {
      stories.put(answer.itemId(), next.write());
    } else {
      decide(answer.itemId(), next, timestamp);
    }
  }

  private StoryState decide(String itemId, StoryState state, long timestamp) {
    Place before = state.place();
    Place place = Stories.decide(before, !state.decided(), state.answers());
    if (!state.decided() || !place.equals(before)) {
      forward(Sink.STORIES, itemId, link(itemId, state, place), new RecordHeaders(), timestamp);
      pipeline.counters().count(place.comparedWith() == null ? "stories.new" : "stories.joined");
    }
    if (!place.story().equals(before.story()) || place.copies() != before.copies()) {
      for (long band : state.indexed()) {
        send(StoryQuery.tell(itemId, place.story(), place.copies()), band, timestamp);
      }
    }
    StoryState next = state.at(place);
    stories.put(itemId, next.write());
    flush(itemId, place.story());
    return next;
  }

  private byte[] link(String itemId, StoryState state, Place place) {
    StoryLink link =
        StoryLink.newBuilder()
            .setItemId(itemId)
            .setStoryId(place.story().id())
            .setSource(state.source())
            .setFirstItemId(place.story().firstItemId())
            .setFirstSeen(place.story().firstSeen())
            .setCopies(place.copies())
            .setDifference(place.difference())
            .setComparedWith(place.comparedWith())
            .build();
    return links.serialize(pipeline.topics().stories(), link);
  }

  /** Passes matches on, or lets them wait where the story is not decided. */
  private void pass(StoryEvent event, StoryState state, long timestamp) {
    List<WaitingMatches.Match> matches =
        event.matches().stream().map(it -> WaitingMatches.Match.of(it, timestamp)).toList();
    if (matches.isEmpty()) {
      return;
    }
    if (state.decided()) {
      matches.forEach(match -> passOn(match, state.place().story()));
      return;
    }
    byte[] stored = waiting.get(event.itemId());
    WaitingMatches all =
        stored == null
            ? new WaitingMatches(context.currentSystemTimeMs(), matches)
            : WaitingMatches.read(stored).and(matches);
    waiting.put(event.itemId(), all.write());
  }

  /** Lets go what has waited long enough. */
  private void letGo(long now) {
    List<String> due = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = waiting.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> entry = all.next();
        if (hasWaited(WaitingMatches.read(entry.value), now)) {
          due.add(entry.key);
        }
      }
    }
    for (String itemId : due) {
      flush(itemId, null);
      pipeline.counters().count("stories.late");
    }
  }

  private boolean hasWaited(WaitingMatches matches, long now) {
    long longest = LONGEST_WAIT.toMillis();
    long patience =
        matches.wereLate(WAIT)
            ? longest
            : Math.min(longest, Math.max(WAIT.toMillis(), (long) (2 * answerMillis)));
    return now - matches.since() >= patience;
  }

  private void flush(String itemId, Story story) {
    byte[] stored = waiting.get(itemId);
    if (stored != null) {
      WaitingMatches.read(stored).matches().forEach(match -> passOn(match, story));
      waiting.delete(itemId);
    }
  }

  private void passOn(WaitingMatches.Match match, Story story) {
    byte[] value = match.value();
    if (story != null) {
      String topic = pipeline.topics().alertMatches();
      Alert alert = alerts.deserializer().deserialize(topic, value);
      alert.setStoryId(story.id());
      value = alerts.serializer().serialize(topic, alert);
    }
    forward(Sink.ALERT_MATCHES, match.ruleId(), value, match.headers(), match.timestamp());
  }

  private void forward(Sink sink, String key, byte[] value, Headers headers, long timestamp) {
    Outgoing outgoing = new Outgoing(sink, RoutedKey.of(key, key), value, headers);
    context.forward(outgoing.at(timestamp), sink.node());
    pipeline.counters().count((value == null ? "withdrawn." : "sent.") + sink.node());
  }

  private void send(StoryQuery query, long band, long timestamp) {
    RoutedKey key = RoutedKey.of(route(band), query.itemId());
    context.forward(
        Outgoing.of(Sink.STORY_QUERIES, key, query.write()).at(timestamp),
        Sink.STORY_QUERIES.node());
  }

  private Map<Integer, List<Long>> byPartition(long[] bands) {
    Map<Integer, List<Long>> parts = new LinkedHashMap<>();
    for (long band : bands) {
      parts.computeIfAbsent(partition(band), unused -> new ArrayList<>()).add(band);
    }
    return parts;
  }

  private int partition(long band) {
    return ItemPartitioner.partition(route(band), pipeline.partitions());
  }

  private static String route(long band) {
    return Long.toHexString(band);
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }
}
