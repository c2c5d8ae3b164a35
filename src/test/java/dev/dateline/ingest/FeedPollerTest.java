package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dateline.ingest.FeedPoller.Outcome;
import dev.dateline.wire.ItemId;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireReaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds and pages from a server on this machine. */
class FeedPollerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  private final Map<String, Answer> site = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<WireInput> published = new CopyOnWriteArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private boolean clusterIsAway;
  private HttpServer server;
  private FeedJournal journal;

  private record Answer(int status, String type, String body, Map<String, String> headers) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    journal = FeedJournal.open(folder.resolve("journal"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(0);
    journal.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    Answer answer = site.getOrDefault(path, new Answer(404, "text/plain", "no", Map.of()));
    String etag = answer.headers().get("ETag");
    boolean known =
        etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        known ? 304 : answer.status(), known || body.length == 0 ? -1 : body.length);
    if (!known) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void feed(String path, String etag, String... entries) {
    String rss =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Coast</title>"
            + String.join("", entries)
            + "</channel></rss>";
    site.put(path, new Answer(200, "application/rss+xml", rss, Map.of("ETag", etag)));
  }

  private String entry(String id, String title, String summary) {
    return "<item><guid>%s</guid><link>%s</link><title>%s</title><description>%s</description>"
            .formatted(id, uri("/" + id), title, summary)
        + "<category>Ferries</category><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>";
  }

  private void page(String path, String... paragraphs) {
    String html =
        "<!DOCTYPE html><html lang=\"en\"><head><title>Page title</title></head><body><article>"
            + "<h1>Gales keep the ferries in port</h1><p>"
            + String.join("</p><p>", paragraphs)
            + "</p></article></body></html>";
    site.put(path, new Answer(200, "text/html; charset=utf-8", html, Map.of()));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private Feed at(String path) {
    return Feed.of(uri(path), "coast");
  }

  private FeedPoller poller(boolean withPages) {
    return poller(withPages, true);
  }

  private FeedPoller poller(boolean withPages, boolean allowPrivate) {
    Fetcher fetcher = new Fetcher(1 << 16, Duration.ofSeconds(20), allowPrivate, "dateline/test");
    Pace pace = new Pace(() -> 0, nanos -> waits.add(Duration.ofNanos(nanos)));
    Manners manners =
        new Manners(fetcher, "dateline", Duration.ofSeconds(1), pace, Clock.systemUTC());
    return new FeedPoller(fetcher, manners, journal, this::publish, withPages);
  }

  private CompletableFuture<Void> publish(WireInput input) {
    if (clusterIsAway) {
      return CompletableFuture.failedFuture(new IOException("no brokers"));
    }
    published.add(input);
    return CompletableFuture.completedFuture(null);
  }

  private void restart() throws IOException {
    journal.close();
    journal = FeedJournal.open(folder.resolve("journal"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private List<WireItem> items() throws Exception {
    List<WireItem> items = new ArrayList<>();
    for (WireInput input : published) {
      items.addAll(WireReaders.standard().read(input));
    }
    published.clear();
    return items;
  }

  @Test
  void newItemsArePublishedOnceTheOldestFirst() throws Exception {
    feed("/feed", "1", entry("b", "Second", "New."), entry("a", "First", "Old."));
    Outcome outcome = poller(false).poll(at("/feed"));
    assertThat(outcome).isEqualTo(new Outcome(2, List.of(), null, false, null));
    assertThat(items()).extracting(ItemId::of).containsExactly("coast:a", "coast:b");
    assertThat(poller(false).poll(at("/feed")).published()).isZero();
    assertThat(published).isEmpty();
  }

  @Test
  void afterARestartNothingIsPublishedAgain() throws Exception {
    feed("/feed", "1", entry("a", "First", "Old."));
    poller(false).poll(at("/feed"));
    published.clear();
    restart();
    feed("/feed", "2", entry("b", "Second", "New."), entry("a", "First", "Old."));
    assertThat(poller(false).poll(at("/feed")).published()).isEqualTo(1);
    assertThat(items()).extracting(ItemId::of).containsExactly("coast:b");
  }

  @Test
  void aChangedItemIsPublishedAgainAndSoIsItsWayBack() throws Exception {
    feed("/feed", "1", entry("a", "First", "Two boats."));
    poller(false).poll(at("/feed"));
    feed("/feed", "2", entry("a", "First", "Three boats."));
    assertThat(poller(false).poll(at("/feed")).published()).isEqualTo(1);
    feed("/feed", "3", entry("a", "First", "Two boats."));
    assertThat(poller(false).poll(at("/feed")).published()).isEqualTo(1);
  }

  @Test
  void anItemInTwoFeedsOfASourceIsPublishedOnce() throws Exception {
    feed("/world", "1", entry("a", "First", "Old."));
    feed("/home", "1", entry("a", "First", "Old."));
    poller(false).poll(at("/world"));
    assertThat(poller(false).poll(at("/home")).published()).isZero();
    feed("/home", "2", entry("a", "First", "In short."));
    assertThat(poller(false).poll(at("/home")).published()).isEqualTo(1);
    feed("/world", "2", entry("a", "First", "Old."));
    assertThat(poller(false).poll(at("/world")).published()).as("no back and forth").isZero();
  }

  @Test
  void whatTheClusterDoesNotTakeIsTriedAgain() throws Exception {
    feed("/feed", "1", entry("a", "First", "Old."));
    clusterIsAway = true;
    assertThat(poller(false).poll(at("/feed")).failure()).contains("no brokers");
    clusterIsAway = false;
    assertThat(poller(false).poll(at("/feed")).published()).isEqualTo(1);
  }

  @Test
  void whatIsNoFeedOrNotThereIsSaid() throws Exception {
    site.put("/page", new Answer(200, "text/html", "<html><p>Hello</p></html>", Map.of()));
    site.put("/gone", new Answer(410, "text/plain", "gone", Map.of()));
    site.put("/busy", new Answer(429, "text/plain", "later", Map.of("Retry-After", "90")));
    assertThat(poller(false).poll(at("/page")).failure()).contains("feed");
    assertThat(poller(false).poll(at("/none")).failure()).contains("404");
    assertThat(poller(false).poll(at("/gone")).gone()).isTrue();
    assertThat(poller(false).poll(at("/busy")).retryAfter()).isEqualTo("90");
    assertThat(poller(false, false).poll(at("/page")).failure()).contains("not public");
    assertThat(published).isEmpty();
  }

  @Test
  void ofAFeedThatIsCutShortTheRestIsReadNextTime() throws Exception {
    String whole = "<rss><channel><title>Coast</title>" + entry("a", "First", "Old.");
    site.put("/feed", new Answer(200, "text/xml", whole, Map.of("ETag", "1")));
    Outcome outcome = poller(false).poll(at("/feed"));
    assertThat(outcome.published()).isEqualTo(1);
    assertThat(outcome.failure()).contains("cut short");
    feed("/feed", "1", entry("b", "Second", "New."), entry("a", "First", "Old."));
    assertThat(poller(false).poll(at("/feed")).published()).isEqualTo(1);
  }

  @Test
  void aPageIsPublishedAsItCameWithWhatItsFeedSays() throws Exception {
    feed("/feed", "1", entry("a", "Feed title", "In short."));
    page(
        "/a",
        "The ferries between the islands stay in port, the harbour office said on Sunday.",
        "\"No boat leaves before the gale has gone by,\" harbour master Ana Brook said.");
    assertThat(poller(true).poll(at("/feed")).notes()).isEmpty();
    assertThat(published.get(0).bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(site.get("/a").body());
    WireItem item = items().get(0);
    assertThat(ItemId.of(item)).isEqualTo("coast:a");
    assertThat(item.headline()).isEqualTo("Gales keep the ferries in port");
    assertThat(item.body()).anyMatch(block -> block.text().contains("harbour master Ana Brook"));
    assertThat(item.versionCreated()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(item.subjects()).anyMatch(subject -> subject.name().equals("Ferries"));
  }

  @Test
  void wherePagesAreNotForRobotsOrNotThereTheFeedsOwnWordsArePublished() throws Exception {
    site.put(
        "/robots.txt",
        new Answer(
            200, "text/plain", "User-agent: *\nDisallow: /members\nCrawl-delay: 7\n", Map.of()));
    feed(
        "/feed",
        "1",
        entry("members/a", "Closed", "For members."),
        entry("missing", "Missing", "Not there."));
    Outcome outcome = poller(true).poll(at("/feed"));
    assertThat(outcome.published()).isEqualTo(2);
    assertThat(outcome.failure()).isNull();
    assertThat(outcome.notes()).hasSize(2);
    assertThat(outcome.notes()).anyMatch(note -> note.contains("robots.txt"));
    assertThat(outcome.notes()).anyMatch(note -> note.contains("404"));
    assertThat(requests).doesNotContain("/members/a");
    assertThat(items()).extracting(WireItem::headline).containsExactly("Missing", "Closed");
  }

  @Test
  void aSiteWhoseRobotsFileCannotBeHadAllowsNothing() throws Exception {
    site.put("/robots.txt", new Answer(503, "text/plain", "down", Map.of()));
    feed("/feed", "1", entry("a", "First", "Old."));
    page("/a", "The ferries between the islands stay in port.");
    poller(true).poll(at("/feed"));
    assertThat(requests).doesNotContain("/a");
  }

  @Test
  void robotsAreAskedAboutWhereARedirectionLeads() throws Exception {
    site.put("/robots.txt", new Answer(200, "text/plain", "User-agent: *\nDisallow: /b", Map.of()));
    site.put("/a", new Answer(302, "text/plain", "", Map.of("Location", "/b")));
    page("/b", "The ferries between the islands stay in port.");
    feed("/feed", "1", entry("a", "First", "Old."));
    poller(true).poll(at("/feed"));
    assertThat(requests).contains("/a").doesNotContain("/b");
  }

  @Test
  void requestsToAHostAreKeptApart() throws Exception {
    site.put(
        "/robots.txt", new Answer(200, "text/plain", "User-agent: *\nCrawl-delay: 7", Map.of()));
    feed("/feed", "1", entry("a", "First", "Old."), entry("b", "Second", "New."));
    poller(true).poll(at("/feed"));
    assertThat(waits)
        .as("robots.txt after the feed, then each page after what came before")
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(9));
  }

  @Test
  void aJournalIsHeldByOneAtATime() {
    assertThatThrownBy(() -> FeedJournal.open(folder.resolve("journal"), Clock.systemUTC()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another 'dateline poll'");
  }

  @Test
  void whatNoFeedShowsAnyMoreIsForgottenInTime() throws Exception {
    feed("/feed", "1", entry("a", "First", "Old."));
    poller(false).poll(at("/feed"));
    journal.close();
    Instant later = NOW.plus(Duration.ofDays(FeedJournal.KEPT_DAYS + 1));
    journal = FeedJournal.open(folder.resolve("journal"), Clock.fixed(later, ZoneOffset.UTC));
    WireItem item = items().get(0);
    assertThat(journal.isPublished(at("/feed"), ItemId.of(item), 0)).isFalse();
  }
}
