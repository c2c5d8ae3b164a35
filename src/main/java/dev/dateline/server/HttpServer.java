package dev.dateline.server;

import dev.dateline.schema.Schemas;
import dev.dateline.stream.DatelineConfig;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP: health, metrics, server-sent events, feeds and the console page. Nothing here changes
 * anything. Thread-safe.
 *
 * <p>Bound to loopback it answers only those who call it by a loopback name, so that no page on the
 * web can have a browser read from it under a name of its own.
 */
public final class HttpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final long MAX_REQUEST_BYTES = 64 << 10;

  /** Everything the page needs comes from here, and nothing that a wire item says can run. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Javalin javalin;
  private final EventHandler events;
  private final String host;

  private HttpServer(Javalin javalin, EventHandler events, String host) {
    this.javalin = javalin;
    this.events = events;
    this.host = host;
  }

  /**
   * Starts on the host and port that the settings say.
   *
   * @param config the settings
   * @param schemas the schema registry; left open
   * @param health tells how the process is
   * @param metrics the metrics to show; left open
   * @throws UncheckedIOException where it cannot listen there; says which settings to change
   */
  public static HttpServer start(
      DatelineConfig config, Schemas schemas, Health health, Metrics metrics) {
    EventHandler events = new EventHandler(config, schemas, Clock.systemUTC());
    metrics.gauge("dateline.http.event.clients", "Clients of the event API", events::clients);
    FeedHandler feeds = new FeedHandler(config, schemas, Clock.systemUTC());
    String host = config.httpHost();
    boolean loopback = isLoopback(host);
    Javalin javalin =
        Javalin.create(
            javalinConfig -> {
              javalinConfig.startup.showJavalinBanner = false;
              javalinConfig.http.compressionStrategy = CompressionStrategy.NONE;
              javalinConfig.http.maxRequestSize = MAX_REQUEST_BYTES;
              javalinConfig.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              javalinConfig.routes.before(context -> guard(context, loopback));
              javalinConfig.routes.get("/health/live", c -> answer(c, health.isLive(), health));
              javalinConfig.routes.get("/health/ready", c -> answer(c, health.isReady(), health));
              javalinConfig.routes.get(
                  "/metrics",
                  c ->
                      c.contentType("text/plain; version=0.0.4; charset=utf-8")
                          .result(metrics.scrape()));
              javalinConfig.routes.get("/api/v1/{what}", events);
              javalinConfig.routes.get("/feeds/{file}", feeds);
              page(javalinConfig.routes, "/", "console.html", "text/html");
              page(javalinConfig.routes, "/console.js", "console.js", "text/javascript");
              page(javalinConfig.routes, "/console.css", "console.css", "text/css");
              javalinConfig.routes.exception(
                  HttpResponseException.class,
                  (e, c) -> c.status(e.getStatus()).json(Map.of("error", e.getMessage())));
              javalinConfig.routes.exception(
                  Exception.class,
                  (e, c) -> {
                    LOG.warn("{} failed", c.path(), e);
                    c.status(500).json(Map.of("error", "this failed here; the log says how"));
                  });
            });
    try {
      javalin.start(host, config.httpPort());
    } catch (JavalinException e) {
      throw new UncheckedIOException(
          "cannot serve HTTP on %s port %d (dateline.http.host, dateline.http.port): %s"
              .formatted(host, config.httpPort(), rootMessage(e)),
          new IOException(e));
    }
    return new HttpServer(javalin, events, host);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Where the console page is. */
  public String url() {
    String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port() + "/";
  }

  @Override
  public void close() {
    events.close();
    javalin.stop();
  }

  private static void guard(Context context, boolean loopback) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    String called = context.host();
    if (loopback && (called == null || !LOOPBACK_NAMES.contains(withoutPort(called)))) {
      throw new ForbiddenResponse("this is bound to loopback and answers to localhost only");
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d+$", "");
  }

  private static void answer(Context context, boolean good, Health health) {
    context
        .status(good ? 200 : 503)
        .json(Map.of("status", good ? "UP" : "DOWN", "state", health.state()));
  }

  private static void page(RoutesConfig routes, String path, String resource, String type) {
    String content = read(resource);
    routes.get(path, c -> c.contentType(type + "; charset=utf-8").result(content));
  }

  private static String read(String resource) {
    try (InputStream in = HttpServer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // binding to it will say what is wrong
    }
  }
}
