package dev.dateline.embedded;

import dev.dateline.embedded.registry.EmbeddedRegistry;
import java.nio.file.Path;

/**
 * Kafka and a schema registry together, in this process: what the demo and the tests run against.
 *
 * <pre>{@code
 * try (EmbeddedCluster cluster = EmbeddedCluster.start()) {
 *   settings.put("bootstrap.servers", cluster.bootstrapServers());
 *   settings.put("schema.registry.url", cluster.registryUrl());
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class EmbeddedCluster implements AutoCloseable {

  private final EmbeddedKafka kafka;
  private final EmbeddedRegistry registry;

  private EmbeddedCluster(EmbeddedKafka kafka, EmbeddedRegistry registry) {
    this.kafka = kafka;
    this.registry = registry;
  }

  /** Starts one node and a registry on free ports, with data in a temporary directory. */
  public static EmbeddedCluster start() {
    return start(EmbeddedKafka.builder(), 0);
  }

  /**
   * Starts one node and a registry on given ports, with data in a directory that is kept.
   *
   * @param directory the data, found again by the next cluster started on it
   * @param kafkaPort the port of Kafka, 0 for any that is free
   * @param registryPort the port of the registry, 0 for any that is free
   */
  public static EmbeddedCluster start(Path directory, int kafkaPort, int registryPort) {
    return start(EmbeddedKafka.builder().directory(directory).port(kafkaPort), registryPort);
  }

  /**
   * Starts Kafka as described, and a registry on it.
   *
   * @param kafka the cluster to start
   * @param registryPort the port of the registry, 0 for any that is free
   * @throws java.io.UncheckedIOException if a port is taken or the directory cannot be used
   * @throws IllegalStateException if something else keeps it from starting
   */
  public static EmbeddedCluster start(EmbeddedKafka.Builder kafka, int registryPort) {
    EmbeddedKafka started = kafka.start();
    try {
      return new EmbeddedCluster(
          started, EmbeddedRegistry.start(started.bootstrapServers(), registryPort));
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** Addresses for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** The address for {@code schema.registry.url}. */
  public String registryUrl() {
    return registry.url();
  }

  /** The Kafka part. */
  public EmbeddedKafka kafka() {
    return kafka;
  }

  /** The registry part. */
  public EmbeddedRegistry registry() {
    return registry;
  }

  /** Stops both. */
  @Override
  public void close() {
    registry.close();
    kafka.close();
  }
}
