package dev.dateline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka cluster in this process: KRaft, one node or several, each broker and controller at once,
 * listening on the loopback address.
 *
 * <pre>{@code
 * try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
 *   properties.put("bootstrap.servers", kafka.bootstrapServers());
 *   ...
 * }
 * }</pre>
 *
 * <p>Ports are chosen freely or given. Data is kept in a directory that is given, on which a later
 * cluster can be started again, or in a temporary one that goes when the cluster is closed. A fault
 * of a node never ends the JVM: it is logged and can be asked for ({@link #fault()}).
 *
 * <p>Settings are those of a small cluster: topics are not created by themselves, internal topics
 * have few partitions and as many replicas as there are nodes, up to three. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {

  static final String CLIENT = "CLIENT";
  static final String CONTROLLER = "CONTROLLER";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
  private static final String HOST = "127.0.0.1";
  private static final int MAX_NODES = 9;

  private final CompletableFuture<Throwable> fault = new CompletableFuture<>();
  private final FaultHandler onFault = this::report;
  private final List<KafkaNode> nodes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final BoundSockets[] sockets;
  private final Path directory;
  private final boolean temporary;
  private boolean closed;

  private EmbeddedKafka(Builder builder) throws IOException {
    this.temporary = builder.directory == null;
    this.directory =
        temporary
            ? Files.createTempDirectory("dateline-kafka-")
            : Files.createDirectories(builder.directory).toAbsolutePath();
    this.sockets = new BoundSockets[builder.nodes];
  }

  /** Starts one node on a free port, with data in a temporary directory. */
  public static EmbeddedKafka start() {
    return builder().start();
  }

  /** Returns a builder that describes what {@link #start()} starts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Addresses of all nodes, for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return ports.stream().map(port -> HOST + ":" + port).collect(Collectors.joining(","));
  }

  /** The port of the first node. */
  public int port() {
    return ports.get(0);
  }

  /** The directory that holds the data. */
  public Path directory() {
    return directory;
  }

  /** The first fault that a node reported, empty as long as all is well. */
  public Optional<Throwable> fault() {
    return Optional.ofNullable(fault.getNow(null));
  }

  /** Completes with the first fault that a node reports. */
  public CompletionStage<Throwable> whenFaulty() {
    return fault.minimalCompletionStage();
  }

  /**
   * Stops the cluster and, if its directory is a temporary one, deletes it. Does not throw: what
   * goes wrong is logged. Closing again does nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // Leaving one after the other, the last brokers would wait in vain for a quorum.
    quietly("stop brokers", () -> together(KafkaNode::stopBroker));
    quietly("stop controllers", () -> together(KafkaNode::stopController));
    ExitGuard.leave(onFault);
    for (BoundSockets bound : sockets) {
      if (bound != null) {
        quietly("close sockets", bound::close);
      }
    }
    if (temporary) {
      quietly("delete " + directory, () -> deleteTree(directory));
    }
  }

  private void launch(Builder builder) throws Exception {
    ExitGuard.enter(onFault);
    List<Integer> controllerPorts = new ArrayList<>();
    for (int i = 0; i < builder.nodes; i++) {
      sockets[i] = new BoundSockets();
      ports.add(sockets[i].bind(CLIENT, builder.port == 0 ? 0 : builder.port + i));
      controllerPorts.add(sockets[i].bind(CONTROLLER, 0));
    }
    String clusterId =
        KafkaNode.clusterId(logDirectory(1)).orElseGet(() -> Uuid.randomUuid().toString());
    String voters =
        IntStream.range(0, builder.nodes)
            .mapToObj(i -> (i + 1) + "@" + HOST + ":" + controllerPorts.get(i))
            .collect(Collectors.joining(","));
    for (int i = 0; i < builder.nodes; i++) {
      int id = i + 1;
      Path logs = Files.createDirectories(logDirectory(id));
      KafkaNode.format(logs, id, clusterId);
      Map<String, String> settings = SmallCluster.settings(builder.nodes);
      settings.putAll(builder.settings);
      settings.put("node.id", Integer.toString(id));
      settings.put("process.roles", "broker,controller");
      settings.put("controller.quorum.voters", voters);
      settings.put("controller.listener.names", CONTROLLER);
      settings.put("inter.broker.listener.name", CLIENT);
      settings.put(
          "listener.security.protocol.map", CLIENT + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
      settings.put(
          "listeners",
          "%s://%s:%d,%s://%s:%d"
              .formatted(CLIENT, HOST, ports.get(i), CONTROLLER, HOST, controllerPorts.get(i)));
      settings.put("log.dirs", logs.toString());
      nodes.add(new KafkaNode(settings, sockets[i], onFault));
    }
    together(KafkaNode::startController);
    together(KafkaNode::startBroker);
  }

  private Path logDirectory(int nodeId) {
    return directory.resolve("node-" + nodeId);
  }

  private RuntimeException report(String message, Throwable cause) {
    LOG.error("Embedded Kafka: {}", message, cause);
    RuntimeException problem = new IllegalStateException(message, cause);
    fault.complete(problem);
    return problem;
  }

  /** Does the same on all nodes at once: a quorum of several comes up, and goes, only together. */
  private void together(Consumer<KafkaNode> step) throws Exception {
    if (nodes.isEmpty()) {
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            nodes.size(),
            task -> {
              Thread thread = new Thread(task, "embedded-kafka");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> done = new ArrayList<>();
      for (KafkaNode node : nodes) {
        done.add(threads.submit(() -> step.accept(node)));
      }
      for (Future<?> one : done) {
        one.get(SmallCluster.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "A node did not answer within " + SmallCluster.PATIENCE.toSeconds() + " s", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void quietly(String what, Step step) {
    try {
      step.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("Embedded Kafka could not {}", what, e);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    try {
      Utils.delete(root.toFile());
    } catch (NoSuchFileException e) {
      LOG.debug("{} was gone already", root);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  /** Describes a cluster before it starts. Not thread-safe. */
  public static final class Builder {

    private final Map<String, String> settings = new HashMap<>();
    private int nodes = 1;
    private int port;
    private Path directory;

    private Builder() {}

    /**
     * Sets the number of nodes, 1 unless said otherwise.
     *
     * @throws IllegalArgumentException unless 1 to 9
     */
    public Builder nodes(int count) {
      if (count < 1 || count > MAX_NODES) {
        throw new IllegalArgumentException("nodes must be 1 to " + MAX_NODES + ": " + count);
      }
      this.nodes = count;
      return this;
    }

    /**
     * Sets the port of the first node; the others take those that follow. 0, the default, has each
     * take any free port.
     *
     * @throws IllegalArgumentException if it is no port
     */
    public Builder port(int number) {
      if (number < 0 || number > 65_535) {
        throw new IllegalArgumentException("port must be 0 to 65535: " + number);
      }
      this.port = number;
      return this;
    }

    /**
     * Keeps the data in this directory, created if need be; the next cluster started on it finds
     * it.
     */
    public Builder directory(Path path) {
      this.directory = Objects.requireNonNull(path, "path");
      return this;
    }

    /** Sets a broker setting, by Kafka's own name, over the defaults for a small cluster. */
    public Builder setting(String name, String value) {
      settings.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Starts the cluster and waits until it serves requests.
     *
     * @throws UncheckedIOException if a port is taken or the directory cannot be used
     * @throws IllegalStateException if a node does not come up
     */
    public EmbeddedKafka start() {
      EmbeddedKafka kafka;
      try {
        kafka = new EmbeddedKafka(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      try {
        kafka.launch(this);
        return kafka;
      } catch (IOException e) {
        kafka.close();
        throw new UncheckedIOException(e.getMessage(), e);
      } catch (InterruptedException e) {
        kafka.close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while starting Kafka", e);
      } catch (Exception e) {
        kafka.close();
        throw new IllegalStateException("Kafka did not start: " + e.getMessage(), e);
      }
    }
  }
}
