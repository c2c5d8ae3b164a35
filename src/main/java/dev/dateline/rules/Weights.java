package dev.dateline.rules;

import dev.dateline.text.WordList;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.TermWeightor;

/**
 * How rare a term is likely to be in the news: a rule that needs several is filed under the rarest
 * of them. Affects speed only.
 */
final class Weights implements TermWeightor {

  private static final Set<String> COMMON =
      Set.copyOf(WordList.read(Weights.class, "common-words.txt"));

  @Override
  public double applyAsDouble(Term term) {
    String text = term.text();
    char first = text.charAt(0);
    String label = term.field();
    int at = label.indexOf('@');
    Field field = Field.named(at < 0 ? label : label.substring(0, at));
    if (first == '!') {
      return 0.001;
    }
    switch (field) {
      case LANGUAGE, KIND, STANCE, MEDIUM, URGENCY -> {
        return 0.002;
      }
      case SOURCE, LIST -> {
        return 0.01;
      }
      case ITEM -> {
        return 10;
      }
      default -> {
        // by the word itself
      }
    }
    boolean marked = first == WordForms.LOWER || first == WordForms.CASED;
    if (first == PatternHandler.MARK) {
      return 0.02 * text.length();
    }
    String word = marked ? text.substring(1) : text;
    if (COMMON.contains(word)) {
      return 0.05;
    }
    double weight = Math.min(word.length(), 12);
    // The whole text has more words than any other field.
    return field == Field.TEXT || field == Field.QUOTE ? weight / 10 : weight / 8;
  }
}
