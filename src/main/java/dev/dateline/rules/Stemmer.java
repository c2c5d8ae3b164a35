package dev.dateline.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Stems single words with Lucene's Krovetz stemmer, which it hands out as a filter only. */
final class Stemmer {

  private static final ThreadLocal<Stemmer> OWN = ThreadLocal.withInitial(Stemmer::new);

  private final OneWord input = new OneWord();
  private final TokenStream filter = new KStemFilter(input);
  private final CharTermAttribute output = filter.getAttribute(CharTermAttribute.class);

  private Stemmer() {}

  /** The stem of a word in lower case. */
  static String stem(String word) {
    return OWN.get().apply(word);
  }

  private String apply(String word) {
    try {
      filter.reset();
      input.word = word;
      filter.incrementToken();
      return output.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("a word in memory cannot fail", e);
    }
  }

  private static final class OneWord extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word;

    @Override
    public boolean incrementToken() {
      if (word == null) {
        return false;
      }
      clearAttributes();
      term.append(word);
      word = null;
      return true;
    }
  }
}
