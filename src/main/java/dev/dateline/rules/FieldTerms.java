package dev.dateline.rules;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.util.BytesRef;

/** Collects the values of one field of one document. Not thread-safe. */
final class FieldTerms {

  /** Positions left free between two values, and between two paragraphs. */
  private static final int VALUE_GAP = 10;

  /** Positions left free between two sentences: a phrase does not go over a full stop. */
  private static final int SENTENCE_GAP = 1;

  /** Numbers are not analysed, but Lucene asks for it. */
  private static final KeywordAnalyzer UNUSED = new KeywordAnalyzer();

  private static final int ANY_HASH = WordForms.ANY.hashCode();

  private final Slot slot;
  private final boolean stemmed;
  private final Vocabulary vocabulary;
  private final Collection<FiledRule> candidates;
  private final TermStream terms = new TermStream();
  private Double number;
  private boolean present;

  /** Positions since the last term. */
  private int gap;

  /**
   * @param candidates takes the rules that are filed under the terms
   */
  FieldTerms(Slot slot, Vocabulary vocabulary, Collection<FiledRule> candidates) {
    this.slot = slot;
    this.candidates = candidates;
    this.stemmed = slot.field().kind() == Field.Kind.PROSE;
    this.vocabulary = vocabulary;
  }

  Field field() {
    return slot.field();
  }

  /** Whether an entity of that salience belongs here. */
  boolean admits(double salience) {
    return slot.admits(salience);
  }

  /** A value that stands in the text: the words in UTF-16 indices {@code [begin, end)}. */
  void text(ItemWords words, int begin, int end) {
    Document document = words.document();
    Tokens tokens = document.tokens();
    int token = tokens.at(begin);
    if (token == tokens.count() || tokens.begin(token) >= end) {
      return;
    }
    int sentence = document.sentenceOf(token);
    gap += VALUE_GAP;
    for (; token < tokens.count() && tokens.begin(token) < end; token++) {
      while (token >= document.sentenceLast(sentence)) {
        int paragraph = document.paragraphOfSentence(sentence);
        sentence++;
        gap += document.paragraphOfSentence(sentence) == paragraph ? SENTENCE_GAP : VALUE_GAP;
      }
      if (WordForms.isWord(tokens, token)) {
        gap++;
        add(words.forms(token), tokens.begin(token), tokens.end(token));
        if (token + 2 < tokens.count() && isCompound(tokens, token)) {
          // "cyber-attack" is found as "cyberattack", too.
          WordForms joined = WordForms.of(tokens.form(token) + tokens.form(token + 2));
          add(joined, tokens.begin(token), tokens.end(token + 2));
        }
      }
    }
  }

  private static boolean isCompound(Tokens tokens, int token) {
    return tokens.is(token + 1, '-')
        && !tokens.spaceBefore(token + 1)
        && !tokens.spaceBefore(token + 2)
        && tokens.isWord(token)
        && tokens.isWord(token + 2);
  }

  /** A value of words, with the place in the text where a match of it is shown, or 0 and 0. */
  void words(List<WordForms> words, int begin, int end) {
    gap += VALUE_GAP;
    for (WordForms word : words) {
      gap++;
      add(word, begin, end);
    }
  }

  /** A value that is compared as a whole. */
  void keyword(String value) {
    if (value != null && !value.isBlank()) {
      gap += VALUE_GAP;
      any();
      BytesRef term = Compiler.keyword(value);
      WordForms pattern = WordForms.of(value.strip());
      boolean start = vocabulary.usesStart(pattern);
      if (start || vocabulary.uses(term.hashCode())) {
        term(term, term.hashCode(), 0, 0);
      }
      if (start) {
        vocabulary.collectStarts(pattern, candidates);
      }
    }
  }

  /** A number, or a time in epoch milliseconds. */
  void number(double value) {
    if (slot.field() == Field.URGENCY) {
      keyword(Integer.toString((int) value));
    } else {
      number = value;
    }
  }

  private void add(WordForms word, int begin, int end) {
    any();
    int hash = stemmed ? word.stemHash() : word.plainHash();
    if (vocabulary.uses(hash)) {
      term(stemmed ? word.stem() : word.plain(), hash, begin, end);
    }
    boolean start = vocabulary.usesStart(word);
    if (start || vocabulary.uses(word.lowerHash())) {
      term(word.lower(), word.lowerHash(), begin, end);
    }
    if (start) {
      vocabulary.collectStarts(word, candidates);
    }
    if (word.isCased() && vocabulary.uses(word.casedHash())) {
      term(word.cased(), word.casedHash(), begin, end);
    }
  }

  private void term(BytesRef term, int hash, int begin, int end) {
    terms.add(term, gap, begin, end);
    gap = 0;
    vocabulary.collect(hash, candidates);
  }

  /** Says once that there is a value. */
  private void any() {
    if (!present) {
      present = true;
      int words = gap;
      gap = 1;
      if (vocabulary.uses(ANY_HASH)) {
        term(WordForms.ANY, ANY_HASH, 0, 0);
      }
      gap += words;
    }
  }

  /** Adds the field to an index, if it has a value. */
  void addTo(MemoryIndex index) {
    if (number != null) {
      index.addField(new DoublePoint(slot.name(), number), UNUSED);
    } else if (!terms.isEmpty()) {
      index.addField(slot.name(), terms);
    }
  }
}
