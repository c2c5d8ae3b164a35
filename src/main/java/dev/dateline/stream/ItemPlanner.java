package dev.dateline.stream;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.life.Changes;
import dev.dateline.life.Decision;
import dev.dateline.life.Decision.Hold;
import dev.dateline.life.Decision.Ignore;
import dev.dateline.life.Decision.Publish;
import dev.dateline.life.Decision.Withdraw;
import dev.dateline.life.Incoming;
import dev.dateline.life.ItemLife;
import dev.dateline.life.ItemState;
import dev.dateline.life.RecordId;
import dev.dateline.life.Sketch;
import dev.dateline.life.Version;
import dev.dateline.record.ItemRef;
import dev.dateline.record.Records;
import dev.dateline.stream.DerivedRecords.Derived;
import dev.dateline.wire.ContentDigest;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.PubStatus;
import dev.dateline.wire.WireItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/**
 * Works out what processing an item changes, without changing anything: life decides, the enricher
 * and the rules find, everything is serialised and measured. One for each task; not thread-safe.
 */
final class ItemPlanner {

  static final String ITEM_ID = "dateline.item.id";
  static final String ITEM_VERSION = "dateline.item.version";
  static final String REASON = "dateline.reason";

  private final Pipeline pipeline;
  private final DerivedRecords derivedRecords;
  private final AlertRecords alertRecords;

  ItemPlanner(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.derivedRecords = new DerivedRecords(pipeline.topics(), pipeline.serdes());
    this.alertRecords = new AlertRecords(pipeline.topics(), pipeline.serdes());
  }

  /**
   * What a version of an item changes.
   *
   * @param received the item; also one that was held, when it is released
   * @param before what is remembered of it, or null
   * @param now the time
   * @param timer started
   */
  ItemPlan plan(Received received, ItemState before, Instant now, ItemTimer timer)
      throws Exception {
    if (received.isSuperseded()) {
      return supersede(received, before, now);
    }
    Extractor extractor = pipeline.extractor().snapshot();
    Incoming incoming = incoming(received, extractor.producer());
    Decision decision = ItemLife.decide(before, incoming, now);
    if (decision instanceof Publish publish) {
      return publish(received, before, incoming, publish, extractor, now, timer);
    }
    if (decision instanceof Hold hold) {
      return withdrawn(
          received, before, hold.changes(), List.of(), hold.until(), now, "items.held");
    }
    if (decision instanceof Withdraw withdraw) {
      return withdrawn(
          received,
          before,
          withdraw.changes(),
          predecessors(received),
          null,
          now,
          "items.withdrawn");
    }
    Ignore ignore = (Ignore) decision;
    String why = ignore.why().name().toLowerCase(Locale.ROOT);
    return new ItemPlan(
        List.of(),
        null,
        ItemStateCodec.write(received.itemId(), ignore.next()),
        null,
        null,
        null,
        "items.ignored." + why);
  }

  private ItemPlan publish(
      Received received,
      ItemState before,
      Incoming incoming,
      Publish publish,
      Extractor extractor,
      Instant now,
      ItemTimer timer)
      throws Exception {
    timer.next(Stage.ENRICH);
    EnrichedItem enriched = extractor.enrich(received.item());
    timer.next(Stage.MATCH);
    Map<String, AlertRecords.Found> matches =
        AlertRecords.byMatchId(
            received.itemId(),
            received.received(),
            pipeline.rules().match(enriched),
            pipeline.rules()::rule);
    Map<String, String> standing =
        AlertRecords.standing(
            matches, before == null ? Map.of() : before.alerts(), pipeline.rules()::rule);
    timer.next(Stage.ENCODE);
    Records records = new Records(extractor.producer());
    Map<RecordId, Derived> derived = derivedRecords.of(records, enriched, received.received());
    Changes changes =
        ItemLife.publish(
            before, incoming, publish.reason(), DerivedRecords.digests(derived), standing, now);
    ItemRef item = records.itemRef(enriched, received.received());
    List<Outgoing> outgoing = tombstones(received, changes);
    for (RecordId id : changes.send()) {
      outgoing.add(
          Outgoing.of(
              Sink.of(id.kind()),
              RoutedKey.of(received.itemId(), id.key()),
              derived.get(id).bytes()));
    }
    outgoing.addAll(predecessors(received));
    List<Outgoing> alerts = retractions(item, changes, now);
    for (String alertId : changes.fire()) {
      alerts.add(alertRecords.matched(alertId, matches.get(alertId), item, now));
    }
    StoryEvent story =
        StoryEvent.current(
            received.itemId(), received.item().source(), Sketch.of(enriched), alerts);
    ItemPlan plan =
        plan(received, before, changes.next(), outgoing, story, null, "items.published");
    timer.check();
    return plan;
  }

  private ItemPlan supersede(Received received, ItemState before, Instant now)
      throws OversizedException {
    Changes changes = ItemLife.supersede(before, received.supersededBy(), now);
    if (changes == null) {
      return new ItemPlan(List.of(), null, null, null, null, null, "items.ignored.older");
    }
    return withdrawn(received, before, changes, List.of(), null, now, "items.superseded");
  }

  /** Nothing new is sent but word to other items; what is out, if anything, may be withdrawn. */
  private ItemPlan withdrawn(
      Received received,
      ItemState before,
      Changes changes,
      List<Outgoing> words,
      Instant holdUntil,
      Instant now,
      String count)
      throws OversizedException {
    ItemRef item = alertRecords.itemRef(received, pipeline.extractor().producer());
    List<Outgoing> tombstones = tombstones(received, changes);
    StoryEvent story =
        tombstones.isEmpty()
            ? null
            : StoryEvent.gone(
                received.itemId(),
                item.getSource(),
                tombstones.get(0).headers(),
                retractions(item, changes, now));
    List<Outgoing> outgoing = new ArrayList<>(tombstones);
    outgoing.addAll(words);
    return plan(received, before, changes.next(), outgoing, story, holdUntil, count);
  }

  private ItemPlan plan(
      Received received,
      ItemState before,
      ItemState next,
      List<Outgoing> outgoing,
      StoryEvent story,
      Instant holdUntil,
      String count)
      throws OversizedException {
    Sizes sizes = pipeline.config().sizes();
    for (Outgoing one : outgoing) {
      OversizedException.check(one, sizes);
    }
    for (Outgoing match : story == null ? List.<Outgoing>of() : story.matches()) {
      OversizedException.check(match, sizes);
    }
    byte[] state = ItemStateCodec.write(received.itemId(), next);
    OversizedException.check("the state of the item", state.length, sizes);
    Bytes release =
        before == null || before.heldUntil() == null
            ? null
            : HeldItem.key(before.heldUntil(), received.itemId());
    Bytes hold = null;
    byte[] held = null;
    if (holdUntil != null) {
      hold = HeldItem.key(holdUntil, received.itemId());
      held =
          new HeldItem(received.itemId(), received.received().toEpochMilli(), received.origin())
              .write();
      OversizedException.check("the store of held items", held.length, sizes);
    }
    return new ItemPlan(outgoing, story, state, release, hold, held, count);
  }

  private static List<Outgoing> tombstones(Received received, Changes changes) {
    List<Outgoing> tombstones = new ArrayList<>();
    String version = received.isSuperseded() ? null : received.item().version();
    for (RecordId id : changes.withdraw()) {
      tombstones.add(
          Outgoing.of(Sink.of(id.kind()), RoutedKey.of(received.itemId(), id.key()), null)
              .with(ITEM_ID, received.itemId())
              .with(ITEM_VERSION, version)
              .with(REASON, changes.reason().name()));
    }
    return tombstones;
  }

  private List<Outgoing> retractions(ItemRef item, Changes changes, Instant now) {
    List<Outgoing> retractions = new ArrayList<>();
    changes
        .retract()
        .forEach(
            (alertId, ruleId) ->
                retractions.add(
                    alertRecords.withdrawn(alertId, ruleId, item, changes.reason().name(), now)));
    return retractions;
  }

  /** Word to the items that this one replaces, each in its own partition. */
  private static List<Outgoing> predecessors(Received received) {
    List<Outgoing> words = new ArrayList<>();
    WireItem item = received.item();
    for (String id : item.supersedes()) {
      String old = ItemId.of(item.source(), id);
      if (!old.equals(received.itemId())) {
        words.add(
            Outgoing.of(Sink.REKEYED, RoutedKey.of(old, old), null)
                .with(Received.COMMAND, Received.SUPERSEDED)
                .with(Received.BY, received.itemId())
                .with(Received.BY_CREATED, text(item.versionCreated())));
      }
    }
    return words;
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }

  private static Incoming incoming(Received received, String producer) {
    WireItem item = received.item();
    return new Incoming(
        new Version(item.versionCreated(), item.version(), received.received()),
        usage(item.pubStatus()),
        item.embargo(),
        ContentDigest.of(item),
        producer);
  }

  private static Incoming.Usage usage(PubStatus status) {
    return switch (status) {
      case USABLE -> Incoming.Usage.USABLE;
      case WITHHELD -> Incoming.Usage.WITHHELD;
      case CANCELED -> Incoming.Usage.CANCELED;
    };
  }
}
