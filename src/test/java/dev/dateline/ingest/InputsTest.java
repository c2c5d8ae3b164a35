package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.wire.WireInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("later/.git"));
    for (String name :
        List.of("b.xml", "a.txt", "later/c.xml", "d.xml.part", ".hidden", "later/.git/config")) {
      Files.writeString(folder.resolve(name), "words of " + name);
    }
  }

  @Test
  void takesAFolderWithAllBelowItButNoHiddenOrUnfinishedFiles() throws Exception {
    assertThat(names(inputs().find(folder.toString()))).containsExactly("a.txt", "b.xml", "c.xml");
  }

  @Test
  void takesWhatAGlobMatches() throws Exception {
    assertThat(names(inputs().find(folder + "/*.xml"))).containsExactly("b.xml");
    assertThat(names(inputs().find(folder + "/**.xml"))).containsExactly("b.xml", "c.xml");
  }

  @Test
  void takesAFileNamedOutrightWhateverItsName() throws Exception {
    assertThat(names(inputs().find(folder.resolve("d.xml.part").toString())))
        .containsExactly("d.xml.part");
  }

  @Test
  void missesWhatIsNotThere() {
    assertThatThrownBy(() -> inputs().find(folder + "/none.xml"))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> inputs().find(folder + "/*.pdf"))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void readsStandardInput() throws Exception {
    WireInput read = inputs().find("-").get(0).read();

    assertThat(read.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("piped");
    assertThat(read.uri()).isNull();
  }

  @Test
  void aFileKnowsItsSourceAndWhereItWas() throws Exception {
    WireInput read = inputs().file(folder.resolve("a.txt")).read();

    assertThat(read.source()).isEqualTo("local");
    assertThat(read.uri()).startsWith("file:///").endsWith("/a.txt");
    assertThat(read.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("words of a.txt");
  }

  private static List<String> names(List<Input> inputs) {
    return inputs.stream().map(input -> Path.of(input.name()).getFileName().toString()).toList();
  }

  private static Inputs inputs() {
    return new Inputs(
        null,
        null,
        new BoundedBytes(1000),
        null,
        new ByteArrayInputStream("piped".getBytes(StandardCharsets.UTF_8)));
  }
}
