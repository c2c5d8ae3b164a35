package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {

  private static final FormCache CACHE = new FormCache(Lexicon.read(), WordClasses.none(), null);

  /** The words that the model is asked about, those of one window parted by blanks. */
  private static String asked(String sentence) {
    Document document = Document.of(sentence);
    Tokens tokens = document.tokens();
    Form[] forms = new Form[tokens.count()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = CACHE.get(tokens, i, sentence);
    }
    boolean[] inside = new boolean[forms.length];
    Windows.mark(forms, 0, forms.length, inside);
    Windows.trim(forms, 0, forms.length, inside, new boolean[forms.length]);
    StringBuilder asked = new StringBuilder();
    for (int i = 0; i < forms.length; i++) {
      if (inside[i]) {
        asked.append(i > 0 && !inside[i - 1] && asked.length() > 0 ? "| " : "");
        asked.append(forms[i].text).append(' ');
      }
    }
    return asked.toString().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The talks went on until they ended.                    | ``
          Then I told them so.                                   | ``
          The harbour was closed by WHO after the storm.         | WHO
          it was signed by Marr, who left.                       | Marr
          However, they went to the Bank of Velia, he added.     | Bank of Velia
          The Vale was flooded.                                  | The Vale
          a report by Kang Min-jae, the envoy                    | Kang Min - jae
          they all met in southern Velia.                        | southern Velia
          so did Marr (Labour) in the end                        | Marr ( Labour )
          """)
  void asksNothingWhereNoNameCanBe(String sentence, String asked) {
    assertThat(asked(sentence)).isEqualTo(asked);
  }
}
