package dev.dateline.cli;

import dev.dateline.delivery.Delivery;
import dev.dateline.delivery.DeliverySettings;
import dev.dateline.schema.Schemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.DatelineSettings;
import dev.dateline.stream.Durations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigException;

/** Makes the delivery of alerts out of the settings. */
final class Deliveries {

  private static final int MOST_BYTES = 1 << 20;

  private Deliveries() {}

  /**
   * The sinks that the settings name, or null where they name no file.
   *
   * @throws ConfigException where the file cannot be read, or makes no sense
   */
  static DeliverySettings settings(DatelineConfig config) {
    Path file = config.deliveryFile();
    if (file == null) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String yaml = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return DeliverySettings.read(
          yaml, System::getenv, Durations::parse, VersionProvider.producer());
    } catch (IOException e) {
      throw new ConfigException(
          DatelineSettings.DELIVERY_FILE, file, "it cannot be read: " + Failures.reason(e));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(DatelineSettings.DELIVERY_FILE, file, e.getMessage());
    }
  }

  static Delivery start(DeliverySettings sinks, DatelineConfig config, Schemas schemas) {
    Delivery.Source source =
        new Delivery.Source(
            config.topics().alerts(),
            config.topics().deadLetters(),
            config.applicationId(),
            config.consumer());
    return Delivery.start(sinks, source, Producers.ofBytes(config), schemas);
  }
}
