package dev.dateline.rules;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.util.BytesRef;

/**
 * The terms under which one word is indexed and looked up. Immutable.
 *
 * <p>All stand in one field at one position, told apart by a first character that no word has, so
 * that a phrase may mix them. The stem is that of Krovetz (Viewing morphology as an inference
 * process, SIGIR 1993), which keeps to words of the dictionary: "sanctioned" and "sanctions" meet,
 * "university" and "universe" do not.
 */
final class WordForms {

  /** First character of a term in lower case that keeps its inflection. */
  static final char LOWER = '=';

  /** First character of a term that keeps its case. */
  static final char CASED = '#';

  /** The term of every document that has any value in a field. */
  static final BytesRef ANY = new BytesRef("!");

  private static final int CACHE_SIZE = 1 << 18;

  /** At 7 bits each, below a bit that tells the length. */
  private static final int KEY_LETTERS = 9;

  /**
   * Forms by hash of the word; a later word takes the place of an earlier. Races are harmless: an
   * entry is immutable and compared with the word before it is used.
   */
  private static final WordForms[] CACHE = new WordForms[CACHE_SIZE];

  /** The forms of a token. */
  static WordForms of(String text, Tokens tokens, int token) {
    return of(text, tokens.begin(token), tokens.end(token), tokens.hash(token));
  }

  /** The forms of a word. */
  static WordForms of(String form) {
    return of(form, 0, form.length(), form.hashCode());
  }

  private static WordForms of(String text, int begin, int end, int hash) {
    return checked(CACHE[slot(hash)], text, begin, end, hash);
  }

  /**
   * The forms of each token, null for what is no word. In a loop of its own each, so that the
   * processor fetches many words from memory at once instead of waiting for one after another.
   */
  static WordForms[] of(Document document) {
    String text = document.text();
    Tokens tokens = document.tokens();
    WordForms[] forms = new WordForms[tokens.count()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = CACHE[slot(tokens.hash(i))];
    }
    for (int i = 0; i < forms.length; i++) {
      forms[i] =
          isWord(tokens, i)
              ? checked(forms[i], text, tokens.begin(i), tokens.end(i), tokens.hash(i))
              : null;
    }
    return forms;
  }

  private static WordForms checked(WordForms cached, String text, int begin, int end, int hash) {
    long key = key(text, begin, end);
    if (cached != null && cached.isOf(key, text, begin, end)) {
      return cached;
    }
    WordForms forms = new WordForms(text.substring(begin, end), key);
    CACHE[slot(hash)] = forms;
    return forms;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 16) & (CACHE_SIZE - 1);
  }

  /**
   * A short word in ASCII as a number of its own, 0 for any other: compared without a look at the
   * letters of the cached word, which are seldom in the processor's cache.
   */
  private static long key(String text, int begin, int end) {
    if (end - begin > KEY_LETTERS) {
      return 0;
    }
    long key = 1;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return 0;
      }
      key = key << 7 | c;
    }
    return key;
  }

  private boolean isOf(long key, String text, int begin, int end) {
    return key == this.key
        && (key != 0 || (form.length() == end - begin && text.startsWith(form, begin)));
  }

  private final String form;
  private final long key;

  /** Some of these are one and the same: most words are written as they are looked up. */
  private final String lower;

  private final String stem;
  private final String cased;

  private final int stemHash;
  private final int plainHash;
  private final int lowerHash;
  private final int casedHash;
  private final int[] starts;

  private WordForms(String form, long key) {
    this.form = form;
    this.key = key;
    String straight = form.replace('\u2019', '\'');
    lower = lower(straight);
    stem = stem(lower);
    cased = hasCapital(straight) ? straight.replace(".", "") : null;
    BytesRef marked = lower();
    lowerHash = marked.hashCode();
    plainHash = new BytesRef(marked.bytes, 1, marked.length - 1).hashCode();
    stemHash = stem.equals(lower) ? plainHash : stem().hashCode();
    casedHash = cased == null ? 0 : cased().hashCode();
    starts = PatternHandler.starts(lower);
  }

  /** The word as written. */
  String form() {
    return form;
  }

  /** Without inflection, diacritics and case. */
  BytesRef stem() {
    return new BytesRef(stem);
  }

  /** Without diacritics and case. */
  BytesRef plain() {
    return new BytesRef(lower);
  }

  /** {@link #plain} as a term of its own kind. */
  BytesRef lower() {
    return new BytesRef(LOWER + lower);
  }

  /** As written, but for curly apostrophes and inner periods; null without a capital. */
  BytesRef cased() {
    return cased == null ? null : new BytesRef(CASED + cased);
  }

  /** Whether there is a capital in the word. */
  boolean isCased() {
    return cased != null;
  }

  int stemHash() {
    return stemHash;
  }

  int plainHash() {
    return plainHash;
  }

  int lowerHash() {
    return lowerHash;
  }

  int casedHash() {
    return casedHash;
  }

  /** Hash codes of the terms under which patterns that fit the word may be filed. */
  int[] starts() {
    return starts;
  }

  /** In lower case, without diacritics, and without the period that ends an abbreviation. */
  static String lower(String form) {
    String lower = form.toLowerCase(Locale.ROOT);
    if (lower.length() > 1 && lower.endsWith(".")) {
      lower = lower.substring(0, lower.length() - 1);
    }
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= 128) {
        char[] folded = new char[4 * lower.length()];
        int length =
            ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, folded, 0, lower.length());
        return new String(folded, 0, length);
      }
    }
    return lower;
  }

  private static String stem(String lower) {
    if (lower.length() <= 2) {
      return lower;
    }
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c < 'a' || c > 'z') {
        return lower;
      }
    }
    return Stemmer.stem(lower);
  }

  private static boolean hasCapital(String word) {
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      if (Character.isUpperCase(word.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The words in a piece of a query. */
  static List<WordForms> all(String text) {
    Tokens tokens = Document.of(text).tokens();
    List<WordForms> words = new ArrayList<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (isWord(tokens, i)) {
        words.add(of(text, tokens, i));
      }
    }
    return words;
  }

  static boolean isWord(Tokens tokens, int token) {
    return switch (tokens.kind(token)) {
      case WORD, NUMBER, ADDRESS -> true;
      default -> false;
    };
  }
}
