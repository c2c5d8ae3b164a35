package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** To whom, how, when and through what something was said. */
class QuoteCircumstancesTest {

  @Test
  void tellsADenial() {
    Extraction found =
        article("Minister Ruth Okafor denied that any troops had crossed the border.");
    assertThat(found.with("crossed the border").stance()).isEqualTo(Stance.DENIED);
  }

  @Test
  void tellsACondition() {
    Extraction found = article("If asked, Viktor Hale would say that the tax was a mistake.");
    assertThat(found.with("tax was a mistake").stance()).isEqualTo(Stance.CONDITIONAL);
  }

  @Test
  void tellsAQuestion() {
    Extraction found = article("\"Would anyone believe that?\" asked Ruth Okafor.");
    assertThat(found.with("believe that").stance()).isEqualTo(Stance.QUESTION);
  }

  @Test
  void tellsWhoRelayedIt() {
    Extraction found = article("Chairman Viktor Hale told CNN that he would not resign.");
    Quote quote = found.with("he would not resign");
    assertThat(quote.via().text()).isEqualTo("CNN");
    assertThat(quote.addressee().text()).isEqualTo("CNN");
  }

  @Test
  void tellsTheMedium() {
    Extraction found =
        article("\"We lost the best of us,\" Olaf Lind said in a statement on 3 March 2026.");
    Quote quote = found.with("best of us");
    assertThat(quote.medium()).isEqualTo("statement");
    assertThat(quote.said().words().text()).isEqualTo("3 March 2026");
    assertThat(quote.said().date()).isEqualTo(LocalDate.of(2026, 3, 3));
  }

  @Test
  void tellsACourt() {
    Extraction found = article("The court ruled that the law was void.");
    assertThat(found.with("law was void").medium()).isEqualTo("court");
  }

  @Test
  void givesTheSentenceAround() {
    Extraction found = article("Rain fell. \"We wait,\" said farmer Jan Bos. The dam is full.");
    assertThat(found.with("We wait").sentence().text())
        .isEqualTo("\"We wait,\" said farmer Jan Bos.");
  }

  @Test
  void givesConfidencesBetweenNoneAndFull() {
    Extraction found = article("\"We are ready to go home now,\" said captain Jan Bos.");
    assertThat(found.with("ready").confidence()).isBetween(0.5, 1.0);
  }

  private static Extraction article(String sentence) {
    return Extraction.of("News from the capital\n\n" + sentence + "\n");
  }

  @Test
  void namesWhoInterviewedTheSpeaker() {
    Quote quote =
        Extraction.of(
                """
                Hallan stays

                "I will not resign," Mayor Victor Hallan said in an interview with Reuters on \
                Monday.
                """)
            .with("not resign");
    assertThat(quote.via().text()).isEqualTo("Reuters");
    assertThat(quote.medium()).isEqualTo("interview");
  }

  @Test
  void speaksBeforeABodyNotThroughIt() {
    Quote quote =
        Extraction.of(
                """
                Hallan before council

                Mayor Victor Hallan told the Security Council that the port was closed.
                """)
            .with("port was closed");
    assertThat(quote.addressee().text()).isEqualTo("the Security Council");
    assertThat(quote.via()).isNull();
  }

  @Test
  void givesTheAddresseeWhole() {
    Quote quote =
        Extraction.of(
                """
                Hallan on port

                Mayor Victor Hallan told The New York Times that the port was closed.
                """)
            .with("port was closed");
    assertThat(quote.addressee().text()).isEqualTo("The New York Times");
    assertThat(quote.via().text()).isEqualTo("The New York Times");
  }
}
