package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewsMl1ReaderTest {

  private static final String ITEM =
      """
      <?xml version="1.0" encoding="iso-8859-1"?>
      <!DOCTYPE NewsML SYSTEM "http://velpress.example/NewsML_1.2.dtd">
      <NewsML>
        <NewsItem xml:lang="fr">
          <Identification>
            <NewsIdentifier>
              <ProviderId>velpress.example</ProviderId>
              <DateId>20310503</DateId>
              <NewsItemId>ferry</NewsItemId>
              <RevisionId PreviousRevision="2" Update="N">3</RevisionId>
              <PublicIdentifier>urn:newsml:velpress.example:20310503:ferry:3N</PublicIdentifier>
            </NewsIdentifier>
            <NameLabel>Tessaly-ferry</NameLabel>
          </Identification>
          <NewsManagement>
            <FirstCreated>20310503T100000Z</FirstCreated>
            <ThisRevisionCreated>20310503T101500Z</ThisRevisionCreated>
            <Status FormalName="Usable"/>
            <Urgency FormalName="3"/>
            <AssociatedWith NewsItem="urn:newsml:velpress.example:20310503:map"/>
          </NewsManagement>
          <NewsComponent>
            <NewsLines>
              <HeadLine>Un ferry coule au large de Tessaly</HeadLine>
              <SubHeadLine>Neuf disparus</SubHeadLine>
              <ByLine>Par Ada Voss</ByLine>
              <DateLine>Orvane, 3 mai 2031 (VPF)</DateLine>
            </NewsLines>
            <AdministrativeMetadata><Provider><Party FormalName="VPF"/></Provider></AdministrativeMetadata>
            <DescriptiveMetadata>
              <Language FormalName="FR"/>
              <SubjectCode><Subject FormalName="03000000"/></SubjectCode>
              <Location><Property FormalName="City" Value="Orvane"/></Location>
            </DescriptiveMetadata>
            <ContentItem>
              <MediaType FormalName="Text"/>
              <DataContent>
                <p>Un ferry a coulé lundi.</p>
                <p>« Nous cherchons », a dit un plongeur.</p>
              </DataContent>
            </ContentItem>
          </NewsComponent>
        </NewsItem>
      </NewsML>
      """;

  @Test
  void readsEveryField() throws WireException {
    WireItem item =
        WireReaders.standard()
            .read(WireInput.of(ITEM.getBytes(StandardCharsets.ISO_8859_1), "velpress"))
            .get(0);
    assertThat(item.format()).isEqualTo("newsml-1");
    assertThat(item.version()).isEqualTo("3");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.firstCreated()).isEqualTo(Instant.parse("2031-05-03T10:00:00Z"));
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.headline()).isEqualTo("Un ferry coule au large de Tessaly");
    assertThat(item.subheads()).containsExactly("Neuf disparus");
    assertThat(item.byline()).isEqualTo("Par Ada Voss");
    assertThat(item.dateline()).isEqualTo("Orvane, 3 mai 2031 (VPF)");
    assertThat(item.located()).isEqualTo("Orvane");
    assertThat(item.language()).isEqualTo("fr");
    assertThat(item.slug()).isEqualTo("Tessaly-ferry");
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.agency()).isEqualTo("VPF");
    assertThat(item.relatedIds()).containsExactly("urn:newsml:velpress.example:20310503:map");
    assertThat(item.subjects())
        .containsExactly(
            new Subject("03000000", null, "disaster, accident and emergency incident"));
    assertThat(Wires.blocks(item))
        .containsExactly(
            "PARAGRAPH: Un ferry a coulé lundi.",
            "PARAGRAPH: « Nous cherchons », a dit un plongeur.");
  }

  @Test
  void leavesTheRevisionOutOfTheId() throws WireException {
    WireItem third = Wires.item(ITEM.replace("iso-8859-1", "utf-8"));
    WireItem fourth =
        Wires.item(
            ITEM.replace("iso-8859-1", "utf-8")
                .replace(">3</RevisionId>", ">4</RevisionId>")
                .replace("ferry:3N", "ferry:4U"));
    assertThat(third.guid()).isEqualTo("urn:newsml:velpress.example:20310503:ferry");
    assertThat(fourth.guid()).isEqualTo(third.guid());
    assertThat(fourth.version()).isEqualTo("4");
  }

  @Test
  void readsAnEmbargoFromAStatusThatWillChange() throws WireException {
    WireItem item =
        Wires.item(
            ITEM.replace("iso-8859-1", "utf-8")
                .replace(
                    "<Status FormalName=\"Usable\"/>",
                    "<Status FormalName=\"Embargoed\"/><StatusWillChange>"
                        + "<FutureStatus FormalName=\"Usable\"/>"
                        + "<DateAndTime>20310504T060000Z</DateAndTime></StatusWillChange>"));
    assertThat(item.embargo()).isEqualTo(Instant.parse("2031-05-04T06:00:00Z"));
  }
}
