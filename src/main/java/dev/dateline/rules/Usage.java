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

/**
 * What queries look up: the fields, the terms in each, and the rules filed under them. Fields and
 * terms only grow. Safe to read from any number of threads while nobody changes it.
 */
final class Usage {

  private final Set<Slot> slots = new LinkedHashSet<>();
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();
  private final Set<FiledRule> anywhere = new LinkedHashSet<>();

  void add(CompiledQuery query) {
    slots.addAll(query.slots());
    query.query().visit(new Collector());
  }

  /** Files a rule whose query was added under its terms, or else for every document. */
  void file(FiledRule rule) {
    boolean known = rule.terms().stream().allMatch(term -> vocabularies.containsKey(term.field()));
    if (known && !rule.terms().isEmpty()) {
      rule.terms().forEach(term -> vocabulary(term.field()).file(term.bytes(), rule));
    } else {
      anywhere.add(rule);
    }
  }

  void unfile(FiledRule rule) {
    if (!anywhere.remove(rule)) {
      rule.terms().forEach(term -> vocabulary(term.field()).unfile(term.bytes(), rule));
    }
  }

  Collection<Slot> slots() {
    return slots;
  }

  Vocabulary vocabulary(Slot slot) {
    return vocabularies.getOrDefault(slot.name(), NONE);
  }

  private static final Vocabulary NONE = new Vocabulary();

  /** The rules that must be tried on every document. */
  Set<FiledRule> anywhere() {
    return anywhere;
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
