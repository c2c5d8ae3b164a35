package dev.dateline.rules;

import dev.dateline.rules.Node.Word.Form;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * What may stand at one position of a phrase: any of some terms, or a pattern.
 *
 * @param slot the field
 * @param terms the terms; empty for a pattern
 * @param pattern the pattern, or null
 */
record Position(Slot slot, List<BytesRef> terms, Node.Word pattern) {

  /** The positions of words that follow one another; a written word may take several. */
  static List<Position> of(Node.Words words, Slot slot) {
    List<Position> positions = new ArrayList<>();
    for (Node.Word word : words.words()) {
      if (word.form().isPattern()) {
        positions.add(new Position(slot, List.of(), word));
      } else {
        for (WordForms forms : WordForms.all(word.text())) {
          positions.add(new Position(slot, terms(forms, word.form(), slot.field()), null));
        }
      }
    }
    return positions;
  }

  private static List<BytesRef> terms(WordForms forms, Form form, Field field) {
    if (form == Form.EXACT) {
      return List.of(forms.cased() != null ? forms.cased() : forms.lower());
    }
    BytesRef term = field.kind() == Field.Kind.PROSE ? forms.stem() : forms.plain();
    boolean dotted = forms.cased() != null && forms.form().indexOf('.') >= 0;
    return dotted ? List.of(term, forms.cased()) : List.of(term);
  }

  /**
   * The term of a compound written without its hyphen, for a word written with one; else null.
   * "cyber-attack" thus finds "cyberattack".
   */
  static BytesRef joined(Node.Words words, Slot slot) {
    if (words.words().size() != 1 || words.words().get(0).form() != Form.PLAIN) {
      return null;
    }
    List<WordForms> parts = WordForms.all(words.words().get(0).text());
    if (parts.size() != 2 || words.value().indexOf('-') < 0) {
      return null;
    }
    WordForms joined = WordForms.of(parts.get(0).form() + parts.get(1).form());
    return slot.field().kind() == Field.Kind.PROSE ? joined.stem() : joined.plain();
  }

  boolean isTerm() {
    return terms.size() == 1;
  }

  BytesRef term() {
    return terms.get(0);
  }

  Query query() {
    if (pattern != null) {
      return Terms.pattern(slot, pattern.text(), pattern.form());
    }
    if (isTerm()) {
      return Compiler.term(slot, term());
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(Compiler.term(slot, term), Occur.SHOULD));
    return any.build();
  }

  IntervalsSource source() {
    if (pattern != null) {
      return new PatternIntervals(slot, pattern);
    }
    IntervalsSource[] sources = terms.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
    return sources.length == 1 ? sources[0] : Intervals.or(sources);
  }
}
