package dev.dateline.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;

/**
 * What queries look up: the fields, and the terms in each. It only grows. Safe to read from any
 * number of threads while nobody adds.
 */
final class Usage {

  private final Set<Slot> slots = new LinkedHashSet<>();
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();
  private boolean anchoredAnywhere;

  void add(CompiledQuery query) {
    slots.addAll(query.slots());
    query.query().visit(new Collector());
  }

  /** Notes that a rule is filed under {@code term} of a field, or under nothing in particular. */
  void anchor(String field, BytesRef term) {
    if (slots.stream().anyMatch(slot -> slot.name().equals(field))) {
      vocabulary(field).anchor(term);
    } else {
      anchoredAnywhere = true;
    }
  }

  /** Notes that every document must be tried. */
  void anchorAnywhere() {
    anchoredAnywhere = true;
  }

  Collection<Slot> slots() {
    return slots;
  }

  Vocabulary vocabulary(Slot slot) {
    return vocabularies.getOrDefault(slot.name(), NONE);
  }

  private static final Vocabulary NONE = new Vocabulary();

  /** Whether some query must be tried on every document. */
  boolean isAnchoredAnywhere() {
    return anchoredAnywhere;
  }

  private Vocabulary vocabulary(String field) {
    return vocabularies.computeIfAbsent(field, name -> new Vocabulary());
  }

  private final class Collector extends QueryVisitor {

    @Override
    public void consumeTerms(Query query, Term... terms) {
      for (Term term : terms) {
        vocabulary(term.field()).use(term.bytes());
      }
    }

    @Override
    public void visitLeaf(Query query) {
      Term start = PatternHandler.start(query);
      if (start != null) {
        vocabulary(start.field()).useStart(start.bytes());
      }
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      // What must not be there has to be seen, too.
      return this;
    }
  }
}
