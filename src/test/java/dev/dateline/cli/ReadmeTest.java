package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is what one gets. */
class ReadmeTest {

  private static final Path STORY =
      Path.of("src/main/resources/dev/dateline/demo/wire/20-parliament-cyber-law.txt");

  @Test
  void showsWhatEnrichPrints() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("```text\n") + "```text\n".length();
    List<String> shown =
        readme
            .substring(from, readme.indexOf("```", from))
            .lines()
            .map(String::stripTrailing)
            .toList();
    assertThat(shown).hasSizeGreaterThan(5);

    CommandRun enriched = CommandRun.of("enrich", STORY.toString());

    List<String> printed = enriched.lines().stream().map(ReadmeTest::withoutConfidence).toList();
    assertThat(printed)
        .containsSubsequence(
            shown.stream()
                .filter(line -> !line.strip().equals("..."))
                .map(ReadmeTest::withoutConfidence)
                .collect(Collectors.toList()));
  }

  /** It moves with every model. */
  private static String withoutConfidence(String line) {
    return line.replaceAll("\\d+ %", "N %").stripTrailing();
  }
}
