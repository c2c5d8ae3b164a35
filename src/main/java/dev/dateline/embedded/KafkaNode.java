package dev.dateline.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * One KRaft node in the combined role of broker and controller.
 *
 * <p>It is put together from the parts that {@link KafkaRaftServer} consists of, and not by that
 * class itself, for two reasons: the fault handlers of {@code KafkaRaftServer} end the process, and
 * in a quorum of several nodes every controller must be started before the first broker is.
 */
final class KafkaNode {

  private final SharedServer shared;
  private final ControllerServer controller;
  private final BrokerServer broker;

  /**
   * Creates a node on a formatted directory; nothing runs yet.
   *
   * @param settings the node's whole {@code server.properties}
   * @param sockets the sockets of its listeners
   * @param onFault told of every fault
   */
  KafkaNode(Map<String, String> settings, BoundSockets sockets, FaultHandler onFault) {
    KafkaConfig config = new KafkaConfig(settings, false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage =
        KafkaRaftServer.initializeLogDirs(
            config, LoggerFactory.getLogger(KafkaNode.class), "[node " + config.nodeId() + "] ");
    QuorumConfig quorum = config.quorumConfig();
    this.shared =
        new SharedServer(
            config,
            storage._1(),
            Time.SYSTEM,
            new Metrics(),
            CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
            QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
            (name, fatal, action) ->
                (message, cause) -> {
                  action.run();
                  return onFault.handleFault(name + ": " + message, cause);
                },
            sockets);
    this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
    this.broker = new BrokerServer(shared);
  }

  /**
   * Prepares an empty directory; leaves one that was prepared before as it is.
   *
   * @param directory the node's log directory
   * @param nodeId the node's id
   * @param clusterId id of the cluster
   * @throws IOException if the directory cannot be written or belongs to another node or cluster
   */
  static void format(Path directory, int nodeId, String clusterId) throws IOException {
    try (PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setIgnoreFormatted(true)
          .setNodeId(nodeId)
          .setClusterId(clusterId)
          .setControllerListenerName(EmbeddedKafka.CONTROLLER)
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("Cannot format " + directory + ": " + e.getMessage(), e);
    }
  }

  /** The id of the cluster that a directory belongs to; empty if it was never formatted. */
  static Optional<String> clusterId(Path directory) throws IOException {
    return new MetaPropertiesEnsemble.Loader()
        .addLogDirs(List.of(directory.toString()))
        .load()
        .clusterId();
  }

  void startController() {
    controller.startup();
  }

  /** Starts the broker and waits until it is registered and serves requests. */
  void startBroker() {
    broker.startup();
  }

  void stopBroker() {
    broker.shutdown();
  }

  void stopController() {
    controller.shutdown();
    Utils.closeQuietly(shared.metrics(), "metrics");
  }
}
