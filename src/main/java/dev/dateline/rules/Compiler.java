package dev.dateline.rules;

import dev.dateline.rules.Node.Word.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Makes Lucene queries of syntax trees. */
final class Compiler {

  private final Set<Slot> slots = new LinkedHashSet<>();

  private Compiler() {}

  static CompiledQuery compile(Node node) throws RuleException {
    Scope scope = Scopes.of(node);
    Compiler compiler = new Compiler();
    Query query = compiler.query(node, Salience.ANY);
    return new CompiledQuery(query, scope, Set.copyOf(compiler.slots), isSelective(node));
  }

  /** Whether a document must have something in particular to match. */
  private static boolean isSelective(Node node) {
    if (node instanceof Node.And and) {
      return and.parts().stream().anyMatch(Compiler::isSelective);
    }
    if (node instanceof Node.Or or) {
      return or.parts().stream().allMatch(Compiler::isSelective);
    }
    if (node instanceof Node.AtLeast some) {
      // The others may make up the number, so all but count - 1 of the parts must select.
      long loose = some.parts().stream().filter(part -> !isSelective(part)).count();
      return loose < some.count();
    }
    return !(node instanceof Node.Not || node instanceof Node.In);
  }

  private Query query(Node node, Salience salience) {
    if (node instanceof Node.And and) {
      return and(and.parts(), salience.narrowedBy(and.parts()));
    }
    if (node instanceof Node.Or or) {
      return any(or.parts(), 1, salience);
    }
    if (node instanceof Node.AtLeast some) {
      return any(some.parts(), some.count(), salience);
    }
    if (node instanceof Node.Not not) {
      return not(query(not.part(), salience));
    }
    if (node instanceof Node.Near near) {
      Slot slot = slot(Positions.field(near), salience);
      return new IntervalQuery(slot.name(), near(near, slot));
    }
    if (node instanceof Node.Words words) {
      return words(words, slot(words.field(), salience));
    }
    if (node instanceof Node.Range range) {
      return range(range, salience);
    }
    return new MatchAllDocsQuery();
  }

  private Slot slot(Field field, Salience salience) {
    Slot slot = Slot.of(field, salience);
    slots.add(slot);
    return slot;
  }

  private Query and(List<Node> parts, Salience salience) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean required = false;
    // A range of salience restricts the entities named beside it; alone it asks for any entity.
    boolean entities = parts.stream().anyMatch(Compiler::namesEntities);
    for (Node part : parts) {
      if (part instanceof Node.Not not) {
        all.add(query(not.part(), salience), Occur.MUST_NOT);
      } else if (!(part instanceof Node.In) && !(entities && isSalience(part))) {
        all.add(query(part, salience), Occur.MUST);
        required = true;
      }
    }
    if (!required) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
    }
    return all.build();
  }

  private static boolean isSalience(Node node) {
    return node instanceof Node.Range range && range.field() == Field.SALIENCE;
  }

  /** Whether a field of entities must match for {@code node} to match. */
  private static boolean namesEntities(Node node) {
    if (node instanceof Node.Words words) {
      return words.field().kind().ofEntities();
    }
    if (node instanceof Node.And and) {
      return and.parts().stream().anyMatch(Compiler::namesEntities);
    }
    if (node instanceof Node.Or or) {
      return or.parts().stream().allMatch(Compiler::namesEntities);
    }
    if (node instanceof Node.AtLeast some) {
      return some.parts().stream().allMatch(Compiler::namesEntities);
    }
    return node instanceof Node.Near near && namesEntities(near.left());
  }

  private Query any(List<Node> parts, int least, Salience salience) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Node part : parts) {
      any.add(query(part, salience), Occur.SHOULD);
    }
    return any.setMinimumNumberShouldMatch(least).build();
  }

  private static Query not(Query query) {
    return new BooleanQuery.Builder()
        .add(new MatchAllDocsQuery(), Occur.MUST)
        .add(query, Occur.MUST_NOT)
        .build();
  }

  private Query range(Node.Range range, Salience salience) {
    if (range.field() == Field.SALIENCE) {
      Slot slot = slot(Field.ENTITY, salience.narrowedBy(List.of(range)));
      return new TermQuery(new Term(slot.name(), WordForms.ANY));
    }
    Slot slot = slot(range.field(), Salience.ANY);
    if (range.field() != Field.URGENCY) {
      return DoublePoint.newRangeQuery(slot.name(), range.from(), range.to());
    }
    // The nine urgencies are terms, by which rules are found faster than by a range.
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (int urgency = 1; urgency <= 9; urgency++) {
      if (range.from() <= urgency && urgency <= range.to()) {
        any.add(term(slot, keyword(Integer.toString(urgency))), Occur.SHOULD);
      }
    }
    Query query = any.build();
    return ((BooleanQuery) query).clauses().isEmpty()
        ? new MatchNoDocsQuery("no such urgency")
        : query;
  }

  private Query words(Node.Words words, Slot slot) {
    Field.Kind kind = slot.field().kind();
    if (words.words().get(0).form() == Form.ANY) {
      return term(slot, WordForms.ANY);
    }
    if (!kind.isWords()) {
      return keyword(words, slot);
    }
    Query query = prose(words, slot);
    if (slot.field() != Field.SUBJECT) {
      return query;
    }
    // Subjects have a code beside their name.
    return new BooleanQuery.Builder()
        .add(query, Occur.SHOULD)
        .add(keyword(words, slot), Occur.SHOULD)
        .build();
  }

  private static Query keyword(Node.Words words, Slot slot) {
    String value = words.value();
    Form form = words.words().get(0).form();
    return words.words().size() == 1 && form.isPattern()
        ? Terms.pattern(slot, value, form)
        : term(slot, keyword(value));
  }

  private Query prose(Node.Words words, Slot slot) {
    List<Position> positions = Position.of(words, slot);
    if (positions.isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    if (positions.size() == 1) {
      return positions.get(0).query();
    }
    Query phrase = phrase(words, slot, positions);
    BytesRef joined = Position.joined(words, slot);
    if (joined == null) {
      return phrase;
    }
    return new BooleanQuery.Builder()
        .add(phrase, Occur.SHOULD)
        .add(term(slot, joined), Occur.SHOULD)
        .build();
  }

  private static Query phrase(Node.Words words, Slot slot, List<Position> positions) {
    if (words.distance() == 0 && positions.stream().allMatch(Position::isTerm)) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      positions.forEach(position -> phrase.add(new Term(slot.name(), position.term())));
      return phrase.build();
    }
    return new IntervalQuery(slot.name(), phraseSource(words, positions));
  }

  private static IntervalsSource phraseSource(Node.Words words, List<Position> positions) {
    IntervalsSource[] sources =
        positions.stream().map(Position::source).toArray(IntervalsSource[]::new);
    return words.distance() == 0
        ? Intervals.phrase(sources)
        : Intervals.maxgaps(words.distance(), Intervals.unordered(sources));
  }

  private IntervalsSource near(Node.Near near, Slot slot) {
    return Intervals.maxgaps(
        near.distance(),
        Intervals.unorderedNoOverlaps(source(near.left(), slot), source(near.right(), slot)));
  }

  private IntervalsSource source(Node node, Slot slot) {
    if (node instanceof Node.Or or) {
      return Intervals.or(or.parts().stream().map(part -> source(part, slot)).toList());
    }
    if (node instanceof Node.Near near) {
      return near(near, slot);
    }
    Node.Words words = (Node.Words) node;
    List<Position> positions = Position.of(words, slot);
    if (positions.isEmpty()) {
      return Intervals.noIntervals("no word");
    }
    IntervalsSource source =
        positions.size() == 1 ? positions.get(0).source() : phraseSource(words, positions);
    BytesRef joined = positions.size() == 1 ? null : Position.joined(words, slot);
    return joined == null ? source : Intervals.or(source, Intervals.term(joined));
  }

  static Query term(Slot slot, BytesRef term) {
    return new TermQuery(new Term(slot.name(), term));
  }

  /** The term of a value that is compared as a whole. */
  static BytesRef keyword(String value) {
    return new BytesRef(WordForms.LOWER + WordForms.lower(value.strip()));
  }
}
