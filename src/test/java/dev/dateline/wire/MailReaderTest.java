package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailReaderTest {

  private static final String HEADERS =
      """
      Received: from mx.example by desk.example; Sat, 3 May 2031 10:15:30 +0000
      Message-ID: <ferry-1@velpress.example>
      From: =?utf-8?q?Ada_V=C3=B6ss?= <ada@velpress.example>
      To: desk@courier.example
      Subject: =?utf-8?b?RsOkaHJlIGdlc3Vua2Vu?=
      Date: Sat, 3 May 2031 12:15:00 +0200
      MIME-Version: 1.0
      """;

  @Test
  void readsPlainTextWithItsHeaders() throws WireException {
    WireItem item =
        Wires.item(
            HEADERS
                + """
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                A ferry sank off Tessaly on Monday, the coast guard said, and=
                 divers went down.

                =E2=80=9CWe go on,=E2=80=9D a diver said.
                """);
    assertThat(item.format()).isEqualTo("mail");
    assertThat(item.guid()).isEqualTo("ferry-1@velpress.example");
    assertThat(item.headline()).isEqualTo("Fähre gesunken");
    assertThat(item.byline()).isEqualTo("Ada Vöss");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(Wires.blocks(item))
        .containsExactly(
            "PARAGRAPH: A ferry sank off Tessaly on Monday, the coast guard said, and divers went"
                + " down.",
            "PARAGRAPH: “We go on,” a diver said.");
  }

  @Test
  void readsHtmlWhereThereIsNoPlainTextAndLeavesAttachmentsOut() throws WireException {
    WireItem item =
        Wires.item(
            HEADERS
                + """
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/html; charset=utf-8

                <p>A ferry sank.</p><ul><li>nine missing</li></ul>
                --cut
                Content-Type: text/plain
                Content-Disposition: attachment; filename=list.txt

                names of the crew
                --cut--
                """);
    assertThat(Wires.blocks(item))
        .containsExactly("PARAGRAPH: A ferry sank.", "LIST_ITEM: nine missing");
  }

  @Test
  void takesFieldsThatCorrespondentsWriteAboveTheText() throws WireException {
    WireItem item =
        Wires.item(
            HEADERS
                + """
                Content-Type: text/plain; charset=utf-8

                Headline: Ferry sinks off Tessaly

                Slug: ferry

                The coast guard: nine are missing, but a long search has only begun in the sea.
                """);
    assertThat(item.headline()).isEqualTo("Ferry sinks off Tessaly");
    assertThat(item.slug()).isEqualTo("ferry");
    assertThat(item.body()).hasSize(1);
  }

  @Test
  void readsBytesThatSayTheWrongEncodingOrNone() throws WireException {
    byte[] bytes =
        (HEADERS + "Content-Type: text/plain\n\nDie Fähre sank am Montag vor Tessaly.\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    WireItem item = WireReaders.standard().read(WireInput.of(bytes, "velpress")).get(0);
    assertThat(item.body())
        .extracting(Block::text)
        .containsExactly("Die Fähre sank am Montag vor Tessaly.");
  }
}
