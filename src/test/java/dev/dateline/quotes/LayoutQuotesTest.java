package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Quotes that the layout shows. */
class LayoutQuotesTest {

  @Test
  void findsABlockWithoutMarks() {
    Extraction found =
        Extraction.of(
            """
            Ferry company answers families

            Nordline answered the families on Friday. The company's statement reads:

            We deeply regret the loss of the Aurora and will compensate every family.

            The ferry sank in March.
            """);
    Quote quote = found.with("deeply regret");
    assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
    assertThat(found.verbatim(quote)).containsExactly(quote.text());
    assertThat(quote.text())
        .isEqualTo("We deeply regret the loss of the Aurora and will compensate every family.");
    assertThat(quote.speaker().kind()).isEqualTo(Speaker.Kind.DOCUMENT);
  }

  @Test
  void findsTheTurnsOfATranscript() {
    Extraction found =
        Extraction.of(
            """
            Mayor Hruby at the town hall

            Mayor Tomas Hruby met reporters on Friday.

            REPORTER: Will you stand again?

            HRUBY: I have not decided yet.

            REPORTER: When will you know?

            HRUBY: After the summer.
            """);
    assertThat(found.with("not decided").speaker().name()).isEqualTo("Tomas Hruby");
    assertThat(found.with("After the summer").kind()).isEqualTo(QuoteKind.DIRECT);
    assertThat(found.with("stand again").speaker().name()).isNull();
  }

  @Test
  void takesTheLettersOfAListForNobody() {
    Extraction found =
        Extraction.of(
            """
            What the valley lost

            The council listed on Friday what the cuts have cost.

            a: The bus to Marrin stops at noon.

            b: The school has no cook.
            """);
    assertThat(found.quotes()).noneMatch(quote -> quote.text().contains("bus to Marrin"));
  }

  @Test
  void findsQuestionsAndAnswers() {
    Extraction found =
        Extraction.of(
            """
            Five minutes with Lena Orlov

            Lena Orlov ran the observatory for ten years.

            Q: Why did you resign?

            A: Because the board would not listen.
            """);
    assertThat(found.with("resign").text()).isEqualTo("Why did you resign?");
    assertThat(found.with("listen").text()).isEqualTo("Because the board would not listen.");
  }

  @Test
  void findsTheSpeakerOfAHeadline() {
    Extraction found =
        Extraction.of(
            """
            Marr: Taxes will not rise before 2030

            Finance Minister Ada Marr ruled out higher taxes on Tuesday.
            """);
    assertThat(found.with("Taxes will not rise").speaker().name()).isEqualTo("Ada Marr");
  }

  @Test
  void findsNoSpeakerInAnyOtherLabel() {
    Extraction found =
        Extraction.of(
            """
            Weather: Rain in the north

            Clouds will gather over the coast during the night.
            """);
    assertThat(found.quotes()).isEmpty();
  }

  @Test
  void findsASignedQuote() {
    Extraction found =
        Extraction.of(
            """
            Quotes of the week

            "I have never seen so much snow in one night." — Viktor Hale, harbour master
            """);
    assertThat(found.with("snow").speaker().name()).isEqualTo("Viktor Hale");
  }

  @Test
  void leavesOutThePlaceOfAnItemInBrief() {
    Extraction found =
        Extraction.of(
            """
            World news in brief

            KORSA - Defence Minister Gregor Vasht was taken to hospital on Friday, state radio \
            reported.
            """);
    assertThat(found.with("taken to hospital").text()).startsWith("Defence Minister");
  }
}
