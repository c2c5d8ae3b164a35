package dev.dateline.rules;

import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Lucene's query for the start of a term, which goes through the sorted terms of a field from where
 * they start so: in the few terms of one document that is faster than Lucene's automaton.
 */
final class Prefix extends PrefixQuery {

  Prefix(Term prefix) {
    super(prefix);
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    return new Started(terms.iterator(), getPrefix().bytes());
  }

  private static final class Started extends FilteredTermsEnum {

    private final BytesRef prefix;

    Started(TermsEnum terms, BytesRef prefix) {
      super(terms);
      this.prefix = prefix;
      setInitialSeekTerm(prefix);
    }

    @Override
    protected AcceptStatus accept(BytesRef term) {
      return StringHelper.startsWith(term, prefix) ? AcceptStatus.YES : AcceptStatus.END;
    }
  }
}
