package dev.dateline.schema;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that gives the answers it was told to, whatever a registry would say. */
final class FakeRegistry implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

  FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers a request such as {@code GET /subjects} so from now on. */
  FakeRegistry answer(String request, int status, String body) {
    answers.put(request, exchange -> reply(exchange, status, body));
    return this;
  }

  /** Takes the request and never answers, until closed. */
  FakeRegistry hang(String request) {
    answers.put(request, exchange -> {});
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every request so far, as method and path with query. */
  List<String> requests() {
    return requests;
  }

  /** A header of the last request; null if it had none. */
  String lastHeader(String name) {
    List<String> values = headers.get(headers.size() - 1).get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    exchange.getRequestBody().readAllBytes();
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    requests.add(request);
    int query = request.indexOf('?');
    String bare = query < 0 ? request : request.substring(0, query);
    Answer answer =
        answers.getOrDefault(
            bare, unknown -> reply(unknown, 404, "{\"error_code\":404,\"message\":\"HTTP 404\"}"));
    answer.give(exchange);
  }

  private static void reply(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Answer {
    void give(HttpExchange exchange);
  }
}
