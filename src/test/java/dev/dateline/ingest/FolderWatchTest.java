package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  @TempDir Path folder;

  private final List<String> handedOn = new ArrayList<>();
  private final List<IOException> failures = new ArrayList<>();
  private CompletionStage<Boolean> answer = CompletableFuture.completedFuture(true);

  @Test
  void handsOnAFileOnceItHasStoppedGrowing() throws Exception {
    FolderWatch watch = watch();
    write("item.xml", "<item>");
    watch.look(this::send, failures::add);
    write("item.xml", "<item>half");
    watch.look(this::send, failures::add);

    assertThat(handedOn).isEmpty();

    watch.look(this::send, failures::add);

    assertThat(handedOn).containsExactly("item.xml");
  }

  @Test
  void handsOnAFileOnceEvenAfterARestart() throws Exception {
    write("item.xml", "<item/>");
    lookTwice(watch());
    lookTwice(watch());

    assertThat(handedOn).containsExactly("item.xml");
  }

  @Test
  void handsOnAFileThatChangedAgain() throws Exception {
    write("item.xml", "<item/>");
    lookTwice(watch());
    write("item.xml", "<item>corrected</item>");
    lookTwice(watch());

    assertThat(handedOn).containsExactly("item.xml", "item.xml");
  }

  @Test
  void triesAgainWhatCouldNotBeSent() throws Exception {
    FolderWatch watch = watch();
    write("item.xml", "<item/>");
    answer = CompletableFuture.failedFuture(new IOException("broker away"));
    lookTwice(watch);
    answer = CompletableFuture.completedFuture(true);
    lookTwice(watch);
    lookTwice(watch);

    assertThat(handedOn).containsExactly("item.xml", "item.xml");
  }

  @Test
  void doesNotTryAgainWhatWasRefusedUntilItChanges() throws Exception {
    FolderWatch watch = watch();
    write("item.xml", "");
    answer = CompletableFuture.completedFuture(false);
    lookTwice(watch);
    lookTwice(watch);
    write("item.xml", "<item/>");
    lookTwice(watch);

    assertThat(handedOn).containsExactly("item.xml", "item.xml");
  }

  @Test
  void handsOnNothingTwiceWhileItIsUnderWay() throws Exception {
    FolderWatch watch = watch();
    write("item.xml", "<item/>");
    answer = new CompletableFuture<>();
    lookTwice(watch);
    lookTwice(watch);

    assertThat(handedOn).containsExactly("item.xml");
  }

  @Test
  void outlivesADamagedJournal() throws Exception {
    write("item.xml", "<item/>");
    Files.writeString(folder.resolve(FolderWatch.JOURNAL), "12\tnonsense\titem.xml\n7\t12");
    lookTwice(watch());

    assertThat(handedOn).containsExactly("item.xml");
    assertThat(failures).isEmpty();
  }

  @Test
  void watchesFoldersOnly() throws Exception {
    Path file = write("item.xml", "<item/>");

    assertThatThrownBy(() -> new FolderWatch(file, Duration.ofSeconds(1)))
        .isInstanceOf(NotDirectoryException.class);
  }

  private void lookTwice(FolderWatch watch) throws IOException {
    watch.look(this::send, failures::add);
    watch.look(this::send, failures::add);
  }

  private CompletionStage<Boolean> send(Path file) {
    handedOn.add(file.getFileName().toString());
    return answer;
  }

  private FolderWatch watch() throws IOException {
    return new FolderWatch(folder, Duration.ofSeconds(1));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
