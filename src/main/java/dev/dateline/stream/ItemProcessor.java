package dev.dateline.stream;

import dev.dateline.life.ItemState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes items in their own partition: plans what an item changes, and only then puts to stores
 * and sends. What was sent before an exception would be committed beside the dead letter otherwise.
 *
 * <p>A wall clock releases held items and forgets what nothing has touched for longer than the
 * topics keep records; both a bounded number at a time.
 */
final class ItemProcessor implements Processor<byte[], Received, Object, Object> {

  static final String ITEMS = "items";
  static final String HELD = "held-items";

  /** Items held until the end of their embargo, as they are counted. */
  static final String EMBARGOED = "items.embargoed";

  private static final Logger LOG = LoggerFactory.getLogger(ItemProcessor.class);
  private static final Duration RELEASE_EVERY = Duration.ofSeconds(1);
  private static final int MOST_RELEASED = 100;

  private final Pipeline pipeline;
  private final String stories;
  private final ItemPlanner planner;
  private final ItemTimer timer;
  private final RawDeserializer rawDeserializer;
  private ProcessorContext<Object, Object> context;
  private KeyValueStore<String, byte[]> items;
  private KeyValueStore<Bytes, byte[]> held;
  private long embargoed;

  /**
   * @param pipeline the parts of the application
   * @param stories the node that takes what becomes of an item for its story
   */
  ItemProcessor(Pipeline pipeline, String stories) {
    this.pipeline = pipeline;
    this.stories = stories;
    this.planner = new ItemPlanner(pipeline);
    this.timer = pipeline.timer();
    this.rawDeserializer = pipeline.rawDeserializer();
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    items = context.getStateStore(ITEMS);
    held = context.getStateStore(HELD);
    embargoed = countHeld();
    showEmbargoed();
    Duration kept = pipeline.config().retention().plus(TopicDefinition.TOMBSTONES_KEPT);
    ExpiryScan.schedule(
        context,
        items,
        (id, state, now) -> ItemStateCodec.read(id, state).isExpiredAt(now.minus(kept)),
        LongUnaryOperator.identity());
    context.schedule(RELEASE_EVERY, PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void close() {
    pipeline.counters().haveNone(EMBARGOED, context.taskId().toString());
  }

  @Override
  public void process(Record<byte[], Received> record) {
    apply(record.value(), record.timestamp());
  }

  private void tick(long now) {
    pipeline.rules().retryUnread();
    release(Instant.ofEpochMilli(now));
  }

  /** Bounded in number and in time, so that a wave of releases never outlasts a transaction. */
  private void release(Instant now) {
    List<KeyValue<Bytes, byte[]>> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found = held.range(null, HeldItem.firstAfter(now))) {
      while (found.hasNext() && due.size() < MOST_RELEASED) {
        due.add(found.next());
      }
    }
    long started = pipeline.nanoTime().getAsLong();
    for (KeyValue<Bytes, byte[]> entry : due) {
      if (pipeline.nanoTime().getAsLong() - started > Pipeline.ITEM_TIME.toNanos()) {
        return;
      }
      releaseOne(HeldItem.read(entry.value), now);
      letGo(entry.key);
    }
  }

  private void hold(Bytes key, byte[] item) {
    embargoed += held.get(key) == null ? 1 : 0;
    held.put(key, item);
    showEmbargoed();
  }

  private void letGo(Bytes key) {
    embargoed -= held.delete(key) == null ? 0 : 1;
    showEmbargoed();
  }

  private void showEmbargoed() {
    pipeline.counters().have(EMBARGOED, context.taskId().toString(), embargoed);
  }

  private long countHeld() {
    long count = 0;
    try (KeyValueIterator<Bytes, byte[]> all = held.all()) {
      for (; all.hasNext(); all.next()) {
        count++;
      }
    }
    return count;
  }

  private void releaseOne(HeldItem item, Instant now) {
    Received received;
    try {
      timer.start(Stage.READ);
      received = read(item);
    } catch (Exception | StackOverflowError e) {
      if (Failures.isOfInfrastructure(e)) {
        throw Rethrown.of(e);
      }
      carryOut(item.itemId(), deadLetter(item.origin(), e), now.toEpochMilli());
      return;
    }
    // What is derived from it appears now: by the time it was received, topics might drop it at
    // once, and no window of alerts would see it.
    apply(received, now.toEpochMilli());
  }

  private Received read(HeldItem item) throws Exception {
    Origin origin = item.origin();
    RawRecord raw = rawDeserializer.deserialize(origin.topic(), origin.headers(), origin.value());
    Instant received = Instant.ofEpochMilli(item.received());
    return new Received(
        item.itemId(),
        pipeline.extractor().read(raw.input().withReceived(received)).get(0),
        received,
        origin);
  }

  private void apply(Received received, long timestamp) {
    byte[] stored = items.get(received.itemId());
    ItemPlan plan;
    try {
      timer.start(Stage.READ);
      ItemState before = stored == null ? null : ItemStateCodec.read(received.itemId(), stored);
      Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
      plan = planner.plan(received, before, now, timer);
    } catch (Exception | StackOverflowError e) {
      if (Failures.isOfInfrastructure(e)) {
        throw Rethrown.of(e);
      }
      plan = deadLetter(received.origin(), e);
    }
    carryOut(received.itemId(), plan, timestamp);
  }

  private void carryOut(String itemId, ItemPlan plan, long timestamp) {
    if (plan.release() != null) {
      letGo(plan.release());
    }
    if (plan.hold() != null) {
      hold(plan.hold(), plan.held());
    }
    if (plan.state() != null) {
      items.put(itemId, plan.state());
    }
    for (Outgoing outgoing : plan.outgoing()) {
      context.forward(
          new Record<Object, Object>(
              outgoing.key(), outgoing.value(), timestamp, outgoing.headers()),
          outgoing.sink().node());
      pipeline
          .counters()
          .count((outgoing.value() == null ? "withdrawn." : "sent.") + outgoing.sink().node());
    }
    if (plan.story() != null) {
      context.forward(new Record<Object, Object>(itemId, plan.story(), timestamp), stories);
    }
    pipeline.counters().count(plan.count());
  }

  private ItemPlan deadLetter(Origin origin, Throwable error) {
    String stage = timer.stage().label();
    LOG.warn(
        "Dead letter: {}-{} at offset {}, stage {}: {}",
        origin.topic(),
        origin.partition(),
        origin.offset(),
        stage,
        error.toString());
    return ItemPlan.deadLetter(
        DeadLetter.outgoing(
            origin,
            stage,
            error,
            context.taskId().toString(),
            context.applicationId(),
            Instant.ofEpochMilli(context.currentSystemTimeMs()),
            pipeline.config().sizes().deadLetterLimit()),
        stage);
  }
}
