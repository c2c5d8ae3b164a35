package dev.dateline.rules;

import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds rules with patterns by the first letters of their terms, where Lucene's presearcher would
 * try each of them on every document.
 *
 * <p>A pattern is filed under its first letters, up to {@value #LONG} of them; a document is looked
 * up under the first letters of each of its words, at the lengths that occur.
 */
final class PatternHandler implements CustomQueryHandler {

  /** First character of such a term. */
  static final char MARK = '*';

  private static final int LONG = 7;
  private static final int[] LENGTHS = {Limits.FUZZY_PREFIX, Limits.WILDCARD_PREFIX, 5, LONG};

  @Override
  public QueryTree handleQuery(Query query, TermWeightor weightor) {
    Term start = start(query);
    return start == null ? null : QueryTree.term(start, weightor);
  }

  /** The term that a pattern is filed under, or null for any other query. */
  static Term start(Query query) {
    String start;
    String field;
    if (query instanceof PrefixQuery prefix) {
      start = prefix.getPrefix().text();
      field = prefix.getField();
    } else if (query instanceof WildcardQuery wildcard) {
      String text = wildcard.getTerm().text();
      start = text.substring(0, Patterns.first(text));
      field = wildcard.getField();
    } else if (query instanceof FuzzyQuery fuzzy) {
      start = fuzzy.getTerm().text().substring(0, fuzzy.getPrefixLength());
      field = fuzzy.getField();
    } else {
      return null;
    }
    return new Term(field, MARK + start.substring(1, 1 + length(start.length() - 1)));
  }

  /** Hash codes of the terms under which patterns for a word in lower case may be filed. */
  static int[] starts(String lower) {
    int count = 0;
    while (count < LENGTHS.length && LENGTHS[count] <= lower.length()) {
      count++;
    }
    int[] hashes = new int[count];
    int hash = MARK;
    int at = 0;
    for (int i = 0; i < count; i++) {
      while (at < LENGTHS[i]) {
        hash = 31 * hash + lower.charAt(at++);
      }
      hashes[i] = hash;
    }
    return hashes;
  }

  /** The hash code of such a term, as {@link #starts} has it. */
  static int hash(BytesRef start) {
    return start.utf8ToString().hashCode();
  }

  /** The greatest of the lengths that so many letters have. */
  private static int length(int letters) {
    int length = LENGTHS[0];
    for (int next : LENGTHS) {
      length = next <= letters ? next : length;
    }
    return length;
  }
}
