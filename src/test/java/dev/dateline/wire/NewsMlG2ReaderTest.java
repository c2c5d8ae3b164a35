package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsMlG2ReaderTest {

  private static final String MESSAGE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
        <header><sent>2031-05-03T10:20:00Z</sent></header>
        <itemSet>
          <packageItem><itemRef residref="x"/></packageItem>
          <newsItem guid="tag:velpress.example,2031:ferry" version="7" xml:lang="en">
            <rightsInfo>
              <copyrightNotice>(c) Velpress 2031</copyrightNotice>
              <usageTerms>NO ARCHIVAL USE</usageTerms>
            </rightsInfo>
            <itemMeta>
              <itemClass qcode="ninat:text"/>
              <provider literal="velpress.example"><name>Velpress</name></provider>
              <versionCreated>2031-05-03T12:15:00+02:00</versionCreated>
              <firstCreated>2031-05-03T10:00:00Z</firstCreated>
              <embargoed>2031-05-03T18:00:00Z</embargoed>
              <pubStatus qcode="stat:usable"/>
              <edNote role="ednote:note">Adds toll</edNote>
              <edNote role="ednote:contacts">Desk: 555 0100</edNote>
              <link rel="irel:previousVersion" residref="tag:velpress.example,2031:ferry-flash"/>
              <link rel="irel:seeAlso" residref="tag:velpress.example,2031:map"/>
            </itemMeta>
            <contentMeta>
              <urgency>3</urgency>
              <located qcode="city:ORV"><name>Orvane</name></located>
              <by>By Ada Voss</by>
              <by>No-Data-Available</by>
              <dateline>ORVANE (Velpress) -</dateline>
              <language tag="en-GB"/>
              <slugline>TESSALY-FERRY/</slugline>
              <headline rank="2">Rescue goes on</headline>
              <headline rank="1">Ferry sinks off Tessaly</headline>
              <subject qcode="medtop:03000000"/>
              <subject qcode="medtop:03000000"/>
              <subject qcode="vel:boats"><name xml:lang="de">Boote</name><name xml:lang="en">Boats</name></subject>
            </contentMeta>
            <contentSet>
              <inlineXML contenttype="application/xhtml+xml">
                <html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
                  <body>
                    <p>A ferry with <b>forty</b> people on <a href="x">board</a> sank on Monday.</p>
                    <h2>Divers</h2>
                    <p>Divers went down at noon.</p>
                    <ul><li>two divers</li><li>one boat</li></ul>
                    <table><tr><td>Saved</td><td>31</td></tr></table>
                  </body>
                </html>
              </inlineXML>
            </contentSet>
          </newsItem>
        </itemSet>
      </newsMessage>
      """;

  @Test
  void readsEveryFieldOfAnItemInAMessage() throws WireException {
    WireItem item = Wires.item(MESSAGE);
    assertThat(item.format()).isEqualTo("newsml-g2");
    assertThat(item.guid()).isEqualTo("tag:velpress.example,2031:ferry");
    assertThat(item.version()).isEqualTo("7");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.firstCreated()).isEqualTo(Instant.parse("2031-05-03T10:00:00Z"));
    assertThat(item.embargo()).isEqualTo(Instant.parse("2031-05-03T18:00:00Z"));
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.headline()).isEqualTo("Ferry sinks off Tessaly");
    assertThat(item.subheads()).containsExactly("Rescue goes on");
    assertThat(item.byline()).isEqualTo("By Ada Voss");
    assertThat(item.dateline()).isEqualTo("ORVANE (Velpress) -");
    assertThat(item.located()).isEqualTo("Orvane");
    assertThat(item.language()).isEqualTo("en-GB");
    assertThat(item.slug()).isEqualTo("TESSALY-FERRY/");
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.edNote()).isEqualTo("Adds toll");
    assertThat(item.usageTerms()).isEqualTo("NO ARCHIVAL USE");
    assertThat(item.copyright()).isEqualTo("(c) Velpress 2031");
    assertThat(item.agency()).isEqualTo("Velpress");
    assertThat(item.supersedes()).containsExactly("tag:velpress.example,2031:ferry-flash");
    assertThat(item.relatedIds()).containsExactly("tag:velpress.example,2031:map");
  }

  @Test
  void namesTheSubjectsOfTheIptcOnceEach() throws WireException {
    assertThat(Wires.item(MESSAGE).subjects())
        .containsExactly(
            new Subject("medtop:03000000", "medtop", "disaster, accident and emergency incident"),
            new Subject("vel:boats", "vel", "Boats"));
  }

  @Test
  void keepsWhatTheMarkupSays() throws WireException {
    assertThat(Wires.blocks(Wires.item(MESSAGE)))
        .containsExactly(
            "PARAGRAPH: A ferry with forty people on board sank on Monday.",
            "HEADING: Divers",
            "PARAGRAPH: Divers went down at noon.",
            "LIST_ITEM: two divers",
            "LIST_ITEM: one boat",
            "TABLE_ROW: Saved | 31");
  }

  @Test
  void keepsTheLinesOfATelexInOneParagraph() throws WireException {
    String telex =
        """
        <p>(Adds quote)
            * Ferry sank within minutes
            * Thirty-one saved

            By Ada Voss
            May 3 (Velpress) - A ferry with forty people on board
        sank off Tessaly on Monday, the coast guard said, and divers
        went down to look for those who were missing.
            Thirty-one people had been saved by noon, said a speaker
        of the guard in Orvane.
        </p>
        """;
    WireItem item =
        Wires.item(MESSAGE.replaceAll("(?s)<p>A ferry.*</table>", telex.replace("$", "")));
    assertThat(Wires.blocks(item))
        .containsExactly(
            "PARAGRAPH: (Adds quote)",
            "PARAGRAPH: * Ferry sank within minutes",
            "PARAGRAPH: * Thirty-one saved",
            "PARAGRAPH: By Ada Voss",
            "PARAGRAPH: May 3 (Velpress) - A ferry with forty people on board sank off Tessaly on"
                + " Monday, the coast guard said, and divers went down to look for those who were"
                + " missing.",
            "PARAGRAPH: Thirty-one people had been saved by noon, said a speaker of the guard in"
                + " Orvane.");
  }

  @Test
  void keepsParagraphsTogetherThatAreOnlyLaidOutForReading() throws WireException {
    String laidOut =
        "<p>A ferry with forty people on board\n          sank off Tessaly\n          on"
            + " Monday.</p>";
    WireItem item = Wires.item(MESSAGE.replaceAll("(?s)<p>A ferry.*</table>", laidOut));
    assertThat(Wires.blocks(item))
        .containsExactly(
            "PARAGRAPH: A ferry with forty people on board sank off Tessaly on Monday.");
  }

  @Test
  void looksIntoNitfThatAnItemWraps() throws WireException {
    String nitf =
        """
        <nitf><head><title>Ferry sinks</title></head>
          <body>
            <body.head>
              <note><body.content><p>Not for print.</p></body.content></note>
              <byline>By<person>Ada Voss</person><byttl>Velpress</byttl></byline>
            </body.head>
            <body.content><p>It sank.</p></body.content>
          </body>
        </nitf>
        """;
    String wrapped =
        MESSAGE
            .replaceAll("(?s)<html.*</html>", nitf)
            .replaceAll("<headline.*</headline>", "")
            .replaceAll("<by>.*</by>", "");
    WireItem item = Wires.item(wrapped);
    assertThat(item.headline()).isEqualTo("Ferry sinks");
    assertThat(item.byline()).isEqualTo("By Ada Voss, Velpress");
    assertThat(Wires.blocks(item)).containsExactly("PARAGRAPH: It sank.");
  }

  @Test
  void readsPackagesWithTheIdsOfTheirItems() throws WireException {
    WireItem item =
        Wires.item(
            """
            <packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:vel:top" version="2">
              <itemMeta><itemClass qcode="ninat:composite"/><pubStatus qcode="stat:canceled"/></itemMeta>
              <contentMeta><headline>Top stories</headline></contentMeta>
              <groupSet><group><itemRef residref="tag:vel:1"/><itemRef residref="tag:vel:2"/></group></groupSet>
            </packageItem>
            """);
    assertThat(item.headline()).isEqualTo("Top stories");
    assertThat(item.pubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(item.relatedIds()).containsExactly("tag:vel:1", "tag:vel:2");
    assertThat(item.body()).isEmpty();
  }

  @Test
  void picturesHaveTheirCaption() throws WireException {
    WireItem item =
        Wires.item(
            """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:vel:pic">
              <itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
              <contentMeta><headline>Ferry</headline><description>The ferry in May.</description></contentMeta>
              <contentSet><remoteContent href="x.jpg"/></contentSet>
            </newsItem>
            """);
    assertThat(item.body()).isEqualTo(List.of(Block.of(Block.Kind.CAPTION, "The ferry in May.")));
  }

  @Test
  void tellsWhereATruncatedMessageBreaksOff() {
    String cut = MESSAGE.substring(0, MESSAGE.indexOf("</newsItem>"));
    assertThatThrownBy(() -> Wires.item(cut))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("damaged or cut short")
        .hasMessageContaining("line");
  }
}
