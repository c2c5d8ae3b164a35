package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * How to reach Kafka and the registry, for every command that does. Settings come from {@code
 * --config}, over it the environment, over it {@code --command-config}, {@code --command-property}
 * and the flags of their own.
 */
final class KafkaOptions {

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Kafka's brokers (default: localhost:9092).")
  private String bootstrapServer;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description = "The schema registry (default: http://localhost:8081).")
  private String schemaRegistry;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties file with settings of Dateline, Kafka and the registry.")
  private Path config;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description = "Properties file with client settings, as Kafka's own tools take it.")
  private Path commandConfig;

  @Option(
      names = "--command-property",
      paramLabel = "NAME=VALUE",
      description = "A setting of Dateline, Kafka or the registry. May be repeated.")
  private Map<String, String> properties = new LinkedHashMap<>();

  /**
   * The settings in force.
   *
   * @throws org.apache.kafka.common.config.ConfigException where they make no sense
   */
  DatelineConfig config() {
    return builder().build();
  }

  /** The settings so far, for commands that add some of their own. */
  DatelineConfig.Builder builder() {
    DatelineConfig.Builder builder = DatelineConfig.builder();
    if (config != null) {
      builder.file(config);
    }
    builder.environment(System.getenv());
    if (commandConfig != null) {
      builder.file(commandConfig);
    }
    properties.forEach(builder::flag);
    if (bootstrapServer != null) {
      builder.flag(DatelineConfig.BOOTSTRAP_SERVERS, bootstrapServer);
    }
    if (schemaRegistry != null) {
      builder.flag(DatelineConfig.SCHEMA_REGISTRY_URL, schemaRegistry);
    }
    return builder;
  }
}
