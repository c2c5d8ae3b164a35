package dev.dateline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.article.Removed;
import dev.dateline.article.Section;
import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.rules.Rule;
import dev.dateline.rules.RuleMatch;
import dev.dateline.rules.RuleMatcher;
import dev.dateline.wire.WireInput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the demo plays, and that Dateline reads all of it. */
class SampleWireTest {

  private static final String FOLDER = "/dev/dateline/demo/";
  private static final String ROUND_UP = "01-strait-talks-roundup.txt";

  /** A line of the index. */
  private record Entry(int order, String file, String source, String type) {

    static Entry of(String line) {
      String[] fields = line.split("\t");
      assertThat(fields).as(line).hasSize(4);
      return new Entry(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]);
    }

    WireInput input() throws IOException {
      return WireInput.of(resource("wire/" + file), source).withContentType(type);
    }
  }

  private static List<Entry> index;

  /** The items of each file. */
  private static final Map<String, List<EnrichedItem>> ITEMS = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws Exception {
    index = lines("wire/index.txt").map(Entry::of).toList();
    Enricher enricher = Enricher.standard();
    for (Entry entry : index) {
      ITEMS.put(entry.file(), enricher.enrich(entry.input()));
    }
  }

  @Test
  void theIndexNamesEveryFileOnceInOrder() throws Exception {
    assertThat(index)
        .extracting(Entry::order)
        .isEqualTo(IntStream.rangeClosed(1, index.size()).boxed().toList());
    URI folder = SampleWireTest.class.getResource(FOLDER + "wire").toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      assertThat(index)
          .extracting(Entry::file)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("index.txt"))
                  .toList());
    }
  }

  @Test
  void feedsHoldSeveralItems() {
    Map<String, Integer> several = new TreeMap<>();
    ITEMS.forEach(
        (file, items) -> {
          if (items.size() > 1) {
            several.put(file, items.size());
          }
        });
    assertThat(several)
        .isEqualTo(
            Map.of(
                "36-courier-world.rss", 6,
                "37-ledger-markets.atom", 5,
                "38-velpress-summaries.rss", 3,
                "39-halyard-sports.jsonl", 6));
    assertThat(all()).hasSize(55);
  }

  @Test
  void versionsShareTheirItem() {
    Map<String, Long> versions =
        all().stream()
            .collect(Collectors.groupingBy(item -> item.article().itemId(), Collectors.counting()));
    assertThat(versions).hasSize(52);
    assertThat(versions.values()).contains(3L, 2L);
  }

  @Test
  void everyItemHasHeadlineTextAndLanguage() {
    assertThat(all())
        .allSatisfy(
            item -> {
              assertThat(item.article().headline()).isNotNull();
              assertThat(item.article().text()).hasSizeGreaterThan(100);
              assertThat(item.article().language()).startsWith("en");
            });
  }

  @Test
  void nothingOfThePageAroundAStoryIsInItsText() {
    assertThat(all())
        .allSatisfy(
            item ->
                assertThat(item.article().text())
                    .doesNotContain(
                        "Editing by",
                        "Accept all",
                        "Sign in",
                        "Share this article",
                        "newsletter",
                        "All rights reserved",
                        "Most read",
                        "Comments (",
                        "Source: <",
                        "[Disclaimer]"));
  }

  @Test
  void theRoundUpHasItsSectionsAndFurniture() {
    EnrichedItem item = ITEMS.get(ROUND_UP).get(0);
    assertThat(item.article().dateline().places()).containsExactly("PORT CALDER");
    assertThat(item.article().dateline().agency()).isEqualTo("VELPRESS");
    assertThat(item.article().sections())
        .extracting(Section::heading)
        .containsExactly("Cyber security", "Fishing grounds", "Sanctions", "Detained sailors");
    assertThat(item.article().removed())
        .extracting(Removed::reason)
        .contains("source-line", "disclaimer");
  }

  @Test
  void theRoundUpsQuotesAreFoundToTheWord() {
    assertThat(ITEMS.get(ROUND_UP).get(0).quotes())
        .extracting(quote -> quote.text())
        .contains(
            "[Orsenian special envoy] Lucia Santorre and I have been told to meet every month, here"
                + " or in Marrin, until the last point on the list is settled,",
            "Their families write to me every week, I have promised them an answer, and I expect"
                + " our Orsenian colleagues to help me keep that promise.")
        .hasSizeGreaterThanOrEqualTo(18);
  }

  @Test
  void everyRuleFires() throws Exception {
    List<String> ids = new ArrayList<>();
    Map<String, Long> fired = new TreeMap<>();
    try (RuleMatcher matcher = new RuleMatcher()) {
      for (String line : lines("rules.txt").toList()) {
        String[] rule = line.split("\t");
        assertThat(rule).as(line).hasSize(3);
        ids.add(rule[0]);
        matcher.put(new Rule(rule[0], rule[1]));
      }
      for (EnrichedItem item : all()) {
        matcher.match(item).stream()
            .map(RuleMatch::ruleId)
            .distinct()
            .forEach(id -> fired.merge(id, 1L, Long::sum));
      }
    }
    assertThat(ids).hasSize(5).contains("sanctions", "cyber");
    assertThat(fired.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(fired.get("sanctions")).isGreaterThanOrEqualTo(5);
    assertThat(fired.get("cyber")).isGreaterThanOrEqualTo(5);
  }

  private static List<EnrichedItem> all() {
    return ITEMS.values().stream().flatMap(List::stream).toList();
  }

  private static Stream<String> lines(String name) throws IOException {
    return new String(resource(name), UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SampleWireTest.class.getResourceAsStream(FOLDER + name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
