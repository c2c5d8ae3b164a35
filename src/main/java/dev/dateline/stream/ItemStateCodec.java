package dev.dateline.stream;

import dev.dateline.life.ItemState;
import dev.dateline.life.RecordId;
import dev.dateline.life.Status;
import dev.dateline.life.Version;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The form in which the state of an item is stored. The first byte names the layout, so that a
 * later Dateline can still read it. Keys that begin with the item's own id are kept without it.
 * Pure; thread-safe.
 */
final class ItemStateCodec {

  private static final int LAYOUT = 1;
  private static final String OWN = "\u0001";

  private ItemStateCodec() {}

  static byte[] write(String itemId, ItemState state) {
    BinaryWriter out = new BinaryWriter();
    out.number(LAYOUT)
        .time(state.version().created())
        .text(state.version().number())
        .time(state.version().arrival())
        .text(state.status().name())
        .number(state.content())
        .text(state.producer())
        .time(state.heldUntil())
        .time(state.touched());
    out.number(state.records().size());
    state
        .records()
        .forEach(
            (id, digest) ->
                out.text(id.kind().name()).text(shortened(itemId, id.key())).number(digest));
    out.number(state.alerts().size());
    state.alerts().forEach((alert, rule) -> out.text(alert).text(rule));
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws SerializationException where it is no such thing
   */
  static ItemState read(String itemId, byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    int layout = in.number();
    if (layout != LAYOUT) {
      throw new SerializationException("state of an item in unknown layout " + layout);
    }
    try {
      Version version = new Version(in.time(), in.text(), in.time());
      Status status = Status.valueOf(in.text());
      long content = in.longNumber();
      String producer = in.text();
      var heldUntil = in.time();
      var touched = in.time();
      Map<RecordId, Long> records = new TreeMap<>();
      for (int left = in.count(); left > 0; left--) {
        RecordId id = new RecordId(RecordId.Kind.valueOf(in.text()), whole(itemId, in.text()));
        records.put(id, in.longNumber());
      }
      Map<String, String> alerts = new TreeMap<>();
      for (int left = in.count(); left > 0; left--) {
        alerts.put(in.text(), in.text());
      }
      return new ItemState(version, status, content, producer, records, alerts, heldUntil, touched);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw BinaryReader.damaged(e);
    }
  }

  private static String shortened(String itemId, String key) {
    return key.startsWith(itemId) ? OWN + key.substring(itemId.length()) : key;
  }

  private static String whole(String itemId, String key) {
    return key.startsWith(OWN) ? itemId + key.substring(OWN.length()) : key;
  }
}
