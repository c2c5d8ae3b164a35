package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedBytesTest {

  private final BoundedBytes four = new BoundedBytes(4);

  @TempDir Path folder;

  @Test
  void readsUpToTheLimit() throws Exception {
    assertThat(four.read(file("item.txt", 4))).hasSize(4);
  }

  @Test
  void refusesOneByteMoreNamingTheSetting() throws Exception {
    Path file = file("item.txt", 5);

    assertThatThrownBy(() -> four.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("5 bytes")
        .hasMessageContaining("dateline.max.item.bytes");
  }

  @Test
  void refusesAStreamThatGoesOn() {
    assertThatThrownBy(() -> four.read(new ByteArrayInputStream(new byte[5])))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void refusesWhatIsEmpty() throws Exception {
    Path file = file("item.txt", 0);

    assertThatThrownBy(() -> four.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessage("is empty");
  }

  @Test
  void refusesAFolderAndMissesWhatIsNotThere() {
    assertThatThrownBy(() -> four.read(folder)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> four.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Path file(String name, int size) throws Exception {
    return Files.write(folder.resolve(name), new byte[size]);
  }
}
