package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Direct, mixed and indirect speech, in one part and in several. */
class SpeechTest {

  @Test
  void findsDirectSpeech() {
    Extraction found =
        Extraction.of(
            """
            Bridge over the Mlava to open in May

            KORSA (Balkan Wire) - "We will open the bridge in May," Transport Minister Dana \
            Kralova told reporters on Monday.
            """);
    Quote quote = found.with("open the bridge");
    assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
    assertThat(quote.text()).isEqualTo("We will open the bridge in May,");
    assertThat(quote.speaker().name()).isEqualTo("Dana Kralova");
    assertThat(quote.cue().text()).isEqualTo("told");
  }

  @Test
  void findsAReportedClauseWithWordsInMarks() {
    Extraction found =
        Extraction.of(
            """
            Governor attacks land plan

            Governor Ilse Brandt said the plan was "a gift to the speculators" and would fail.
            """);
    Quote quote = found.with("speculators");
    assertThat(quote.kind()).isEqualTo(QuoteKind.MIXED);
    assertThat(quote.text()).isEqualTo("the plan was \"a gift to the speculators\" and would fail");
    assertThat(found.verbatim(quote)).containsExactly("a gift to the speculators");
  }

  @Test
  void takesAClauseWithMarksThatAVerbOfSpeechOpens() {
    Extraction found =
        Extraction.of(
            """
            Port council defends harbour master

            Spokeswoman Jessica Ditmar said via email that, “Of course Mr. Harkness is going to \
            defend himself” against what the council sees as an attack by the media.
            """);
    Quote quote = found.with("defend himself");
    assertThat(quote.kind()).isEqualTo(QuoteKind.MIXED);
    assertThat(quote.speaker().name()).isEqualTo("Jessica Ditmar");
    assertThat(found.verbatim(quote))
        .containsExactly("Of course Mr. Harkness is going to defend himself");
  }

  @Test
  void leavesTheVerbOutOfWhatItReports() {
    Extraction found =
        Extraction.of(
            """
            Minister asks allies to pay

            “We can’t afford to do this any longer,” Harkness said, adding later, “The alliance is \
            costing us a fortune, and we’re spending a lot of money.”
            """);
    Quote quote = found.with("costing us a fortune");
    assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
    assertThat(quote.text()).startsWith("The alliance is costing us");
  }

  @Test
  void findsIndirectSpeech() {
    Extraction found =
        Extraction.of(
            """
            Ferry line to cut winter trips

            The operator said on Tuesday that ferries would sail only twice a week in winter.
            """);
    Quote quote = found.with("ferries would sail");
    assertThat(quote.kind()).isEqualTo(QuoteKind.INDIRECT);
    assertThat(quote.verbatim()).isEmpty();
  }

  @Test
  void findsAClauseBeforeItsCue() {
    Extraction found =
        Extraction.of(
            """
            Mine stays shut

            The mine will stay shut until the pumps are replaced, inspector Karel Dub said.
            """);
    assertThat(found.with("pumps").text())
        .isEqualTo("The mine will stay shut until the pumps are replaced");
  }

  @Test
  void keepsASentenceInMarksWithACueOfItsOwnApart() {
    Extraction found =
        Extraction.of(
            """
            Council of Korsa divided over port

            Ada Marr asserted that the port had lost its way: “The port is no longer a port,” she \
            claimed. Critics say that Marr is fond of strongmen - “She would have loved the old \
            board,” Pavel Dahl said twice - and that she has no plan.
            """);
    Quote port = found.with("no longer a port");
    assertThat(port.kind()).isEqualTo(QuoteKind.DIRECT);
    assertThat(port.text()).isEqualTo("The port is no longer a port,");
    assertThat(port.cue().text()).isEqualTo("claimed");
    assertThat(found.with("the old board").text()).isEqualTo("She would have loved the old board,");
  }

  @Test
  void partsQuotesThatHaveLostTheBlankBetweenThem() {
    Extraction found =
        Extraction.of(
            """
            Unions quarrel over figures

            Lena Ostrander said “members strike less often than the others.”“Your figures are \
            wrong,” Pavel Dahl wrote. “Members strike more often.”
            """);
    assertThat(found.with("less often").speaker().name()).isEqualTo("Lena Ostrander");
    assertThat(found.with("figures are wrong").speaker().name()).isEqualTo("Pavel Dahl");
  }

  @Test
  void findsTheClauseBehindSayAndBehindAnOpeningSource() {
    Extraction found =
        Extraction.of(
            """
            Aid group counts the dead

            KORSA (Balkan Wire) - Relief Watch said at least 31 people, including two policemen, had \
            been killed since Tuesday.

            According to a union official, Ada Marr spoke to both boards.
            """);
    assertThat(found.with("31 people").text())
        .isEqualTo("at least 31 people, including two policemen, had been killed since Tuesday");
    Quote boards = found.with("both boards");
    assertThat(boards.text()).isEqualTo("Ada Marr spoke to both boards");
    assertThat(boards.speaker().name()).isNull();
  }

  @Test
  void joinsASplitQuote() {
    Extraction found =
        Extraction.of(
            """
            Flood takes Lower Town

            "The river rose faster than anyone expected," Mayor Tomas Hruby said, "and we had \
            one hour to move 300 people."
            """);
    Quote quote = found.with("river rose");
    assertThat(quote.spans()).hasSize(2);
    assertThat(quote.text())
        .isEqualTo(
            "The river rose faster than anyone expected, and we had one hour to move 300 people.");
  }

  @Test
  void joinsSentencesOnBothSidesOfTheSpeaker() {
    Extraction found =
        Extraction.of(
            """
            Shelter marks ten years

            "We began with nothing," Elena Markovic, the founder of the shelter, said. "Today we \
            feed 400 people a day."
            """);
    assertThat(found.with("began with nothing").text()).contains("feed 400 people");
    assertThat(found.with("began with nothing").speaker().name()).isEqualTo("Elena Markovic");
  }

  @Test
  void joinsWhatAnAsideOfTheReporterParts() {
    Extraction found =
        Extraction.of(
            """
            Hotel owner boasts

            "We are going to start winning again," Mayor Ilse Brandt said, saying the hotels would \
            open in May. "You are going to be so happy."

            "I have no idea how they voted," she said of the guests, "But I know that they came."
            """);
    assertThat(found.with("start winning").spans()).hasSize(2);
    assertThat(found.with("start winning").text()).endsWith("You are going to be so happy.");
    assertThat(found.with("hotels would").speaker().name()).isEqualTo("Ilse Brandt");
    assertThat(found.with("no idea").text()).endsWith("But I know that they came.");
  }

  @Test
  void joinsParagraphsThatOpenWithAMark() {
    Extraction found =
        Extraction.of(
            """
            The night the cranes went dark

            Ada Brandt, the head of the port authority, described the night of the storm.

            "First the cranes went dark.

            "Then the water came over the quay, and we ran.

            "Nobody looked back," Brandt said.
            """);
    Quote quote = found.with("cranes went dark.");
    assertThat(quote.spans()).hasSize(3);
    assertThat(quote.text())
        .isEqualTo(
            "First the cranes went dark.\n\nThen the water came over the quay, and we ran.\n\n"
                + "Nobody looked back,");
    assertThat(quote.speaker().name()).isEqualTo("Ada Brandt");
  }

  @Test
  void findsAQuoteInsideAQuote() {
    Extraction found =
        Extraction.of(
            """
            Singer ends tour

            "When I called him, he said, ‘I will never sing again’ and hung up," said Lucia \
            Ferro, the singer's manager.
            """);
    Quote outer = found.with("When I called him");
    Quote inner = found.quotes().stream().filter(q -> q.nestedIn() != null).findAny().orElseThrow();
    assertThat(inner.text()).isEqualTo("I will never sing again");
    assertThat(inner.nestedIn()).isEqualTo(outer.id());
    assertThat(outer.speaker().name()).isEqualTo("Lucia Ferro");
    assertThat(outer.nestedIn()).isNull();
  }

  @Test
  void keepsBracketsAndEllipsesAndTakesNoSpeakerFromThem() {
    Extraction found =
        Extraction.of(
            """
            Teachers demand schools

            "He [President Milan Kovar said so twice] promised us schools ... and we got a \
            stadium," teacher Irena Bosak said.
            """);
    Quote quote = found.with("promised us schools");
    assertThat(quote.text()).contains("[President Milan Kovar said so twice]").contains(" ... ");
    assertThat(quote.speaker().name()).isEqualTo("Irena Bosak");
  }

  @Test
  void cutsEveryTextOutOfTheArticle() {
    Extraction found =
        Extraction.of(
            """
            Two ministers, one road 🛣

            "We pay," said Finance Minister Ada Marr. "They build," she added, smiling.

            The road "will be ready by spring", Works Minister Olaf Lind promised.
            """);
    assertThat(found.quotes()).hasSizeGreaterThanOrEqualTo(2);
    for (Quote quote : found.quotes()) {
      StringBuilder joined = new StringBuilder();
      for (dev.dateline.text.Span span : quote.spans()) {
        joined.append(joined.isEmpty() ? "" : " ").append(found.text(span));
      }
      assertThat(quote.text()).isEqualTo(joined.toString());
      assertThat(quote.text()).contains(found.verbatim(quote));
    }
  }

  @Test
  void readsWhatTheEndOfASentenceReports() {
    Extraction found =
        Extraction.of(
            """
            Grain council warns of shortage

            Farmers in the valley can expect a second shipment before the rains, Tolan Besk, who \
            took office in January, told a news conference here.

            Banks will meet the needs of growers where it is reasonable, Liang Moru, a senior \
            official of the Banking Commission, said.

            The claims are baseless and politically motivated, insisted Harraq.

            World leaders should "stop talking" about food prices, the head of the Grain Council, \
            Dora Minetti, has said.
            """);
    assertThat(found.with("second shipment").text())
        .isEqualTo("Farmers in the valley can expect a second shipment before the rains");
    assertThat(found.with("second shipment").speaker().name()).isEqualTo("Tolan Besk");
    assertThat(found.with("the needs").text())
        .isEqualTo("Banks will meet the needs of growers where it is reasonable");
    assertThat(found.with("baseless").text())
        .isEqualTo("The claims are baseless and politically motivated");
    assertThat(found.with("baseless").speaker().mention().text()).isEqualTo("Harraq");
    assertThat(found.with("stop talking").text())
        .isEqualTo("World leaders should \"stop talking\" about food prices");
    assertThat(found.with("stop talking").speaker().name()).isEqualTo("Dora Minetti");
  }

  @Test
  void endsWithTheRelativeClauseThatReports() {
    Extraction found =
        Extraction.of(
            """
            Marlow lifts profit

            Shares in Marlow Foods, which said it would buy back some of its stock, climbed by 3%.
            """);
    assertThat(found.with("buy back").text()).isEqualTo("it would buy back some of its stock");
  }
}
