package dev.dateline.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts everything that comes from an item, tombstones included, into the item's partition: murmur2
 * of the item id, as Kafka's own default does with a key of that text.
 */
public final class ItemPartitioner {

  private ItemPartitioner() {}

  /** The partition of an item among {@code partitions}. */
  public static int partition(String itemId, int partitions) {
    byte[] bytes = itemId.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }

  static <V> StreamPartitioner<RoutedKey, V> byRoute() {
    return (topic, key, value, partitions) ->
        key == null || key.route() == null
            ? Optional.empty()
            : Optional.of(Set.of(partition(key.route(), partitions)));
  }
}
