package dev.dateline.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A registry over a log in memory, and a client that speaks to it over HTTP. */
final class TestRegistry implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<byte[][]> log = new ArrayList<>();
  private final RegistryStore store = new RegistryStore();
  private final Javalin server = EmbeddedRegistry.serve(new Registry(store, this::append), 0);

  /** What came back. */
  record Answer(int status, String contentType, JsonNode body) {}

  Answer send(String method, String path, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    try {
      request.method(
          method,
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(
                  body instanceof String text ? text : JSON.writeValueAsString(body)));
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(null),
          JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  /** Registers a schema and returns the answer. */
  Answer register(String subject, String schema) {
    return send(
        "POST",
        "/subjects/" + subject + "/versions",
        JSON.createObjectNode().put("schema", schema));
  }

  /** What another store makes of the same log. */
  RegistryStore replay() {
    RegistryStore other = new RegistryStore();
    for (byte[][] entry : log) {
      try {
        LogFormat.parse(entry[0], entry[1], 0).ifPresent(other::apply);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return other;
  }

  RegistryStore store() {
    return store;
  }

  @Override
  public void close() {
    server.stop();
  }

  private void append(LogEntry entry) {
    byte[][] bytes = {LogFormat.key(entry), LogFormat.value(entry)};
    log.add(bytes);
    try {
      store.apply(LogFormat.parse(bytes[0], bytes[1], 0).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
