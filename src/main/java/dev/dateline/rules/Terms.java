package dev.dateline.rules;

import dev.dateline.rules.Node.Word.Form;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.WildcardQuery;

/** Queries for patterns of one word. */
final class Terms {

  private Terms() {}

  static MultiTermQuery pattern(Slot slot, String text, Form form) {
    String lower = WordForms.LOWER + WordForms.lower(text.replace('\u2019', '\''));
    return switch (form) {
      case PREFIX -> new Prefix(term(slot, lower.substring(0, lower.length() - 1)));
      case WILDCARD -> wildcard(slot, lower);
      case FUZZY_1 -> new FuzzyQuery(term(slot, lower), 1, 1 + Limits.FUZZY_PREFIX);
      case FUZZY_2 -> new FuzzyQuery(term(slot, lower), 2, 1 + Limits.FUZZY_PREFIX);
      default -> throw new IllegalArgumentException(form + " is no pattern");
    };
  }

  private static AutomatonQuery wildcard(Slot slot, String lower) {
    boolean prefix = Patterns.first(lower) == lower.length() - 1 && lower.endsWith("*");
    return prefix
        ? new Prefix(term(slot, lower.substring(0, lower.length() - 1)))
        : new WildcardQuery(term(slot, lower));
  }

  /** The letters with which every term of a pattern starts, its marker among them. */
  static String prefix(String text, Form form) {
    String lower = WordForms.LOWER + WordForms.lower(text.replace('\u2019', '\''));
    return switch (form) {
      case PREFIX, WILDCARD -> lower.substring(0, Patterns.first(lower));
      default -> lower.substring(0, 1 + Limits.FUZZY_PREFIX);
    };
  }

  private static Term term(Slot slot, String text) {
    return new Term(slot.name(), text);
  }
}
