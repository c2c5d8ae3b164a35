package dev.dateline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Dr. Orla Keane met the U.S. envoy.      | Dr. Orla Keane met the U.S. envoy .
          Keane's plan; the ministers' reply      | Keane 's plan ; the ministers ' reply
          it's O’Neill's and they don't          | it 's O’Neill 's and they don't
          “No,” he said.                          | “ No , ” he said .
          ``No,'' he said                         | `` No , '' he said
          'No,' she said: 'it isn’t'              | ' No , ' she said : ' it isn’t '
          a US-Velian deal worth $1,250.50        | a US - Velian deal worth $ 1,250.50
          AT&T said... well -- yes                | AT&T said ... well -- yes
          at 3 p.m. on Jan. 4, 2031               | at 3 p.m. on Jan. 4 , 2031
          mail press@velia.example, or www.velia.example. | mail press@velia.example , or www.velia.example .
          J. K. Marr Jr. won                      | J. K. Marr Jr. won
          [Editor's note] (AP) – yes              | [ Editor 's note ] ( AP ) – yes
          """)
  void cutsTokens(String text, String expected) {
    assertThat(String.join(" ", forms(Document.of(text)))).isEqualTo(expected);
  }

  @Test
  void findsSentences() {
    assertThat(
            sentences(
                "Gen. Ada Voss spoke. “We will go.” She left at 3 p.m. The U.S. President stayed."
                    + " “Why?” he asked. Velia Inc. lost.\n\nA heading\n\nHe paid 3.5 million."))
        .containsExactly(
            "Gen. Ada Voss spoke.",
            "“We will go.”",
            "She left at 3 p.m.",
            "The U.S. President stayed.",
            "“Why?” he asked.",
            "Velia Inc. lost.",
            "A heading",
            "He paid 3.5 million.");
  }

  @Test
  void countsCodePointsNotChars() {
    Document document = Document.of("😀 Ada 😀 Voss");
    int last = document.tokens().count() - 1;
    Span span = document.tokenSpan(last, last + 1);
    assertThat(span).isEqualTo(new Span(8, 12));
    assertThat(span.of(document.text())).isEqualTo("Voss");
    assertThat(document.text(span)).isEqualTo("Voss");
  }

  @Test
  void findsTheTokenAtAnIndex() {
    Document document = Document.of("Ada Voss left");
    assertThat(document.tokens().at(3)).isEqualTo(1);
    assertThat(document.tokens().at(4)).isEqualTo(1);
    assertThat(document.tokens().at(99)).isEqualTo(3);
  }

  @Test
  void takesAnEmptyText() {
    Document document = Document.of("");
    assertThat(document.sentenceCount()).isZero();
    assertThat(document.paragraphCount()).isZero();
  }

  private static List<String> forms(Document document) {
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < document.tokens().count(); i++) {
      forms.add(document.tokens().form(i));
    }
    return forms;
  }

  private static List<String> sentences(String text) {
    Document document = Document.of(text);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < document.sentenceCount(); i++) {
      found.add(
          text.substring(
              document.tokens().begin(document.sentenceFirst(i)),
              document.tokens().end(document.sentenceLast(i) - 1)));
    }
    return found;
  }
}
