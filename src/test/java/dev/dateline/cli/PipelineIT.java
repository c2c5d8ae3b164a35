package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.Enricher;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.testing.Cluster;
import dev.dateline.testing.NewerRawArticle;
import dev.dateline.testing.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a real broker, with the stream running. */
@Cluster
class PipelineIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;
  @TempDir Path state;

  private List<String> flags;
  private Service service;

  @BeforeEach
  void run(TestCluster cluster) {
    flags = CommandRun.flags(cluster, state);
    service = Service.start(CommandRun.config(flags), Enricher.standard(), true);
    await().atMost(PATIENCE).until(service.runner().readiness()::isReady);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void publishedItemsComeOutAsQuotesThatCanBeSubscribedTo() throws Exception {
    assertThat(command("rules", "add", "ferries", "ferry OR ferries").exit()).isZero();
    write("ferry.txt", story("Mara Ellingsen", "No ferry leaves before the wind drops"));
    write("bridge.txt", story("Odd Varga", "The bridge will stay shut until the spring"));

    CommandRun published = command("publish", folder.toString());

    assertThat(published.err()).contains("2 sent").contains("0 failed");
    assertThat(published.exit()).isZero();
    CommandRun quotes =
        command(
            "subscribe",
            "quotes",
            "--from-beginning",
            "--format",
            "json",
            "--speaker",
            "ellingsen",
            "--max-messages",
            "1",
            "--timeout-ms",
            "60000");
    JsonNode quote = JSON.readTree(quotes.lines().get(0));
    assertThat(quote.get("text").asText()).contains("No ferry leaves before the wind drops");
    assertThat(quote.at("/speaker/text").asText()).isEqualTo("Mara Ellingsen");
    CommandRun alerts =
        command(
            "subscribe",
            "alerts",
            "--from-beginning",
            "--rule",
            "ferries",
            "--max-messages",
            "1",
            "--timeout-ms",
            "60000");
    assertThat(alerts.out()).contains("ALERT ferries").contains("**ferry**");
  }

  @Test
  void badFilesAreRefusedByNameOrBecomeDeadLettersAndGoodOnesComeOut() throws Exception {
    write("good.txt", story("Mara Ellingsen", "No ferry leaves before the wind drops"));
    Files.write(folder.resolve("empty.txt"), new byte[0]);
    Files.write(folder.resolve("huge.txt"), new byte[3 << 20]);
    Files.write(folder.resolve("invalid.txt"), new byte[] {'<', '?', 'x', (byte) 0xc3, 0x28, 0, 1});
    Files.writeString(
        folder.resolve("truncated.rss"),
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Northwire</title><item><ti");
    Files.write(folder.resolve("photo.jpg"), jpeg());

    CommandRun published = command("publish", folder.toString());

    assertThat(published.exit()).isEqualTo(1);
    assertThat(published.err())
        .contains("empty.txt: skipped: it is empty")
        .contains("huge.txt: skipped: it is too large")
        .contains("4 sent")
        .contains("2 skipped");
    command(
        "subscribe",
        "articles",
        "--from-beginning",
        "--max-messages",
        "1",
        "--timeout-ms",
        "60000");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(files(command("dlq", "list", "--json")))
                    .contains("photo.jpg", "truncated.rss"));
    CommandRun letters = command("dlq", "list");
    assertThat(letters.out()).contains("photo.jpg").contains("source local").contains("read");
    assertThat(service.runner().readiness().isReady()).isTrue();
  }

  @Test
  void aReplayedLetterIsSentExactlyAsItCame() throws Exception {
    Files.write(folder.resolve("photo.jpg"), jpeg());
    command("publish", folder.resolve("photo.jpg").toString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(files(command("dlq", "list", "--json"))).hasSize(1));

    assertThat(command("dlq", "replay", "--dry-run").err()).contains("1 would be sent");
    CommandRun replayed = command("dlq", "replay", "--stage", "read");

    assertThat(replayed.err()).contains("1 sent, 0 failed");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<JsonNode> letters = json(command("dlq", "list", "--json"));
              assertThat(letters).hasSize(2);
              assertThat(letters.get(0).get("uri")).isEqualTo(letters.get(1).get("uri"));
              assertThat(letters.get(0).get("key")).isEqualTo(letters.get(1).get("key"));
            });
  }

  @Test
  void aLetterIsWorkedOffOnceItsCauseIsGone(TestCluster cluster) throws Exception {
    Map<String, Object> registry = new HashMap<>(cluster.settings());
    String raw = cluster.prefix() + "raw";
    byte[] item =
        story("Mara Ellingsen", "The registry has lost a page").getBytes(StandardCharsets.UTF_8);
    try (RegistrySchemas schemas = RegistrySchemas.of(registry);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                cluster.settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      int unknown =
          1 + schemas.id(cluster.name("probe"), Schema.createFixed("Probe", null, "test", 7));
      byte[] value = NewerRawArticle.framed(unknown, item, "northwire");
      producer.send(new ProducerRecord<>(raw, value)).get();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(command("dlq", "list", "--json").out())
                      .contains("decode", "no schema with id " + unknown));

      assertThat(schemas.id(raw + "-value", NewerRawArticle.schema())).isEqualTo(unknown);
      CommandRun replayed = command("dlq", "replay", "--stage", "decode");
      assertThat(replayed.err()).contains("1 sent, 0 failed");
    }
    CommandRun quotes =
        command(
            "subscribe",
            "quotes",
            "--from-beginning",
            "--max-messages",
            "1",
            "--timeout-ms",
            "60000");
    assertThat(quotes.out()).contains("Mara Ellingsen", "The registry has lost a page");
    assertThat(command("dlq", "replay", "--id", "0:99").exit()).isEqualTo(1);
    assertThat(command("dlq", "list", "--since", "yesterday").exit()).isEqualTo(2);
  }

  @Test
  void eventsAreResumedWhereTheClientStopped() throws Exception {
    for (int i = 1; i <= 4; i++) {
      write("item" + i + ".txt", story("Mara Ellingsen", "Ferry number " + i + " stays in port"));
    }
    command("publish", folder.toString());

    List<Map<String, String>> all = events("quotes?from=beginning&kind=direct", null, 4);
    List<Map<String, String>> rest = events("quotes?kind=direct", all.get(1).get("id"), 2);

    assertThat(all).extracting(event -> event.get("event")).containsOnly("quote");
    assertThat(ids(rest)).containsExactlyInAnyOrderElementsOf(ids(all.subList(2, 4)));
    JsonNode first = JSON.readTree(all.get(0).get("data"));
    assertThat(first.at("/speaker/text").asText()).isEqualTo("Mara Ellingsen");
  }

  @Test
  void tellsItsHealthAndMetricsAndRefusesStrangers() throws Exception {
    assertThat(get("health/live").statusCode()).isEqualTo(200);
    assertThat(get("health/ready").statusCode()).isEqualTo(200);
    assertThat(get("metrics").body()).contains("jvm_memory_used_bytes").contains("kafka_stream");
    HttpResponse<String> page = get("");
    assertThat(page.body()).contains("<title>Dateline</title>");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("script-src 'self'");
    assertThat(get("api/v1/quotes?speakr=x").statusCode()).isEqualTo(400);
    assertThat(get("api/v1/quotes?where=%28").statusCode()).isEqualTo(400);
    assertThat(get("api/v1/gossip").statusCode()).isEqualTo(400);
  }

  @Test
  void rulesAreKeptAndDoctorFindsNothingWrong() {
    command("rules", "add", "cyber", "cyber* OR hack*", "--description", "Attacks");
    command("rules", "add", "floods", "flood*");

    assertThat(command("rules", "add", "bad", "(cyber").exit()).isEqualTo(1);
    assertThat(command("rules", "list").out()).contains("cyber  Attacks").contains("flood*");
    assertThat(command("rules", "remove", "floods").exit()).isZero();
    assertThat(command("rules", "remove", "floods").exit()).isEqualTo(1);
    assertThat(command("rules", "list").out()).doesNotContain("floods");
    assertThat(command("rules", "add", "none", "NOT cyber").err()).contains("only excludes");
    assertThat(command("rules", "add", "some", "x", "--threshold", "3").err())
        .contains("needs a window");
    CommandRun doctor = command("doctor");
    assertThat(doctor.out()).contains("all is well").contains("dateline.partitions = 3  (flag)");
    assertThat(doctor.exit()).isZero();
    assertThat(command("topics", "create").err()).contains("every topic is there");
  }

  @Test
  void rulesAreTriedTunedMovedAndSilenced() throws Exception {
    write("ferry.txt", story("Mara Ellingsen", "No ferry leaves before the wind drops"));
    write("bridge.txt", story("Odd Varga", "The bridge will stay shut until the spring"));
    command("rules", "add", "ferries", "ferry OR ferries", "--tag", "sea");
    command("publish", folder.toString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(command("rules", "list").out()).contains("fired once, last at"));

    assertThat(get("feeds/ferries.atom").body())
        .contains("<title>Dateline: ferries</title>")
        .contains("<title>News from Mara Ellingsen in the harbour</title>");
    assertThat(get("feeds/nothing.atom").body()).doesNotContain("<entry>");
    assertThat(get("feeds/ferries.rss").statusCode()).isEqualTo(404);

    CommandRun tried = command("rules", "test", "speaker:varga OR ferry", "--since", "1h");
    assertThat(tried.out()).contains("2 of 2 items match").contains("**ferry**");
    assertThat(json(command("rules", "test", "in:quote spring", "--json")).get(0).get("matches"))
        .hasToString("1");
    assertThat(command("rules", "test", "(ferry").err()).contains("column 7").contains("^");

    assertThat(
            command(
                    "rules",
                    "add",
                    "ferries",
                    "ferry",
                    "--threshold",
                    "2",
                    "--window",
                    "90m",
                    "--group-by",
                    "source",
                    "--cooldown",
                    "5m")
                .exit())
        .isZero();
    command("rules", "snooze", "ferries", "--for", "2h");
    String listed = command("rules", "list").out();
    assertThat(listed)
        .contains("at 2 within 90m · then quiet for 5m · for each source · snoozed until")
        .contains("tags sea");
    command("rules", "enable", "ferries");
    command("rules", "disable", "ferries");
    assertThat(command("rules", "list").out()).contains("disabled").doesNotContain("snoozed");

    Path file = folder.resolve("rules.yaml");
    command("rules", "export", file.toString());
    assertThat(Files.readString(file)).contains("window: 90m").contains("enabled: false");
    Files.writeString(
        file,
        Files.readString(file).replace("enabled: false", "enabled: true")
            + "  - {id: bridges, query: bridge*}\n");
    assertThat(command("rules", "import", file.toString(), "--dry-run").err())
        .contains("2 added or changed, 0 as they were, 0 removed (dry run");
    assertThat(command("rules", "import", file.toString()).err())
        .contains("2 added or changed, 0 as they were");
    assertThat(command("rules", "import", file.toString()).err())
        .contains("0 added or changed, 2 as they were");
    Files.writeString(file, "rules:\n  - {id: bridges, query: bridge*}\n");
    assertThat(command("rules", "import", "--prune", file.toString()).err())
        .contains("0 added or changed, 1 as they were, 1 removed");
    assertThat(command("rules", "list").out()).contains("bridges").doesNotContain("ferries");
  }

  private CommandRun command(String... arguments) {
    return CommandRun.of(CommandRun.with(flags, arguments));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String story(String speaker, String words) {
    return """
    News from %s in the harbour

    PORT ELDRIN (Northwire) - %s spoke to reporters on the quay on Tuesday.

    "%s," %s said.
    """
        .formatted(speaker, speaker, words, speaker);
  }

  private static byte[] jpeg() {
    byte[] bytes = new byte[2000];
    Arrays.fill(bytes, (byte) 0x91);
    byte[] head = {
      (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private static List<JsonNode> json(CommandRun run) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : run.lines()) {
      objects.add(JSON.readTree(line));
    }
    return objects;
  }

  /** Names of the files that became dead letters. */
  private static Set<String> files(CommandRun run) throws IOException {
    Set<String> files = new TreeSet<>();
    for (JsonNode letter : json(run)) {
      String uri = letter.get("uri").asText();
      files.add(uri.substring(uri.lastIndexOf('/') + 1));
    }
    return files;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(service.url() + path)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> ids(List<Map<String, String>> events) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Map<String, String> event : events) {
      ids.add(JSON.readTree(event.get("data")).get("id").asText());
    }
    return ids;
  }

  /** The first events of a stream. */
  private List<Map<String, String>> events(String query, String lastId, int count)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.url() + "api/v1/" + query));
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    HttpResponse<Stream<String>> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    List<Map<String, String>> events = new ArrayList<>();
    try (Stream<String> lines = response.body()) {
      Map<String, String> event = new HashMap<>();
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.isEmpty() && event.containsKey("data")) {
          events.add(Map.copyOf(event));
        }
        if (line.isEmpty()) {
          event.clear();
        } else if (line.contains(": ")) {
          event.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
        }
        if (events.size() == count) {
          break;
        }
      }
    }
    return events;
  }
}
