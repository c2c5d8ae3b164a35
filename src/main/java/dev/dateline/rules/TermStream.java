package dev.dateline.rules;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of one field, collected before Lucene reads them. Offsets are UTF-16 indices into the
 * article's text; both are 0 where a term has no place there. Not thread-safe.
 */
final class TermStream extends TokenStream {

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

  private BytesRef[] terms = new BytesRef[32];
  private int[] increments = new int[32];
  private int[] begins = new int[32];
  private int[] ends = new int[32];
  private int count;
  private int at;

  void add(BytesRef bytes, int positions, int begin, int end) {
    if (count == terms.length) {
      int size = count * 2;
      terms = Arrays.copyOf(terms, size);
      increments = Arrays.copyOf(increments, size);
      begins = Arrays.copyOf(begins, size);
      ends = Arrays.copyOf(ends, size);
    }
    terms[count] = bytes;
    increments[count] = positions;
    begins[count] = begin;
    ends[count++] = end;
  }

  boolean isEmpty() {
    return count == 0;
  }

  @Override
  public void reset() {
    at = 0;
  }

  @Override
  public boolean incrementToken() {
    if (at == count) {
      return false;
    }
    term.setBytesRef(terms[at]);
    increment.setPositionIncrement(increments[at]);
    offset.setOffset(begins[at], ends[at]);
    at++;
    return true;
  }
}
