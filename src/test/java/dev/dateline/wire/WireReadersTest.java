package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the right reader is found, and what bytes from anywhere may do. */
class WireReadersTest {

  @Test
  void readsPlainTextWhereNothingElseFits() throws WireException {
    WireItem item = Wires.item("Ferry sinks\n\nA ferry sank off Tessaly on Monday.");
    assertThat(item.format()).isEqualTo("text");
    assertThat(item.body()).extracting(Block::text).contains("Ferry sinks");
  }

  @Test
  void looksPastByteOrderMarksCommentsAndBlankLines() throws WireException {
    String feed =
        "\ufeff\n <!-- made by hand --> <rss version=\"2.0\"><channel><item><title>Ferry</title></item></channel></rss>";
    assertThat(Wires.item(feed).format()).isEqualTo("feed");
    byte[] utf16 = feed.getBytes(StandardCharsets.UTF_16LE);
    assertThat(read(utf16)).extracting(WireItem::headline).containsExactly("Ferry");
  }

  @Test
  void takesNoBraceForJson() throws WireException {
    assertThat(Wires.item("{Editors: cut from the end}\n\nA ferry sank on Monday.").format())
        .isEqualTo("text");
    assertThat(Wires.item("[Ferry sinks]\n\nA ferry sank on Monday.").format()).isEqualTo("text");
  }

  @Test
  void obeysAFormatHint() throws WireException {
    WireInput input = Wires.input("{\"text\": \"It sank.\"}").withFormat("text");
    assertThat(WireReaders.standard().read(input).get(0).format()).isEqualTo("text");
    assertThatThrownBy(() -> WireReaders.standard().read(input.withFormat("fax")))
        .isInstanceOf(WireException.class)
        .hasMessage("no reader for format 'fax'");
  }

  @Test
  void refusesXmlOfNoKnownKindAndBinaries() {
    assertThatThrownBy(() -> Wires.item("<?xml version=\"1.0\"?><invoice><sum>3</sum></invoice>"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("<invoice>");
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2}))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("JPEG");
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(WireException.class);
  }

  @Test
  void refusesWhatIsTooLarge() {
    WireReaders small = WireReaders.standard(1000);
    assertThatThrownBy(() -> small.read(WireInput.of(new byte[1001], "velpress")))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("over the limit");
  }

  @Test
  void readsWithdrawalsThatDesksWriteInWords() throws WireException {
    assertThat(Wires.item("KILL KILL KILL\n\nKill the story on the ferry.").pubStatus())
        .isEqualTo(PubStatus.CANCELED);
    assertThat(Wires.item("Kill rates fell\n\nFewer foxes were killed in Velia.").pubStatus())
        .isEqualTo(PubStatus.USABLE);
  }

  /** Every format with its end missing, and other damage, is refused or read, and quickly. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<newsItem guid=\"x\"><itemMeta>",
        "<NewsML><NewsItem><Identification>",
        "<nitf><head><title>x",
        "<RBNews><NewsID>1",
        "<rss><channel><item><title>x",
        "<feed><entry>",
        "<html><body><p>x",
        "{\"headline\": \"x\", \"versioncreated\": ",
        "[{\"title\": ",
        "\u0001vpf0123 3 i 245\n\u0002text",
        "\u0016\u0016\u0001V\u0002^slug<",
        "WARC/1.0\r\nWARC-Type: response\r\n",
        "Message-ID: <x>\nFrom: a\nTo: b\nSubject:",
      })
  void survivesDamage(String start) {
    for (String input : List.of(start, start + "<".repeat(50_000), start.repeat(3_000))) {
      try {
        assertThat(Wires.items(input)).isNotEmpty();
      } catch (WireException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void boundsTheDepthOfXml() {
    String deep = "<newsItem>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</newsItem>";
    assertThatThrownBy(() -> Wires.item(deep))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("nested deeper");
  }

  private static List<WireItem> read(byte[] bytes) throws WireException {
    return WireReaders.standard().read(WireInput.of(bytes, "velpress"));
  }
}
