package dev.dateline.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # start of the paragraph                               | dateline                            | places               | agency       | date
          LONDON, July 7 (Reuters) - Prices rose.                | LONDON, July 7 (Reuters)            | LONDON               | Reuters      | July 7
          WASHINGTON/BEIJING (Reuters) - Prices rose.            | WASHINGTON/BEIJING (Reuters)        | WASHINGTON;BEIJING   | Reuters      | -
          LONDON, PARIS and NEW YORK, Jan. 5 (Reuters) – It fell | LONDON, PARIS and NEW YORK, Jan. 5 (Reuters) | LONDON;PARIS;NEW YORK | Reuters | Jan. 5
          (Reuters) - Prices rose.                               | (Reuters)                           | -                    | Reuters      | -
          Jan 5 (Reuters) - Prices rose.                         | Jan 5 (Reuters)                     | -                    | Reuters      | Jan 5
          KABUL, Afghanistan (AP) — A bomb went off.             | KABUL, Afghanistan (AP)             | KABUL, Afghanistan   | AP           | -
          ST. PAUL, Minn. (AP) _ A court ruled.                  | ST. PAUL, Minn. (AP)                | ST. PAUL, Minn.      | AP           | -
          WASHINGTON (AP) Lawmakers met.                         | WASHINGTON (AP)                     | WASHINGTON           | AP           | -
          Paris, July 7, 2031 (AFP) - The deal holds.            | Paris, July 7, 2031 (AFP)           | Paris                | AFP          | July 7, 2031
          Orvane (AFP) – The deal holds.                         | Orvane (AFP)                        | Orvane               | AFP          | -
          HAMBURG, /TASS/. The talk was long.                    | HAMBURG, /TASS/                     | HAMBURG              | TASS         | -
          MOSCOW, July 7. /TASS/. The talk was long.             | MOSCOW, July 7. /TASS/              | MOSCOW               | TASS         | July 7
          Berlin (dpa/bb) - Der Preis stieg.                     | Berlin (dpa/bb)                     | Berlin               | dpa/bb       | -
          Hamburg/Berlin (dpa) – Der Preis stieg.                | Hamburg/Berlin (dpa)                | Hamburg;Berlin       | dpa          | -
          BEIJING, July 7 (Xinhua) -- China agreed.              | BEIJING, July 7 (Xinhua)            | BEIJING              | Xinhua       | July 7
          TOKYO, July 7, Kyodo - Japan agreed.                   | TOKYO, July 7, Kyodo                | TOKYO                | Kyodo        | July 7
          TOKYO, July 7 (Kyodo) -- Japan agreed.                 | TOKYO, July 7 (Kyodo)               | TOKYO                | Kyodo        | July 7
          Madrid, 7 jul (EFE).- El acuerdo sigue.                | Madrid, 7 jul (EFE)                 | Madrid               | EFE          | 7 jul
          (ANSA) - Rome, July 7 - The deal holds.                | (ANSA) - Rome, July 7               | Rome                 | ANSA         | July 7
          (ANSA) - ROMA, 7 LUG - Il patto tiene.                 | (ANSA) - ROMA, 7 LUG                | ROMA                 | ANSA         | 7 LUG
          OTTAWA — The deal holds.                               | OTTAWA                              | OTTAWA               | -            | -
          ORVANE, N.B. — The deal holds.                         | ORVANE, N.B.                        | ORVANE, N.B.         | -            | -
          OTTAWA (CP) — The deal holds.                          | OTTAWA (CP)                         | OTTAWA               | CP           | -
          København, 7. juli /ritzau/ Aftalen holder.            | København, 7. juli /ritzau/         | København            | ritzau       | 7. juli
          Genève (ats) L'accord tient.                           | Genève (ats)                        | Genève               | ats          | -
          Bern (awp/sda) - Der Vertrag gilt.                     | Bern (awp/sda)                      | Bern                 | awp/sda      | -
          DEN HAAG (ANP) - De afspraak geldt.                    | DEN HAAG (ANP)                      | DEN HAAG             | ANP          | -
          SYDNEY, July 7 AAP - The deal holds.                   | SYDNEY, July 7 AAP                  | SYDNEY               | AAP          | July 7
          CANBERRA, AAP - The deal holds.                        | CANBERRA, AAP                       | CANBERRA             | AAP          | -
          NEW YORK, July 07, 2031 (GLOBE NEWSWIRE) -- Velia Inc. | NEW YORK, July 07, 2031 (GLOBE NEWSWIRE) | NEW YORK        | GLOBE NEWSWIRE | July 07, 2031
          ORVANE, Calif., July 7, 2031 /PRNewswire/ -- Velia Inc. | ORVANE, Calif., July 7, 2031 /PRNewswire/ | ORVANE, Calif. | PRNewswire  | July 7, 2031
          ORVANE, Calif.--(BUSINESS WIRE)--Velia Inc. grew.      | ORVANE, Calif.--(BUSINESS WIRE)     | ORVANE, Calif.       | BUSINESS WIRE | -
          NEW DELHI: The deal holds.                             | NEW DELHI                           | NEW DELHI            | -            | -
          New Delhi, Jul 7 (PTI) The deal holds.                 | New Delhi, Jul 7 (PTI)              | New Delhi            | PTI          | Jul 7
          Cape Town - The deal holds.                            | Cape Town                           | Cape Town            | -            | -
          LONDON, July 7 - The deal holds.                       | LONDON, July 7                      | LONDON               | -            | July 7
          RIO DE JANEIRO (AP) - The deal holds.                  | RIO DE JANEIRO (AP)                 | RIO DE JANEIRO       | AP           | -
          # agencies and places that no list has
          PORT CALDER, /VELPRESS/. The deal holds.               | PORT CALDER, /VELPRESS/             | PORT CALDER          | VELPRESS     | -
          MARRIN, April 2. /VELPRESS/. The deal holds.           | MARRIN, April 2. /VELPRESS/         | MARRIN               | VELPRESS     | April 2
          TARNHAVN (KTB) — The deal holds.                       | TARNHAVN (KTB)                      | TARNHAVN             | KTB          | -
          LANTRY, Duskara — The deal holds.                      | LANTRY, Duskara                     | LANTRY, Duskara      | -            | -
          OLDMERE, Velia (AWN) -- The deal holds.                | OLDMERE, Velia (AWN)                | OLDMERE, Velia       | AWN          | -
          FENMARSH, Velia, March 11 (Northwire) - The deal holds. | FENMARSH, Velia, March 11 (Northwire) | FENMARSH, Velia   | Northwire    | March 11
          MARRIN, Velia, March 12, 2031 /PressDesk/ -- Velia Inc. | MARRIN, Velia, March 12, 2031 /PressDesk/ | MARRIN, Velia | PressDesk    | March 12, 2031
          KOLVAR/PORT CALDER (Northwire) - The deal holds.       | KOLVAR/PORT CALDER (Northwire)      | KOLVAR;PORT CALDER   | Northwire    | -
          Jan. 12 (DeskWire) - The deal holds.                   | Jan. 12 (DeskWire)                  | -                    | DeskWire     | Jan. 12
          NEW BRITAIN, Conn., March 4 - The deal holds.          | NEW BRITAIN, Conn., March 4         | NEW BRITAIN, Conn.   | -            | March 4
          ORVANE (May 3, 2031) — The deal holds.                 | ORVANE (May 3, 2031)                | ORVANE               | -            | May 3, 2031
          MADRID, 21 Nov. 2031 (Europa Press) -                  | MADRID, 21 Nov. 2031 (Europa Press) | MADRID               | Europa Press | 21 Nov. 2031
          МОСКВА, 3 мая. /ТАСС/. Договор действует.              | МОСКВА, 3 мая. /ТАСС/               | МОСКВА               | ТАСС         | 3 мая
          (美国商业资讯)--维利亚公司增长。                             | (美国商业资讯)                         | -                    | 美国商业资讯   | -
          ON BOARD THE VELIA EXPLORER (Reuters) - It sailed.     | ON BOARD THE VELIA EXPLORER (Reuters) | ON BOARD THE VELIA EXPLORER | Reuters | -
          """)
  void readsTheStylesOfTheAgencies(
      String paragraph, String dateline, String places, String agency, String date) {
    DatelineParser.Found found = DatelineParser.parse(paragraph);
    assertThat(found).isNotNull();
    assertThat(paragraph.substring(0, found.end())).isEqualTo(dateline);
    assertThat(String.join(";", found.places())).isEqualTo(places == null ? "" : places);
    assertThat(found.agency()).isEqualTo(agency);
    assertThat(found.date()).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Associated Press (AP) — a news agency — said so.",
        "NATO — the alliance — agreed.",
        "UPDATE: The deal holds.",
        "WATCH - The deal holds.",
        "OPINION — The deal holds.",
        "COVID-19 — The virus spread.",
        "UNICEF - The fund agreed.",
        "London - based firms agreed.",
        "Moscow: how a city changed",
        "Velia, Duskara — The deal holds.",
        "The Velian minister (Liberals) - The deal holds.",
        "The minister (SPD) - a former judge - agreed.",
        "Ada Voss (AP) contributed.",
        "\"LONDON - It rains,\" she said.",
        "On July 7 (Monday) - the deal held.",
        "London is calling.",
        "Jan. 5 - The deal holds.",
        "Jan. 5 (Monday) - The deal holds.",
        "SUGAR OUTPUT SEEN LOWER - USDA",
        "TIMBER EXPORTS UP -- MINISTRY",
        "VELIA OIL PRODUCTION DOWN IN JANUARY 2031",
        "FERRY TALKS POSTPONED TILL MONDAY",
        "A",
        "",
      })
  void takesNoneFromASentenceThatLooksLikeOne(String paragraph) {
    assertThat(DatelineParser.parse(paragraph)).isNull();
  }
}
