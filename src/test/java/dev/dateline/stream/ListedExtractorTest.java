package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.entities.Link;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedExtractorTest {

  private static final String STORY =
      """
      Harbour master resigns

      The harbour master, Orla Keane, resigned on Monday. Keane gave no reason.
      """;

  @TempDir Path folder;

  @Test
  void linksWithTheNameAndTheContentOfTheList() throws Exception {
    Path file = write("id,name\nk1,\"Keane, Orla\"\n", 1);
    try (ListedExtractor extractor = start(file)) {
      Link link = links(extractor).get(0);
      assertThat(link.list()).isEqualTo("watch");
      assertThat(link.id()).isEqualTo("k1");
      assertThat(link.matched()).isEqualTo("Keane, Orla");
      assertThat(link.method()).isEqualTo("name-order");
      assertThat(extractor.producer()).endsWith(" watch/" + link.hash().substring(0, 8));
    }
  }

  @Test
  void readsAListAgainOnceItsFileHasChangedAndRests() throws Exception {
    Path file = write("id,name\nk1,Orla Keane\n", 1);
    try (ListedExtractor extractor = start(file)) {
      String before = links(extractor).get(0).hash();
      write("id,name\nk2,Orla Keane\n", 2);
      extractor.check();
      assertThat(links(extractor)).extracting(Link::id).as("may still be written").contains("k1");
      extractor.check();
      assertThat(links(extractor)).extracting(Link::id).containsExactly("k2");
      assertThat(links(extractor).get(0).hash()).isNotEqualTo(before);
    }
  }

  @Test
  void signsWithTheListThatAnItemIsEnrichedWithThoughItIsReadAgainMeanwhile() throws Exception {
    Path file = write("id,name\nk1,Orla Keane\n", 1);
    try (ListedExtractor extractor = start(file)) {
      Extractor before = extractor.snapshot();
      write("id,name\nk2,Orla Keane\n", 2);
      extractor.check();
      extractor.check();
      assertThat(signature(before)).isEqualTo(links(before).get(0).hash().substring(0, 8));
      Extractor after = extractor.snapshot();
      assertThat(signature(after)).isEqualTo(links(after).get(0).hash().substring(0, 8));
      assertThat(signature(after)).isNotEqualTo(signature(before));
      assertThat(extractor.producer()).isEqualTo(after.producer());
    }
  }

  private static String signature(Extractor extractor) {
    return extractor.producer().substring(extractor.producer().lastIndexOf('/') + 1);
  }

  @Test
  void keepsAListWhoseFileTurnsBadOrIsGone() throws Exception {
    Path file = write("id,name\nk1,Orla Keane\n", 1);
    try (ListedExtractor extractor = start(file)) {
      write("key,title\n", 2);
      extractor.check();
      extractor.check();
      assertThat(links(extractor)).extracting(Link::id).containsExactly("k1");
      Files.delete(file);
      extractor.check();
      extractor.check();
      assertThat(links(extractor)).extracting(Link::id).containsExactly("k1");
      write("id,name\nk3,Orla Keane\n", 3);
      extractor.check();
      extractor.check();
      assertThat(links(extractor)).extracting(Link::id).containsExactly("k3");
    }
  }

  @Test
  void refusesToStartWithAListThatCannotBeRead() throws Exception {
    Path bad = write("id,name\n1,\n", 1);
    assertThatThrownBy(() -> start(bad))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("dateline.lists.watch")
        .hasMessageContaining("row 2");
    assertThatThrownBy(() -> start(folder.resolve("missing.csv")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("missing.csv");
  }

  @Test
  void takesTheFilesFromTheSettings() {
    DatelineConfig config =
        DatelineConfig.of(
            Map.of("dateline.lists.staff", "/etc/staff.csv", "dateline.lists.ofac", "o.jsonl"));
    assertThat(config.lists())
        .containsExactly(
            Map.entry("ofac", Path.of("o.jsonl")), Map.entry("staff", Path.of("/etc/staff.csv")));
  }

  private static ListedExtractor start(Path file) {
    return ListedExtractor.start(Enricher.standard(), Map.of("watch", file));
  }

  private Path write(String content, int second) throws Exception {
    Path file = Files.writeString(folder.resolve("watch.csv"), content);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
  }

  private static List<Link> links(Extractor extractor) throws Exception {
    WireInput input = WireInput.of(STORY.getBytes(StandardCharsets.UTF_8), "northwire");
    WireItem item = extractor.read(input).get(0);
    EnrichedItem enriched = extractor.enrich(item);
    return enriched.entities().stream()
        .filter(entity -> entity.name().equals("Orla Keane"))
        .flatMap(entity -> entity.links().stream())
        .toList();
  }
}
