package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Velpress World</title><link>https://velpress.example</link><language>en-gb</language>
          <item>
            <title>Ferry &amp;amp; crew sink</title><link>https://velpress.example/ferry</link>
            <guid isPermaLink="false">velpress-1</guid><pubDate>Sat, 03 May 2031 12:15:00 +0200</pubDate>
            <dc:creator>Ada Voss</dc:creator><category>Boats</category>
            <description>A ferry sank.</description>
            <content:encoded><![CDATA[<p>A ferry sank.</p><h2>Divers</h2><p>They went down.</p>]]></content:encoded>
          </item>
          <item>
            <title>Odd one</title><link>not a url at all</link><pubDate>someday soon</pubDate>
            <description>It has a bad date and a bad address.</description>
          </item>
        </channel>
      </rss>
      """;

  @Test
  void readsRssWithItsFullText() throws WireException {
    WireItem item = Wires.items(RSS).get(0);
    assertThat(item.format()).isEqualTo("feed");
    assertThat(item.guid()).isEqualTo("velpress-1");
    assertThat(item.url()).isEqualTo("https://velpress.example/ferry");
    assertThat(item.headline()).isEqualTo("Ferry & crew sink");
    assertThat(item.byline()).isEqualTo("Ada Voss");
    assertThat(item.language()).isEqualTo("en-gb");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.agency()).isEqualTo("Velpress World");
    assertThat(item.subjects()).containsExactly(new Subject("Boats", null, "Boats"));
    assertThat(Wires.blocks(item))
        .containsExactly(
            "PARAGRAPH: A ferry sank.", "HEADING: Divers", "PARAGRAPH: They went down.");
  }

  @Test
  void losesNoItemToAnOddDateOrAddress() throws WireException {
    WireItem item = Wires.items(RSS).get(1);
    assertThat(item.headline()).isEqualTo("Odd one");
    assertThat(item.versionCreated()).isNull();
    assertThat(item.body()).hasSize(1);
  }

  @Test
  void readsAtom() throws WireException {
    WireItem item =
        Wires.item(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Velpress</title>
              <entry><id>tag:velpress.example,2031:1</id><title type="html">Ferry &lt;b&gt;sinks&lt;/b&gt;</title>
                <link rel="alternate" href="https://velpress.example/1"/>
                <published>2031-05-03T10:00:00Z</published><updated>2031-05-03T10:15:00Z</updated>
                <author><name>Ada Voss</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It sank.</p></div></content>
              </entry></feed>
            """);
    assertThat(item.guid()).isEqualTo("tag:velpress.example,2031:1");
    assertThat(item.headline()).isEqualTo("Ferry sinks");
    assertThat(item.firstCreated()).isEqualTo(Instant.parse("2031-05-03T10:00:00Z"));
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(Wires.blocks(item)).containsExactly("PARAGRAPH: It sank.");
  }

  @Test
  void readsRss1() throws WireException {
    WireItem item =
        Wires.item(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
              <channel rdf:about="https://velpress.example"><title>Velpress</title></channel>
              <item rdf:about="https://velpress.example/1"><title>Ferry sinks</title><description>It sank.</description></item>
            </rdf:RDF>
            """);
    assertThat(item.guid()).isEqualTo("https://velpress.example/1");
    assertThat(item.headline()).isEqualTo("Ferry sinks");
  }

  @Test
  void mendsWhatIsIllFormed() throws WireException {
    String broken =
        RSS.replace("A ferry sank.</description>", "Fish & chips <br> sank.</description>")
            .replace("xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", "");
    assertThat(Wires.items(broken)).extracting(WireItem::headline).contains("Odd one");
  }

  @Test
  void readsFeedsOfNoKnownVersion() throws WireException {
    WireItem item =
        Wires.item(
            "<rss version=\"7.5\"><item><dc:title>Ferry sinks</dc:title>"
                + "<fullitem>&lt;p&gt;It sank.&lt;/p&gt;</fullitem><guid>x1</guid></item></rss>");
    assertThat(item.headline()).isEqualTo("Ferry sinks");
    assertThat(item.guid()).isEqualTo("x1");
    assertThat(Wires.blocks(item)).containsExactly("PARAGRAPH: It sank.");
  }

  @Test
  void keepsTheItemsOfAFeedThatIsCutShort() {
    String cut = RSS.substring(0, RSS.indexOf("<item>", RSS.indexOf("Odd one") - 60));
    assertThatThrownBy(() -> Wires.items(cut))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> {
              assertThat(e).hasMessageContaining("cut short");
              assertThat(e.items()).extracting(WireItem::guid).containsExactly("velpress-1");
            });
  }

  @Test
  void readsTheEncodingThatTheFeedDeclares() throws WireException {
    byte[] bytes =
        RSS.replace("UTF-8", "ISO-8859-1")
            .replace("Odd one", "Fähre gesunken")
            .getBytes(StandardCharsets.ISO_8859_1);
    List<WireItem> items = WireReaders.standard().read(WireInput.of(bytes, "velpress"));
    assertThat(items).extracting(WireItem::headline).contains("Fähre gesunken");
  }

  @Test
  void readsExportsOfWordPress() throws WireException {
    List<WireItem> items =
        Wires.items(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
              <channel><title>Courier</title>
                <item><title>Ferry sinks</title><guid>c1</guid><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
                  <content:encoded><![CDATA[[dropcap]A[/dropcap] ferry sank.

            <strong>What we know</strong>

            “[It] sank,” a diver said.[gallery ids="1,2"]
            Nine are missing.]]></content:encoded></item>
                <item><title>Plan</title><guid>c2</guid><wp:post_type>post</wp:post_type><wp:status>draft</wp:status>
                  <content:encoded>Not yet.</content:encoded></item>
                <item><title>ferry.jpg</title><guid>c3</guid><wp:post_type>attachment</wp:post_type></item>
              </channel></rss>
            """);
    assertThat(items).extracting(WireItem::guid).containsExactly("c1", "c2");
    assertThat(items.get(1).pubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(Wires.blocks(items.get(0)))
        .containsExactly(
            "PARAGRAPH: A ferry sank.",
            "HEADING: What we know",
            "PARAGRAPH: “[It] sank,” a diver said.",
            "PARAGRAPH: Nine are missing.");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () -> Wires.items("<rss version=\"2.0\"><channel><title>x</title></channel></rss>"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("without items");
  }
}
