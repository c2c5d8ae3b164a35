package dev.dateline.embedded.registry;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;

/**
 * A schema registry in this process, on a Kafka cluster that may be anywhere.
 *
 * <p>It listens on the loopback address and keeps its schemas in a topic of the cluster, from which
 * the next one started there has them again. See the package for what it answers. Thread-safe.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  /** Where Confluent's registry keeps its schemas unless told otherwise. */
  public static final String TOPIC = "_schemas";

  private static final String HOST = "127.0.0.1";

  private final RegistryLog log;
  private final Javalin server;

  private EmbeddedRegistry(RegistryLog log, Javalin server) {
    this.log = log;
    this.server = server;
  }

  /**
   * Starts a registry; it has read all schemas and serves requests when this returns.
   *
   * @param bootstrapServers the cluster that keeps the schemas
   * @param port the port to listen on, 0 for any that is free
   * @throws UncheckedIOException if the cluster does not answer
   * @throws IllegalStateException if the port is taken
   */
  public static EmbeddedRegistry start(String bootstrapServers, int port) {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    RegistryStore store = new RegistryStore();
    RegistryLog log;
    try {
      log = RegistryLog.open(bootstrapServers, TOPIC, store::apply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return new EmbeddedRegistry(log, serve(new Registry(store, log::append), port));
    } catch (RuntimeException e) {
      log.close();
      throw new IllegalStateException(
          "Cannot listen on " + HOST + ":" + port + ": " + e.getMessage(), e);
    }
  }

  /** The address, for {@code schema.registry.url}. */
  public String url() {
    return "http://" + HOST + ":" + server.port();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Stops serving; the schemas stay in their topic. */
  @Override
  public void close() {
    server.stop();
    log.close();
  }

  static Javalin serve(Registry registry, int port) {
    Consumer<JavalinConfig> settings =
        config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false;
          config.http.prefer405over404 = true;
          // A subject may contain a slash, which clients send encoded.
          config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
          config.jetty.modifyServletContextHandler(
              handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
          new RegistryHttp(registry).route(config.routes);
        };
    return Javalin.create(settings).start(HOST, port);
  }
}
