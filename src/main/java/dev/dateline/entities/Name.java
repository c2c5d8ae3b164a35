package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** A name where it stands, with its words in normal form. Its type may be revised. */
final class Name {

  final int first;
  final int last;

  /** As written, white space made single blanks. */
  final String text;

  /** Folded words, hyphens and marks left out. */
  final List<String> words;

  /** How many of the words are more than an initial. */
  final int spelt;

  /** Whether all letters are capitals though the name has a word of more than five. */
  final boolean shouted;

  /** Index into {@link Labels#TYPES}. */
  int type;

  private final String key;

  private Name(int first, int last, String text, List<String> words, boolean shouted, int type) {
    this.first = first;
    this.last = last;
    this.text = text;
    this.words = words;
    this.key = words.size() == 1 ? words.get(0) : String.join(" ", words);
    this.spelt = spelt(words);
    this.shouted = shouted;
    this.type = type;
  }

  static Name of(Document document, Form[] forms, int first, int last, int type) {
    Tokens tokens = document.tokens();
    List<String> words = new ArrayList<>(last - first);
    boolean upper = true;
    boolean longWord = false;
    for (int i = first; i < last; i++) {
      Form form = forms[i];
      if (tokens.isWord(i) || form.kind == Form.NUMBER) {
        String word = strip(form.text);
        if (!word.isEmpty()) {
          words.add(word);
        }
        upper &=
            form.kind == Form.ALL_UPPER || form.kind == Form.INITIAL || form.kind == Form.NUMBER;
        longWord |= form.text.length() > 5;
      }
    }
    String text = document.text().substring(tokens.begin(first), tokens.end(last - 1));
    return new Name(
        first, last, NameText.oneLine(text), List.copyOf(words), upper && longWord, type);
  }

  private static int spelt(List<String> words) {
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      count += words.get(i).length() > 1 ? 1 : 0;
    }
    return count;
  }

  /** Folded, periods left out: "U.S." is "us". */
  private static String strip(String word) {
    String folded = NameText.fold(word);
    return folded.indexOf('.') < 0 ? folded : folded.replace(".", "");
  }

  /** The words with a blank between each two. */
  String key() {
    return key;
  }

  String lastWord() {
    return words.get(words.size() - 1);
  }
}
