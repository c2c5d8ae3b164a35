package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Embargoes that a desk states in prose. Items are of Saturday, 1 May 2027, noon. */
class EmbargoesTest {

  private static final Instant MADE = Instant.parse("2027-05-01T12:00:00Z");

  private static WireItem text(String notice, String language) throws WireException {
    return read(ninjs("Ferries stay in port", "", notice, language));
  }

  private static String ninjs(String headline, String note, String line, String language) {
    return """
        {"uri":"urn:coast:1","type":"text","versioncreated":"2027-05-01T12:00:00Z","language":"%s",
         "headline":"%s","ednote":"%s",
         "body_html":"<p>%s</p><p>No ferry left Kestrand on Saturday.</p>"}
        """
        .formatted(language, headline, note, line);
  }

  private static WireItem read(String wire) throws WireException {
    WireInput input = WireInput.of(wire.getBytes(StandardCharsets.UTF_8), "coast");
    return WireReaders.standard().read(input.withReceived(MADE)).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMBARGOED until 10:00 GMT Monday 3 May | 2027-05-03T10:00:00Z",
        "EMBARGOED UNTIL 1000 GMT MONDAY, MAY 3 | 2027-05-03T10:00:00Z",
        "Embargoed until 10am BST on Monday 3rd May 2027. | 2027-05-03T09:00:00Z",
        "STRICTLY EMBARGOED UNTIL 0001HRS (BST) 12 MAY 2031 | 2031-05-11T23:01:00Z",
        "Strictly embargoed to 00:01 hours, Tuesday May 4 | 2027-05-04T00:01:00Z",
        "NOT FOR RELEASE BEFORE 6 p.m. EDT SUNDAY | 2027-05-02T22:00:00Z",
        "Not for publication or broadcast before 18.00 CET, 5 May | 2027-05-05T17:00:00Z",
        "NOT FOR RELEASE, PUBLICATION OR BROADCAST UNTIL 2027-05-04T08:30:00+02:00"
            + " | 2027-05-04T06:30:00Z",
        "HOLD FOR RELEASE 6:30 p.m. ET, Monday, May 3 | 2027-05-03T22:30:00Z",
        "HOLD FOR RELEASE UNTIL NOON GMT TOMORROW | 2027-05-02T12:00:00Z",
        "Embargo: 00.01 Thursday | 2027-05-06T00:01:00Z",
        "EMBARGO 0001 GMT, 6 MAY | 2027-05-06T00:01:00Z",
        "*** EMBARGOED FOR RELEASE UNTIL 14:00 UTC+2 ON 7 MAY 2027 *** | 2027-05-07T12:00:00Z",
        "(Embargoed until 11 a.m. London time Wednesday) | 2027-05-05T10:00:00Z",
        "This report is under embargo until 9 am AEST Monday 3 May | 2027-05-02T23:00:00Z",
        "Attention editors: embargoed until midnight GMT Monday | 2027-05-04T00:00:00Z",
        "FOR RELEASE AT 1600 GMT MONDAY | 2027-05-03T16:00:00Z",
        "Embargo: 03/05/2027, 10:00 GMT | 2027-05-03T10:00:00Z",
        "EMBARGOED UNTIL 5/6/2027 10:00 GMT | 2027-06-05T10:00:00Z",
        "EMBARGOED UNTIL 15:00 GMT | 2027-05-01T15:00:00Z",
        "EMBARGOED UNTIL 09:00 GMT | 2027-05-02T09:00:00Z",
        "EMBARGOED UNTIL 31 DECEMBER | 2027-12-31T00:00:00Z",
        "Embargoed until 10:00 GMT Monday 3 May for print, online and broadcast"
            + " | 2027-05-03T10:00:00Z",
      })
  void aNoticeIsRead(String notice, Instant until) throws WireException {
    WireItem item = text(notice, "en");
    assertThat(item.embargo()).isEqualTo(until);
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(Embargoes.noticeEnd(notice)).isEqualTo(notice.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Sperrfrist: Montag, 3. Mai, 10.00 Uhr | 2027-05-03T08:00:00Z",
        "de | Sperrfrist bis 3. Mai 2027, 18 Uhr | 2027-05-03T16:00:00Z",
        "de | Gesperrt bis Montag 10.00 Uhr MESZ | 2027-05-03T08:00:00Z",
        "fr-FR | SOUS EMBARGO jusqu'au lundi 3 mai à 10h00 | 2027-05-03T08:00:00Z",
        "es-ES | EMBARGADO HASTA LAS 10.00 del lunes 3 de mayo de 2027 | 2027-05-03T08:00:00Z",
        "da | Klausuleret til 3. maj kl. 10.00 | 2027-05-03T08:00:00Z",
        "nl | Onder embargo tot maandag 3 mei 10.00 uur | 2027-05-03T08:00:00Z",
        "en-GB | Embargo: 00.01 Thursday | 2027-05-05T23:01:00Z",
        "en-US | HOLD FOR RELEASE 6 p.m. Monday | 2027-05-03T22:00:00Z",
        "en-US | EMBARGOED UNTIL 5/6/2027 10:00 | 2027-05-06T14:00:00Z",
      })
  void aClockWithoutAZoneIsThatOfTheLanguage(String language, String notice, Instant until)
      throws WireException {
    assertThat(text(notice, language).embargo()).isEqualTo(until);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMBARGOED UNTIL DELIVERY OF THE SPEECH",
        "Embargoed until delivery",
        "NOT FOR RELEASE BEFORE THE COUNCIL HAS MET",
        "HOLD FOR RELEASE",
        "EMBARGOED",
        "Embargo: to be confirmed",
        "Embargo until further notice",
        "STRICTLY EMBARGOED - check against delivery",
        "Embargo: 25.61 Thursday 41",
      })
  void oneThatCannotBeReadWithholdsTheItem(String notice) throws WireException {
    WireItem item = text(notice, "en");
    assertThat(item.embargo()).isNull();
    assertThat(item.pubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The embargo until 2031 was a mistake, the minister said.",
        "Embargo until 2031",
        "Embargo until 2031 was a mistake, says minister",
        "EMBARGO UNTIL 2031 WAS A MISTAKE, SAYS MINISTER",
        "Embargo: how a ban on arms hurt the port of Kestrand",
        "Embargo: 3 things to know about the ban on Velian oil and gas",
        "Embargo on Velian oil to end on 3 May, ministers say",
        "Embargoed goods worth 3 million were found in the port on Monday.",
        "Embargo lifted on Velian oil, prices fall",
        "Embargo lifted: Velia sells arms again",
        "Embargo to be lifted on Monday",
        "Embargo for Monday's talks is no obstacle, envoy says",
        "Hold until Monday, coach tells his players",
        "Release Monday of 30 prisoners raises hopes",
        "For release of the hostages, the families have waited since 3 May.",
        "Under embargo until 2029, the island has built ships of its own and traded with no one.",
        "Not for use before 2031 was what the label of the vaccine said, according to the agency.",
        "No embargo on fish, commission says",
        "Publication of the report on 3 May was delayed.",
      })
  void aStoryAboutAnEmbargoIsUnderNone(String words) throws WireException {
    for (WireItem item :
        new WireItem[] {text(words, "en"), read(ninjs(words, "", "Kestrand, 1 May", "en"))}) {
      assertThat(item.embargo()).isNull();
      assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    }
    assertThat(Embargoes.noticeEnd(words)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMBARGO LIFTED",
        "Embargo has been lifted.",
        "Embargo: none",
        "Embargo now lifted at 10:00 GMT",
        "Sperrfrist aufgehoben",
        "Sperrfrist: keine",
        "NO EMBARGO",
      })
  void oneThatIsLiftedIsNone(String notice) throws WireException {
    WireItem item = text(notice, "en");
    assertThat(item.embargo()).isNull();
    assertThat(item.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(Embargoes.noticeEnd(notice)).isEqualTo(notice.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMBARGOED UNTIL 10:00 GMT MONDAY: Ferries stay in port | Ferries stay in port",
        "EMBARGOED UNTIL 1000 GMT MONDAY Ferries stay in port | Ferries stay in port",
        "HOLD FOR RELEASE 10 a.m. GMT Monday - Ferries stay | Ferries stay",
      })
  void itMayStandBeforeTheHeadline(String headline, String rest) throws WireException {
    WireItem item = read(ninjs(headline, "", "Kestrand, 1 May", "en"));
    assertThat(item.embargo()).isEqualTo("2027-05-03T10:00:00Z");
    assertThat(headline.substring(Embargoes.noticeEnd(headline))).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Adds quotes. Embargoed until 10:00 GMT Monday. Pictures to follow.",
        "Eds: Note embargo until 10:00 GMT Monday",
        "This story is under embargo until 10:00 GMT Monday",
      })
  void itMayStandInANote(String note) throws WireException {
    WireItem item = read(ninjs("Ferries stay in port", note, "Kestrand, 1 May", "en"));
    assertThat(item.embargo()).isEqualTo("2027-05-03T10:00:00Z");
  }

  @Test
  void theLaterOfTwoHolds() throws WireException {
    String both = "Embargoed until 10:00 GMT Monday";
    WireItem item = read(ninjs("EMBARGOED UNTIL 10:00 GMT TUESDAY", both, both, "en"));
    assertThat(item.embargo()).isEqualTo("2027-05-04T10:00:00Z");
  }

  @Test
  void aFieldOfTheFormatSaysItMoreExactly() throws WireException {
    String wire = ninjs("EMBARGOED UNTIL 0001 MONDAY", "", "Kestrand, 1 May", "en");
    String field = "{\"embargoed\":\"2027-05-03T00:01:00+01:00\",";
    WireItem item = read(field + wire.strip().substring(1));
    assertThat(item.embargo()).isEqualTo("2027-05-02T23:01:00Z");
  }

  @Test
  void everyFormatMayStateIt() throws WireException {
    Instant until = Instant.parse("2027-05-03T10:00:00Z");
    String notice = "EMBARGOED until 10:00 GMT Monday 3 May";
    String story = "KESTRAND, May 1 (Coast) - No ferry left Kestrand on Saturday, the port said.";
    for (String wire :
        new String[] {
          notice + "\n\nFerries stay in port\n\n" + story,
          "Ferries stay in port\n" + notice + "\n" + story + "\n",
          "From: desk@coast.example\nTo: all@coast.example\nDate: Sat, 1 May 2027 12:00:00 +0000\n"
              + "Message-ID: <1@coast.example>\nSubject: Ferries stay in port\n\n"
              + notice
              + "\n\n"
              + story
              + "\n",
          "<html><head><title>Ferries stay in port</title></head><body><article><h1>Ferries stay in"
              + " port</h1><p>"
              + notice
              + "</p><p>"
              + story.repeat(4)
              + "</p></article></body></html>",
          "\u0001COA0012 4 POL 44 COAST /AA-BB\nferry\n\u0002\n"
              + notice
              + "\nFerries stay in port=\n   "
              + story
              + "\n\u0003\n011200 GMT mai 27\n",
          "\u0016\u0016\u0001v0012\u001f\nu i BC-Ferry 05-01 0044\n\u0002^BC-Ferry,44<\n^"
              + notice
              + "<\n^Ferries stay in port<\n  "
              + story
              + "\n\u0003\nCO-WF-05-01-27 1200GMT\n",
          "<nitf><head><title>Ferries</title></head><body><body.head><hedline><hl1>Ferries stay in"
              + " port</hl1></hedline></body.head><body.content><p>"
              + notice
              + "</p><p>"
              + story
              + "</p></body.content></body></nitf>",
        }) {
      WireItem item = read(wire);
      assertThat(item.embargo()).as(wire).isEqualTo(until);
    }
  }

  @Test
  void withoutAnyTimeToStartFromTheItemIsWithheld() throws WireException {
    String wire = "EMBARGOED until 10:00 GMT Monday\n\nNo ferry left Kestrand on Saturday.";
    WireInput input = WireInput.of(wire.getBytes(StandardCharsets.UTF_8), "coast");
    assertThat(WireReaders.standard().read(input).get(0).pubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void aWeekdayThatContradictsTheDateIsReadAsTheLater() throws WireException {
    assertThat(text("EMBARGOED UNTIL 10:00 GMT WEDNESDAY 3 MAY", "en").embargo())
        .isEqualTo("2027-05-05T10:00:00Z");
  }

  @Test
  void theYearIsTheOneInWhichItIsStillToComeOrJustPast() throws WireException {
    assertThat(text("EMBARGOED UNTIL 10:00 GMT 28 APRIL", "en").embargo())
        .isEqualTo("2027-04-28T10:00:00Z");
    assertThat(text("EMBARGOED UNTIL 10:00 GMT 3 JANUARY", "en").embargo())
        .isEqualTo("2028-01-03T10:00:00Z");
  }
}
