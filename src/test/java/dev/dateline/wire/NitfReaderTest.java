package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NitfReaderTest {

  private static final String ITEM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
      <nitf baselang="en-GB">
        <head>
          <title>Ferry</title>
          <meta name="anpa-keyword" content="TESSALY-FERRY"/>
          <tobject><tobject.subject tobject.subject.refnum="03010000" tobject.subject.type="Accident"/></tobject>
          <docdata management-status="usable" management-doc-idref="vel.0001">
            <doc-id regsrc="velpress" id-string="vel.0002"/>
            <du-key key="ferry-20310503" version="2"/>
            <urgency ed-urg="3"/>
            <date.issue norm="20310503T101500Z"/>
            <date.release norm="20310503T180000Z"/>
            <doc.copyright year="2031" holder="Velpress"/>
            <ed-msg info="Adds toll"/>
          </docdata>
        </head>
        <body>
          <body.head>
            <hedline><hl1>Ferry sinks off Tessaly</hl1><hl2>Nine missing</hl2></hedline>
            <byline>By <person>Ada Voss</person><byttl>Velpress</byttl></byline>
            <dateline><location><city>Orvane</city></location><story.date norm="20310503T100000Z">May 3</story.date></dateline>
          </body.head>
          <body.content>
            <media media-type="image"><media-metadata name="x" value="y"/><media-caption>The ferry in May.</media-caption></media>
            <p>A ferry of the <org value="x">Tessaly Line</org>
               sank on Monday.</p>
            <hl2>Divers</hl2>
            <p>Divers went down at noon.</p>
            <pre>Saved     31
      Missing    9
      </pre>
          </body.content>
          <body.end><tagline>Tam Marr contributed to this report.</tagline></body.end>
        </body>
      </nitf>
      """;

  @Test
  void readsEveryField() throws WireException {
    WireItem item = Wires.item(ITEM);
    assertThat(item.format()).isEqualTo("nitf");
    assertThat(item.guid()).isEqualTo("ferry-20310503");
    assertThat(item.version()).isEqualTo("2");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.embargo()).isEqualTo(Instant.parse("2031-05-03T18:00:00Z"));
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.headline()).isEqualTo("Ferry sinks off Tessaly");
    assertThat(item.subheads()).containsExactly("Nine missing");
    assertThat(item.byline()).isEqualTo("By Ada Voss, Velpress");
    assertThat(item.located()).isEqualTo("Orvane");
    assertThat(item.language()).isEqualTo("en-GB");
    assertThat(item.slug()).isEqualTo("TESSALY-FERRY");
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.edNote()).isEqualTo("Adds toll");
    assertThat(item.copyright()).isEqualTo("© 2031 Velpress");
    assertThat(item.supersedes()).containsExactly("vel.0001");
    assertThat(item.subjects()).containsExactly(new Subject("03010000", null, "Accident"));
  }

  @Test
  void readsTheBodyWithItsMarkupAndWhatStandsUnderIt() throws WireException {
    assertThat(Wires.blocks(Wires.item(ITEM)))
        .containsExactly(
            "CAPTION: The ferry in May.",
            "PARAGRAPH: A ferry of the Tessaly Line sank on Monday.",
            "HEADING: Divers",
            "PARAGRAPH: Divers went down at noon.",
            "TABLE_ROW: Saved     31",
            "TABLE_ROW: Missing    9",
            "PARAGRAPH: Tam Marr contributed to this report.");
  }

  @Test
  void takesTheDocumentsOwnIdWhereTheKeyHasNoVersion() throws WireException {
    WireItem item = Wires.item(ITEM.replace(" version=\"2\"", ""));
    assertThat(item.guid()).isEqualTo("vel.0002");
    assertThat(item.version()).isNull();
  }

  @Test
  void takesNoCatchLineForAnIdentity() throws WireException {
    WireItem item = Wires.item(ITEM.replace("ferry-20310503", "TESSALY-FERRY"));
    assertThat(item.guid()).isEqualTo("vel.0002");
  }

  @Test
  void followsNoDocumentType() throws WireException {
    String bomb =
        ITEM.replace(
                "<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">",
                "<!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/hosts\">]>")
            .replace("sank on Monday", "sank &c; on &f; Monday");
    WireItem item = Wires.item(bomb);
    assertThat(Wires.blocks(item).get(1)).hasSizeLessThan(100).doesNotContain("aaaa", "localhost");
  }
}
