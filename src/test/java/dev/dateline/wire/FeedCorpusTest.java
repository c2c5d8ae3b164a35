package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases of another project's feed parser, beside a developer's checkout. */
class FeedCorpusTest {

  private static final Path FEEDS = Path.of("../shared/data/wire/feeds");

  @Test
  void everyFileEndsAsItemsOrOneClearError() throws IOException {
    assumeTrue(Files.exists(FEEDS), "no development data beside the checkout");
    WireReaders readers = WireReaders.standard();
    try (Stream<Path> files = Files.walk(FEEDS)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(500).allSatisfy(file -> readOrRefuse(readers, file));
    }
  }

  private static void readOrRefuse(WireReaders readers, Path file) {
    try {
      List<WireItem> items = readers.read(WireInput.of(Files.readAllBytes(file), "corpus"));
      assertThat(items)
          .isNotEmpty()
          .allMatch(item -> item.headline() != null || !item.body().isEmpty());
    } catch (WireException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception", "null", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
