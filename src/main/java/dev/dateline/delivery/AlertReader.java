package dev.dateline.delivery;

import dev.dateline.record.Alert;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the alerts that a sink takes. */
final class AlertReader {

  private final Deserializer<Alert> values;
  private final Route route;

  AlertReader(Deserializer<Alert> values, Route route) {
    this.values = values;
    this.route = route;
  }

  /**
   * The alert of a record; null where the sink does not take it.
   *
   * @throws dev.dateline.schema.UndecodableException where it is none
   * @throws dev.dateline.schema.RegistryException where that cannot be told now
   */
  Alert read(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return null;
    }
    Alert alert = values.deserialize(record.topic(), record.value());
    return route.takes(alert) ? alert : null;
  }
}
