package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnpaReaderTest {

  private static final String HEAD =
      "\u0016\u0016\u0001V0123\u001f\nu i\u0013\u0011 BC-VEL--Ferry  05-03 0245\n";

  private static final String ITEM =
      HEAD
          + "\u0002^BC-VEL--Ferry, 1st Ld-Writethru,245<\n"
          + "^Ferry sinks off Tessaly, nine missing<\n"
          + "^VP Photo ORV101<\n"
          + "^Eds: Adds toll.<\n"
          + "^By ADA VOSS=\n"
          + "^Velia Press=\n"
          + "\t   ORVANE, Velia (VP) _ A ferry sank on Monday. ``We go on,'' a diver said.<\n"
          + " \n"
          + "\t   Nine of forty people _ two of them children _ were missing.<\n"
          + "\u0008^;Saved;Missing\u0010\n"
          + "\u0008Crew;3;1{\u0010\n"
          + "\t   ___<\n"
          + "\u0003VP-WF-05-03-31 1015GMT\u0004";

  @Test
  void readsTheCaretLinesIntoFields() throws WireException {
    WireItem item = Wires.item(ITEM);
    assertThat(item.format()).isEqualTo("anpa1312");
    assertThat(item.slug()).isEqualTo("BC-VEL--Ferry, 1st Ld-Writethru");
    assertThat(item.headline()).isEqualTo("Ferry sinks off Tessaly, nine missing");
    assertThat(item.byline()).isEqualTo("By ADA VOSS, Velia Press");
    assertThat(item.edNote()).isEqualTo("VP Photo ORV101 Eds: Adds toll.");
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.agency()).isEqualTo("VP");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.guid()).as("slugs and numbers are used again").isNull();
  }

  @Test
  void writesTheMarksThatTheTelexLacks() throws WireException {
    assertThat(Wires.blocks(Wires.item(ITEM)))
        .startsWith(
            "PARAGRAPH: ORVANE, Velia (VP) — A ferry sank on Monday. “We go on,” a diver said.",
            "PARAGRAPH: Nine of forty people — two of them children — were missing.");
  }

  @Test
  void readsTablesAsRows() throws WireException {
    assertThat(Wires.blocks(Wires.item(ITEM)))
        .contains("TABLE_ROW: Saved | Missing", "TABLE_ROW: Crew | 3 | 1½");
  }

  @Test
  void saysWhereItIsCutShort() {
    String cut = ITEM.substring(0, ITEM.indexOf('\u0003'));
    assertThatThrownBy(() -> Wires.item(cut))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("no end of text");
  }
}
