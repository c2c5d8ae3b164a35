package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same words are the same quote in every style of marks. */
class MarkStylesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          “%s” | curly
          "%s" | straight
          ``%s'' | doubled
          ''%s'' | apostrophes
          «%s» | guillemets
          »%s« | reversed
          „%s“ | German
          ‘%s’ | British
          '%s' | plain British
          """)
  void findsSpeechInEveryStyle(String style, String name) {
    Extraction found =
        Extraction.of(
            "Council votes for tram\n\n"
                + String.format(style, "We can't wait for the minister's plan any longer,")
                + " Mayor Per Aas said after the vote.\n\nThe tram will cost 40 million crowns.");
    Quote quote = found.with("wait for the minister");
    assertThat(quote.text())
        .as(name)
        .isEqualTo("We can't wait for the minister's plan any longer,");
    assertThat(quote.kind()).as(name).isEqualTo(QuoteKind.DIRECT);
    assertThat(quote.speaker().name()).as(name).isEqualTo("Per Aas");
  }

  @Test
  void tellsBritishMarksFromApostrophes() {
    Extraction found =
        Extraction.of(
            """
            Energy plan in trouble

            ‘The ministers’ plan won’t survive the winter,’ said Fiona Calder, the shadow energy \
            secretary. ‘It’s a mess.’
            """);
    assertThat(found.with("survive the winter").text())
        .startsWith("The ministers’ plan won’t survive the winter,");
  }

  @Test
  void anUnclosedMarkDoesNotSpoilTheRest() {
    Extraction found =
        Extraction.of(
            """
            Talks fail in Brod

            "The talks failed, said negotiator Per Lund.

            "We are still hopeful," said union leader Britt Aas.

            The factory employs 900 people.
            """);
    Quote quote = found.with("still hopeful");
    assertThat(quote.text()).isEqualTo("We are still hopeful,");
    assertThat(quote.speaker().name()).isEqualTo("Britt Aas");
    assertThat(found.texts()).noneMatch(text -> text.contains("900 people"));
  }

  @Test
  void aStrayMarkDoesNotSpoilTheRest() {
    Extraction found =
        Extraction.of(
            """
            Basketball club signs Weber

            The 6'7" centre signed on Friday.

            "He is what we were missing," coach Rita Sand said.
            """);
    assertThat(found.with("missing").text()).isEqualTo("He is what we were missing,");
    assertThat(found.quotes()).hasSize(1);
  }
}
