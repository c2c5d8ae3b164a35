package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.delivery.Outcome.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPosterTest {

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  private Duration timeout = Duration.ofSeconds(30);

  private Outcome post(URI uri, boolean allowPrivate) throws InterruptedException {
    try (HttpPoster poster = new HttpPoster(uri, timeout, allowPrivate, "test/1")) {
      return poster.post("{}".getBytes(StandardCharsets.UTF_8), Map.of("webhook-id", "a1"));
    }
  }

  private Outcome post() throws InterruptedException {
    return post(receiver.uri(), true);
  }

  @Test
  void postsJsonWithHeaders() throws Exception {
    assertThat(post()).isEqualTo(Outcome.DELIVERED);
    assertThat(receiver.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.body()).isEqualTo("{}");
              assertThat(request.headers())
                  .containsEntry("content-type", "application/json; charset=UTF-8")
                  .containsEntry("user-agent", "test/1")
                  .containsEntry("webhook-id", "a1");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "202, DELIVERED",
    "400, REFUSED",
    "410, REFUSED",
    "413, REFUSED",
    "401, FAILED",
    "404, FAILED",
    "429, FAILED",
    "500, FAILED",
    "503, FAILED",
    "304, FAILED"
  })
  void aStatusSaysWhetherToTryAgain(int status, Kind kind) throws Exception {
    receiver.answer(Receiver.status(status));
    assertThat(post().kind()).isEqualTo(kind);
  }

  @Test
  void waitsAsLongAsItIsAsked() throws Exception {
    receiver.answer(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          exchange.sendResponseHeaders(429, -1);
        });
    assertThat(post().pause()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aServerThatHangsIsGivenUp() throws Exception {
    timeout = Duration.ofMillis(400);
    receiver.answer(receiver.hang());
    assertThat(post()).isEqualTo(Outcome.failed("no answer within 400 ms"));
  }

  @Test
  void aServerThatDripsItsAnswerDoesNotHoldUs() throws Exception {
    receiver.answer(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          receiver.hang().to(exchange);
        });
    assertThat(post()).isEqualTo(Outcome.DELIVERED);
  }

  @Test
  void aServerThatIsNotThereMayComeBack() throws Exception {
    URI uri = receiver.uri();
    receiver.close();
    Outcome outcome = post(uri, true);
    assertThat(outcome.kind()).isEqualTo(Kind.FAILED);
    assertThat(outcome.reason()).isNotBlank().doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"})
  void addressesThatAreNotPublicAreRefused(String host) throws Exception {
    Outcome outcome = post(URI.create("http://" + host + ":" + receiver.uri().getPort()), false);
    assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
    assertThat(outcome.reason()).contains("not public");
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void redirectionsAreNotFollowed() throws Exception {
    receiver.answer(
        exchange -> {
          exchange
              .getResponseHeaders()
              .add("Location", receiver.uri().resolve("/inside").toString());
          exchange.sendResponseHeaders(307, -1);
        });
    assertThat(post().reason()).contains("redirections are not followed");
    assertThat(receiver.requests()).hasSize(1);
  }
}
