package dev.dateline.stream;

import dev.dateline.life.Sketch;
import dev.dateline.life.Stories;
import dev.dateline.life.Stories.Lookalike;
import dev.dateline.life.Story;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The part of the index of near-duplicates that holds the bands of this partition: who asks about
 * an item enters it, and learns which items entered before have nearly the same text.
 *
 * <p>Two items are compared where the smallest band that both have lies, and nowhere else. So of
 * two that come at the same time exactly one learns of the other, and they end in one story.
 *
 * <p>Bounded: a band knows the {@value #MOST_IN_BAND} latest items that have it, and an item is
 * forgotten once it is older, by received time, than the settings say.
 */
final class StoryIndex implements Processor<byte[], StoryQuery, RoutedKey, byte[]> {

  static final String ITEMS = "story-items";
  static final String BANDS = "story-bands";

  /** What many texts share is a standing phrase; what one text shares with more has been found. */
  static final int MOST_IN_BAND = 64;

  private static final byte[] PRESENT = new byte[0];

  private final Pipeline pipeline;
  private ProcessorContext<RoutedKey, byte[]> context;
  private KeyValueStore<String, byte[]> items;
  private KeyValueStore<Bytes, byte[]> bands;

  StoryIndex(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * An item in this part of the index.
   *
   * @param seen when its text was received, milliseconds
   * @param entered when it was entered; never the same for two
   * @param sketch its sketch
   * @param bands those of its bands that lie here
   * @param story its story, as far as is known
   * @param copies items of that story known to it
   */
  private record Entry(
      long seen, Instant entered, Sketch sketch, long[] bands, Story story, int copies) {

    private static final int LAYOUT = 1;

    boolean isOlderThan(Duration window, long now) {
      return now - seen > window.toMillis();
    }

    byte[] write() {
      BinaryWriter out = new BinaryWriter();
      out.number(LAYOUT).number(seen).time(entered);
      StoryForms.write(out, sketch);
      StoryForms.write(out, bands);
      StoryForms.write(out, story);
      return out.number(copies).toBytes();
    }

    static Entry read(byte[] bytes) {
      BinaryReader in = new BinaryReader(bytes);
      StoryForms.requireLayout(in, LAYOUT, "an item in the index of stories");
      return new Entry(
          in.longNumber(),
          in.time(),
          StoryForms.readSketch(in),
          StoryForms.readLongs(in),
          StoryForms.readStory(in),
          in.number());
    }
  }

  @Override
  public void init(ProcessorContext<RoutedKey, byte[]> context) {
    this.context = context;
    items = context.getStateStore(ITEMS);
    bands = context.getStateStore(BANDS);
    // By received time, so that reading an archive again finds the copies of its own days.
    ExpiryScan.schedule(context, items, this::isExpired, now -> context.currentStreamTimeMs());
  }

  @Override
  public void process(Record<byte[], StoryQuery> record) {
    StoryQuery query = record.value();
    byte[] stored = items.get(query.itemId());
    Entry known = stored == null ? null : Entry.read(stored);
    switch (query.kind()) {
      case ASK -> ask(query, known, record.timestamp());
      case TELL -> {
        if (known != null) {
          Entry told =
              new Entry(
                  known.seen(),
                  known.entered(),
                  known.sketch(),
                  known.bands(),
                  query.story(),
                  query.copies());
          items.put(query.itemId(), told.write());
        }
      }
      case FORGET -> {
        if (known != null) {
          removeBands(query.itemId(), known);
          items.delete(query.itemId());
        }
      }
    }
  }

  private void ask(StoryQuery query, Entry known, long timestamp) {
    if (known != null) {
      removeBands(query.itemId(), known);
    }
    Set<String> sharing = new LinkedHashSet<>();
    for (long band : query.bands()) {
      sharing.addAll(inBand(band));
    }
    StoryAnswer answer =
        new StoryAnswer(query.itemId(), query.round(), lookalikes(query, sharing, timestamp));
    Entry entry =
        new Entry(
            timestamp, entered(), query.sketch(), query.bands(), query.story(), query.copies());
    items.put(query.itemId(), entry.write());
    for (long band : query.bands()) {
      bands.put(key(band, timestamp, query.itemId()), PRESENT);
    }
    Outgoing outgoing =
        Outgoing.of(
            Sink.STORY_ANSWERS, RoutedKey.of(query.itemId(), query.itemId()), answer.write());
    context.forward(outgoing.at(timestamp), outgoing.sink().node());
  }

  /** The items that have a band, the oldest first; makes room for one more. */
  private List<String> inBand(long band) {
    List<Bytes> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found =
        bands.range(key(band, 0, ""), key(band, Long.MAX_VALUE, ""))) {
      found.forEachRemaining(entry -> keys.add(entry.key));
    }
    for (int i = 0; i <= keys.size() - MOST_IN_BAND; i++) {
      bands.delete(keys.get(i));
    }
    return keys.stream().map(StoryIndex::itemId).toList();
  }

  private List<Lookalike> lookalikes(StoryQuery query, Set<String> sharing, long timestamp) {
    List<Lookalike> lookalikes = new ArrayList<>();
    for (String itemId : sharing) {
      byte[] stored = items.get(itemId);
      Entry other = stored == null ? null : Entry.read(stored);
      if (other != null
          && !other.isOlderThan(window(), timestamp)
          && isHere(query.sketch().firstSharedBand(other.sketch()), query.bands())
          && query.sketch().resemblance(other.sketch()) >= Stories.ONE_STORY) {
        double contained = query.sketch().containedIn(other.sketch());
        lookalikes.add(
            new Lookalike(itemId, contained, other.entered(), other.story(), other.copies()));
      }
    }
    return lookalikes;
  }

  private static boolean isHere(Integer sharedBand, long[] bands) {
    for (long band : bands) {
      if (sharedBand != null && sharedBand == (int) (band >>> Integer.SIZE)) {
        return true;
      }
    }
    return false;
  }

  private void removeBands(String itemId, Entry entry) {
    for (long band : entry.bands()) {
      bands.delete(key(band, entry.seen(), itemId));
    }
  }

  private boolean isExpired(String itemId, byte[] bytes, Instant now) {
    Entry entry = Entry.read(bytes);
    boolean expired = entry.isOlderThan(window(), now.toEpochMilli());
    if (expired) {
      removeBands(itemId, entry);
    }
    return expired;
  }

  /** Now, with the offset in place of the nanoseconds: many queries come within a millisecond. */
  private Instant entered() {
    long offset = context.recordMetadata().orElseThrow().offset();
    return Instant.ofEpochMilli(context.currentSystemTimeMs()).plusNanos(offset % 1_000_000);
  }

  private Duration window() {
    return pipeline.config().storyWindow();
  }

  /** A key that sorts by band, then by time. */
  private static Bytes key(long band, long seen, String itemId) {
    byte[] id = itemId.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(2 * Long.BYTES + id.length)
            .putLong(band)
            .putLong(seen)
            .put(id)
            .array());
  }

  private static String itemId(Bytes key) {
    byte[] bytes = key.get();
    return new String(bytes, 2 * Long.BYTES, bytes.length - 2 * Long.BYTES, StandardCharsets.UTF_8);
  }
}
