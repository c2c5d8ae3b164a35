package dev.dateline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import dev.dateline.record.RecordClasses;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class AtomFeedTest {

  static {
    RecordClasses.trust();
  }

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Alert fired(String id, String headline) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setRuleId("storms")
        .setState(AlertState.FIRED)
        .setItem(
            ItemRef.newBuilder()
                .setId("k:1")
                .setSource("ktb")
                .setHeadline(headline)
                .setUrl("https://ktb.example/1?a=b&c=d")
                .build())
        .setSpeaker("Mara <i>Ellingsen</i>")
        .setSnippet("<script>alert(1)</script> the **wind** drops")
        .setFired(NOON)
        .build();
  }

  private static SyndFeed read(AtomFeed feed) throws Exception {
    String xml = feed.write("http://localhost:8080/feeds/storms.atom", NOON);
    return new SyndFeedInput().build(new StringReader(xml));
  }

  @Test
  void feedReadersReadIt() throws Exception {
    AtomFeed feed = new AtomFeed("storms & more");
    feed.add(fired("a1", "Gale \u0000warning <b>& \ud83c\udf0a</b>"));
    SyndFeed read = read(feed);

    assertThat(read.getFeedType()).isEqualTo("atom_1.0");
    assertThat(read.getTitle()).isEqualTo("Dateline: storms & more");
    assertThat(read.getEntries()).hasSize(1);
    SyndEntry entry = read.getEntries().get(0);
    assertThat(entry.getTitle()).isEqualTo("Gale warning <b>& \ud83c\udf0a</b>");
    assertThat(entry.getLink()).isEqualTo("https://ktb.example/1?a=b&c=d");
    assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(NOON));
    assertThat(entry.getAuthor()).isEqualTo("ktb");
  }

  @Test
  void noWordsOfAWireCanRunInAReader() throws Exception {
    AtomFeed feed = new AtomFeed("storms");
    feed.add(fired("a1", "Gale"));
    assertThat(read(feed).getEntries().get(0).getContents().get(0).getValue())
        .isEqualTo(
            "<p>&lt;script&gt;alert(1)&lt;/script&gt; the <b>wind</b> drops</p>"
                + "<p>said by Mara &lt;i&gt;Ellingsen&lt;/i&gt;</p>");
  }

  @Test
  void theNewestComeFirstAndThereAreOnlySoMany() throws Exception {
    AtomFeed feed = new AtomFeed("storms");
    for (int i = 0; i < AtomFeed.MOST + 5; i++) {
      feed.add(fired("a" + i, "Gale " + i));
    }
    assertThat(read(feed).getEntries()).hasSize(AtomFeed.MOST);
    assertThat(read(feed).getEntries().get(0).getTitle()).isEqualTo("Gale " + (AtomFeed.MOST + 4));
  }

  @Test
  void whatWasRetractedIsADeletedEntryWithoutItsWords() throws Exception {
    AtomFeed feed = new AtomFeed("storms");
    feed.add(fired("a1", "Gale"));
    feed.add(
        Alert.newBuilder()
            .setAlertId("a1")
            .setRuleId("storms")
            .setState(AlertState.RETRACTED)
            .setReason("KILLED")
            .setRetracted(NOON.plusSeconds(5))
            .build());
    String xml = feed.write("http://localhost:8080/feeds/storms.atom", NOON);
    assertThat(read(feed).getEntries()).isEmpty();
    assertThat(xml)
        .contains("<at:deleted-entry ref=\"urn:dateline:alert:a1\" when=\"2026-03-01T12:00:05Z\">")
        .doesNotContain("Gale");
  }

  @Test
  void aRuleWithoutAlertsHasAnEmptyFeed() throws Exception {
    SyndFeed read = read(new AtomFeed("storms"));
    assertThat(read.getEntries()).isEmpty();
    assertThat(read.getTitle()).isEqualTo("Dateline: storms");
  }
}
