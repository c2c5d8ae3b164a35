package dev.dateline.rules;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;

/**
 * A rule as an index has it. Equal to itself only.
 *
 * @param terms what it is filed under: a document with none of them cannot match
 */
record FiledRule(String id, Query query, List<Term> terms) {

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
