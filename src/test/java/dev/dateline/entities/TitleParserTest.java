package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import org.junit.jupiter.api.Test;

/** What stands before a name, where the model took its names too long. */
class TitleParserTest {

  @Test
  void readsATitleThatWasTakenForPartOfAPlace() {
    Document document = Document.of("Dunmore District Officer Henrik Dahl said no.");
    Form[] forms = forms(document);
    Name[] owners = new Name[forms.length];
    own(owners, Name.of(document, forms, 0, 3, Labels.PLACE));
    own(owners, Name.of(document, forms, 3, 5, Labels.PERSON));

    RolePhrase phrase = new TitleParser(forms, owners, RoleWords.read()).before(3, 0);

    assertThat(phrase.first).isEqualTo(2);
    assertThat(phrase.last).isEqualTo(3);
    assertThat(phrase.affiliations).containsExactly(new int[] {0, 2});
  }

  private static void own(Name[] owners, Name name) {
    for (int token = name.first; token < name.last; token++) {
      owners[token] = name;
    }
  }

  private static Form[] forms(Document document) {
    FormCache cache = new FormCache(Lexicon.read(), WordClasses.none(), null);
    Tokens tokens = document.tokens();
    Form[] forms = new Form[tokens.count()];
    for (int token = 0; token < forms.length; token++) {
      forms[token] = cache.get(tokens, token, document.text());
    }
    return forms;
  }
}
