package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the arguments is said before anything is fetched. */
class PollCommandTest {

  private static final String FEED = "https://coast.example/world.rss";

  @TempDir Path folder;

  @Test
  void anIntervalThatIsNoneOrTooShortIsWrongUsage() {
    CommandRun none = CommandRun.of("poll", "--interval", "soon", FEED);
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("--interval").contains("no length of time");
    assertThat(CommandRun.of("poll", "--interval", "1s", FEED).exit()).isEqualTo(2);
    assertThat(CommandRun.of("poll").exit()).isEqualTo(2);
  }

  @Test
  void aListThatNamesNoFeedIsWrongUsageAndOneThatIsNotThereAFailure() throws IOException {
    Path list = Files.writeString(folder.resolve("feeds.txt"), "coast.example/world.rss\n");
    CommandRun wrong = CommandRun.of("poll", list.toString());
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("feeds.txt").contains("no address in line 1");
    CommandRun missing = CommandRun.of("poll", folder.resolve("none.txt").toString());
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("no such file");
  }
}
