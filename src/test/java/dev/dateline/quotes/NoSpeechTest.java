package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands in marks or beside a verb of speech and is no quote. */
class NoSpeechTest {

  @Test
  void takesNoTitleForSpeech() {
    assertThat(
            Extraction.of(
                    """
                    Choir tours the coast

                    The choir sang "Summer Rain" and "The Long Way Home" in six towns.
                    """)
                .quotes())
        .isEmpty();
  }

  @Test
  void takesNoWordsBesideAWeakCueForSpeech() {
    assertThat(
            Extraction.of(
                    """
                    Council moves market hall

                    The opening of the hall attacked the quiet of the square, and stalls close at six.
                    """)
                .quotes())
        .isEmpty();
  }

  @Test
  void takesNoNicknameForSpeech() {
    assertThat(
            Extraction.of(
                    """
                    Novak wins in third round

                    Jan "the Hammer" Novak won the bout in the third round on Saturday.
                    """)
                .quotes())
        .isEmpty();
  }

  @Test
  void takesNoScareQuotesForSpeech() {
    assertThat(
            Extraction.of(
                    """
                    Hotel opens for deaf guests

                    The hotel's "silent disco" and its "night market" draw guests from three towns.
                    """)
                .quotes())
        .isEmpty();
  }

  @Test
  void takesNoRefusalForSpeech() {
    assertThat(
            Extraction.of(
                    """
                    Merger talks go on

                    The ministry declined to comment. The bank did not respond to a request for \
                    comment. Its chairman, Oto Brandel, refused to say whether the offer stood.
                    """)
                .quotes())
        .isEmpty();
  }
}
