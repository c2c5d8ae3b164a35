package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherTest {

  private final Fetcher fetcher = fetcher(true, Duration.ofSeconds(20));
  private final CountDownLatch stopped = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/page", exchange -> answer(exchange, 200, "a page"));
    server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(101)));
    server.createContext("/empty", exchange -> answer(exchange, 200, ""));
    server.createContext("/gone", exchange -> answer(exchange, 410, "gone"));
    server.createContext("/moved", exchange -> redirect(exchange, "/page"));
    server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
    server.createContext("/file", exchange -> redirect(exchange, "file:///etc/hostname"));
    server.createContext("/silent", exchange -> awaitStop());
    server.start();
  }

  @AfterEach
  void stop() {
    stopped.countDown();
    server.stop(0);
  }

  @Test
  void fetchesAPageWithItsTypeAndValidators() throws Exception {
    Fetcher.Page page = fetcher.fetch(uri("/page"));

    assertThat(page.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("a page");
    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.headers()).containsEntry("etag", "\"7\"");
  }

  @Test
  void followsRedirectionsAndTellsWhereTheyLed() throws Exception {
    assertThat(fetcher.fetch(uri("/moved")).uri()).isEqualTo(uri("/page"));
  }

  @Test
  void givesUpOnRedirectionsInACircle() {
    assertThatThrownBy(() -> fetcher.fetch(uri("/loop")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("redirections");
  }

  @Test
  void isNotLedAwayFromTheWeb() {
    assertThatThrownBy(() -> fetcher.fetch(uri("/file"))).isInstanceOf(RefusedException.class);
  }

  @Test
  void refusesWhatIsEmptyOrTooLarge() {
    assertThatThrownBy(() -> fetcher.fetch(uri("/empty"))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> fetcher.fetch(uri("/long")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("larger than 100 bytes");
  }

  @Test
  void tellsTheStatusOfAFailure() {
    assertThatThrownBy(() -> fetcher.fetch(uri("/gone")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("410");
  }

  @Test
  void waitsNoLongerThanItIsTold() {
    Fetcher hasty = fetcher(true, Duration.ofMillis(50));

    assertThatThrownBy(() -> hasty.fetch(uri("/silent")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no answer");
  }

  @Test
  void asksNoPrivateAddressUnlessAllowed() {
    Fetcher careful = fetcher(false, Duration.ofSeconds(20));

    assertThatThrownBy(() -> careful.fetch(uri("/page")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not public");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false",
    "10.1.2.3, false",
    "172.16.0.1, false",
    "192.168.0.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "0.0.0.0, false",
    "224.0.0.1, false",
    "::1, false",
    "fd00::1, false",
    "fe80::1, false",
    "::ffff:10.0.0.1, false",
    "203.0.113.7, true",
    "100.128.0.1, true",
    "2001:db8::1, true",
  })
  void knowsWhichAddressesArePublic(String address, boolean isPublic) throws Exception {
    assertThat(Fetcher.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static Fetcher fetcher(boolean allowPrivate, Duration timeout) {
    return new Fetcher(100, timeout, allowPrivate, "test");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().add("ETag", "\"7\"");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void awaitStop() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
