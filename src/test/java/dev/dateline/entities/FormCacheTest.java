package dev.dateline.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormCacheTest {

  private final FormCache cache = new FormCache(Lexicon.read(), WordClasses.none(), null);

  /** Made-up words that all belong to one set of the cache. */
  private static List<String> wordsOfOneSet(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; words.size() < count; i++) {
      String word = "w" + Integer.toString(i, 36).replaceAll("[0-9]", "q");
      if (FormCache.set(word.hashCode()) == FormCache.set("w".hashCode())
          && !words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private Form form(String word) {
    Tokens tokens = Document.of(word).tokens();
    assertEquals(1, tokens.count(), word);
    return cache.get(tokens, 0, word);
  }

  @Test
  void formsThatShareASetAllStayWhenAskedForInTurn() {
    List<String> words = wordsOfOneSet(FormCache.WAYS);
    List<Form> forms = words.stream().map(this::form).toList();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < words.size(); i++) {
        assertSame(forms.get(i), form(words.get(i)), words.get(i));
      }
    }
  }

  @Test
  void whatNobodyAskedForMakesRoomBeforeWhatIsInUse() {
    List<String> words = wordsOfOneSet(FormCache.WAYS + 2);
    List<Form> forms = words.subList(0, FormCache.WAYS).stream().map(this::form).toList();
    form(words.get(FormCache.WAYS)); // takes the place of the first
    assertSame(forms.get(2), form(words.get(2)));
    form(words.get(FormCache.WAYS + 1)); // takes the place of the second, which nobody asked for
    assertSame(forms.get(2), form(words.get(2)));
    assertNotSame(forms.get(1), form(words.get(1)));
  }

  @Test
  void wordsOfOneHashAreNotMistakenForEachOther() {
    assertEquals("Aa".hashCode(), "BB".hashCode());
    assertEquals("Aa", form("Aa").text);
    assertEquals("BB", form("BB").text);
    assertEquals("Aa", form("Aa").text);
  }

  @Test
  void aCurlyApostropheIsKeptApartFromAStraightOne() {
    assertEquals("O'Dahl", form("O'Dahl").text);
    assertEquals("O\u2019Dahl", form("O\u2019Dahl").text);
  }
}
