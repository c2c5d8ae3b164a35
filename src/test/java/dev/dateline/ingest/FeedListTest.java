package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListTest {

  @TempDir Path folder;

  private String file(String text) throws Exception {
    return Files.writeString(folder.resolve("feeds"), text).toString();
  }

  @Test
  void anAddressIsAFeedOfItsHost() throws Exception {
    FeedList list = new FeedList(null);
    list.add("https://www.Coast.example/world.rss");
    list.add("https://www.Coast.example/world.rss");
    assertThat(list.feeds()).extracting(Feed::source).containsExactly("coast.example");
  }

  @Test
  void aListNamesSources() throws Exception {
    FeedList list = new FeedList(null);
    list.add(
        file("# ours\n\nhttps://coast.example/a.rss\nNorth wire https://north.example/b.atom\n"));
    assertThat(list.feeds())
        .extracting(Feed::source)
        .containsExactly("coast.example", "North wire");
  }

  @Test
  void opmlOfAnyDepthIsRead() throws Exception {
    FeedList list = new FeedList("desk");
    list.add(
        file(
            """
            <?xml version="1.0"?><opml version="2.0"><head><title>Ours</title></head><body>
            <outline text="Sea"><outline type="rss" text="Coast"
              xmlUrl="https://coast.example/a.rss?x=1&amp;y=2"/></outline>
            <outline text="North" xmlUrl="https://north.example/b"/></body></opml>
            """));
    assertThat(list.feeds())
        .extracting(feed -> feed.uri().toString())
        .containsExactly("https://coast.example/a.rss?x=1&y=2", "https://north.example/b");
    assertThat(list.feeds()).extracting(Feed::source).containsOnly("desk");
  }

  @Test
  void whatNamesNoFeedIsRefused() throws Exception {
    FeedList list = new FeedList(null);
    assertThatThrownBy(() -> list.add(file("coast.example/a.rss\n")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> list.add(file("# none\n"))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> list.add("https://")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> list.add(folder.resolve("none").toString()))
        .isInstanceOf(NoSuchFileException.class);
  }
}
