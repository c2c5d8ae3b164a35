package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class Iptc7901ReaderTest {

  private static final String ITEM =
      "\u0001vpf0123 3 i 245  vpf 0456\n\nTessaly/ferry/\n\u0002"
          + "(1ST LEAD)\nFerry sinks off Tessaly, nine missing\nBy Ada Voss, vpf =\n\n"
          + "Orvane (vpf) - A ferry with forty people on board sank off Tessaly\n"
          + "on Monday, the coast guard said in Orvane, where divers went down\n"
          + "to look for those who were missing.\n\n"
          + "\"We go on until dark,\" said the diver Wim Müller.\n\n"
          + "# Notebook\n\n## Note to editors\n- adds toll\n\u0003031015 GMT May 31\n";

  @Test
  void readsHeaderHeadlineBylineTextAndTime() throws WireException {
    WireItem item = read(ITEM, "UTF-8");
    assertThat(item.format()).isEqualTo("iptc7901");
    assertThat(item.headline()).isEqualTo("Ferry sinks off Tessaly, nine missing");
    assertThat(item.byline()).isEqualTo("By Ada Voss, vpf");
    assertThat(item.edNote()).isEqualTo("(1ST LEAD)");
    assertThat(item.slug()).isEqualTo("Tessaly/ferry/");
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.agency()).isEqualTo("vpf");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.body())
        .extracting(Block::text)
        .contains(
            "Orvane (vpf) - A ferry with forty people on board sank off Tessaly on Monday, the coast"
                + " guard said in Orvane, where divers went down to look for those who were missing.",
            "\"We go on until dark,\" said the diver Wim Müller.");
  }

  @Test
  void takesItsNumbersForNoIdentity() throws WireException {
    assertThat(read(ITEM, "UTF-8").guid()).isNull();
  }

  @Test
  void readsTheEncodingsThatTelexLinesUse() throws WireException {
    assertThat(read(ITEM, "windows-1252").body())
        .extracting(Block::text)
        .anyMatch(text -> text.contains("Wim Müller"));
  }

  @Test
  void saysWhereItIsCutShort() {
    String cut = ITEM.substring(0, ITEM.indexOf('\u0003'));
    assertThatThrownBy(() -> read(cut, "UTF-8"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("no end of text");
  }

  private static WireItem read(String wire, String charset) throws WireException {
    return WireReaders.standard()
        .read(WireInput.of(wire.getBytes(Charset.forName(charset)), "velpress"))
        .get(0);
  }
}
