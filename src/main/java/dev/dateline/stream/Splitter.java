package dev.dateline.stream;

import dev.dateline.record.RawArticle;
import dev.dateline.record.RawArticles;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireItemJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the items in a raw record. One that is alone in its record and lies in its own partition
 * goes on to be processed here; every other is sent through the rekeyed topic, which brings it to
 * its own partition.
 */
final class Splitter implements Processor<byte[], RawRecord, Object, Object> {

  private static final Logger LOG = LoggerFactory.getLogger(Splitter.class);

  private final Pipeline pipeline;
  private final String next;
  private final ItemTimer timer;
  private final Serializer<RawArticle> articles;
  private ProcessorContext<Object, Object> context;

  Splitter(Pipeline pipeline, String next) {
    this.pipeline = pipeline;
    this.next = next;
    this.timer = pipeline.timer();
    this.articles = pipeline.serdes().of(RawArticle.class).serializer();
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], RawRecord> record) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    boolean rekeyed = place.topic().equals(pipeline.topics().rekeyed());
    RawRecord raw = record.value();
    Origin origin =
        rekeyed
            ? Origin.ofRekeyed(
                place.topic(),
                place.partition(),
                place.offset(),
                record.key(),
                raw.value(),
                record.headers())
            : Origin.of(
                place.topic(),
                place.partition(),
                place.offset(),
                record.key(),
                raw.value(),
                record.headers());
    Instant received = Instant.ofEpochMilli(record.timestamp());
    Received here = null;
    List<Outgoing> elsewhere = new ArrayList<>();
    try {
      timer.start(Stage.READ);
      if (rekeyed) {
        here = readRekeyed(record, raw, received, origin);
      } else {
        here = split(raw, place.partition(), received, origin, elsewhere);
      }
      timer.check();
    } catch (Exception | StackOverflowError e) {
      if (Failures.isOfInfrastructure(e)) {
        throw Rethrown.of(e);
      }
      here = null;
      elsewhere.clear();
      elsewhere.add(deadLetter(origin, e));
    }
    for (Outgoing outgoing : elsewhere) {
      context.forward(
          new Record<Object, Object>(
              outgoing.key(), outgoing.value(), record.timestamp(), outgoing.headers()),
          outgoing.sink().node());
    }
    if (here != null) {
      context.forward(new Record<Object, Object>(record.key(), here, record.timestamp()), next);
    }
  }

  /** Returns the one item to be processed here, or null; the others are added to elsewhere. */
  private Received split(
      RawRecord raw, int partition, Instant received, Origin origin, List<Outgoing> elsewhere)
      throws WireException, OversizedException {
    List<WireItem> items;
    try {
      items = read(raw, received);
    } catch (WireException e) {
      if (e.items().isEmpty()) {
        throw e;
      }
      // What could be read goes its way; the record is a dead letter for the rest of it.
      for (WireItem item : e.items()) {
        elsewhere.add(measured(alone(item, raw.input(), received, origin)));
      }
      elsewhere.add(deadLetter(origin, e));
      return null;
    }
    if (items.size() > 1) {
      for (WireItem item : items) {
        elsewhere.add(measured(alone(item, raw.input(), received, origin)));
      }
      return null;
    }
    WireItem item = items.get(0);
    String itemId = ItemId.of(item);
    if (ItemPartitioner.partition(itemId, pipeline.partitions()) == partition) {
      return new Received(itemId, item, received, origin);
    }
    elsewhere.add(
        measured(
            new Outgoing(
                Sink.REKEYED, RoutedKey.of(itemId, itemId), raw.value(), origin.carried())));
    return null;
  }

  private Received readRekeyed(
      Record<byte[], RawRecord> record, RawRecord raw, Instant received, Origin origin)
      throws WireException {
    String itemId = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    Header command = record.headers().lastHeader(Received.COMMAND);
    if (command != null && raw.value() == null) {
      String name = new String(command.value(), StandardCharsets.UTF_8);
      if (!name.equals(Received.SUPERSEDED)) {
        throw new WireException("unknown command '" + name + "'");
      }
      return new Received(itemId, null, received, origin);
    }
    WireItem item = single(read(raw, received));
    if (!ItemId.of(item).equals(itemId)) {
      throw new WireException(
          "an item with id " + ItemId.of(item) + " lies under the key " + itemId);
    }
    return new Received(itemId, item, received, origin);
  }

  private List<WireItem> read(RawRecord raw, Instant received) throws WireException {
    if (raw.value() == null) {
      throw new WireException("a record without a value");
    }
    if (raw.input().bytes().length > pipeline.config().sizes().item()) {
      throw new WireException(
          "%d bytes; %s allows %d"
              .formatted(
                  raw.input().bytes().length,
                  DatelineSettings.MAX_ITEM_BYTES,
                  pipeline.config().sizes().item()));
    }
    List<WireItem> items = pipeline.extractor().read(raw.input().withReceived(received));
    if (items.isEmpty()) {
      throw new WireException("no item in it");
    }
    return items;
  }

  private static WireItem single(List<WireItem> items) throws WireException {
    if (items.size() != 1) {
      throw new WireException(items.size() + " items where one was expected");
    }
    return items.get(0);
  }

  /** One of several items as a raw record of its own. */
  private Outgoing alone(WireItem item, WireInput from, Instant received, Origin origin) {
    WireInput input =
        new WireInput(
            WireItemJson.write(item),
            item.source(),
            "application/json",
            WireItemJson.FORMAT,
            from.uri(),
            Map.of());
    byte[] value = articles.serialize(pipeline.topics().rekeyed(), RawArticles.of(input, received));
    String itemId = ItemId.of(item);
    Origin withoutType =
        new Origin(
            origin.topic(),
            origin.partition(),
            origin.offset(),
            origin.key(),
            value,
            withoutContentType(origin));
    return new Outgoing(Sink.REKEYED, RoutedKey.of(itemId, itemId), value, withoutType.carried());
  }

  /** The content type spoke of the whole; with it the split item would be taken for plain bytes. */
  private static RecordHeaders withoutContentType(Origin origin) {
    RecordHeaders headers = new RecordHeaders(origin.headers());
    headers.remove(RawDeserializer.CONTENT_TYPE);
    return headers;
  }

  private Outgoing measured(Outgoing outgoing) throws OversizedException {
    return OversizedException.check(outgoing, pipeline.config().sizes());
  }

  private Outgoing deadLetter(Origin origin, Throwable error) {
    LOG.warn(
        "Dead letter: {}-{} at offset {}: {}",
        origin.topic(),
        origin.partition(),
        origin.offset(),
        error.getMessage());
    pipeline.counters().count("dead.letters." + timer.stage().label());
    return DeadLetter.outgoing(
        origin,
        timer.stage().label(),
        error,
        context.taskId().toString(),
        context.applicationId(),
        Instant.ofEpochMilli(context.currentSystemTimeMs()),
        pipeline.config().sizes().deadLetterLimit());
  }
}
