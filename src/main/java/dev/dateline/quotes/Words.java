package dev.dateline.quotes;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.Arrays;
import java.util.Locale;

/**
 * The tokens of a document that are words, numbers or possessives, with what the models look at:
 * the class of each word, its cue entry, its place in quotation marks, and the marks in the gap
 * before it. Everything else in this package counts in these words; {@link #token} leads back.
 */
final class Words {

  /** Bits of a gap: what stands between a word and the one before. */
  static final int GAP_SENTENCE = 1;

  static final int GAP_PARAGRAPH = 2;
  static final int GAP_OPEN = 4;
  static final int GAP_CLOSE = 8;
  static final int GAP_COMMA = 16;
  static final int GAP_STOP = 32;
  static final int GAP_COLON = 64;
  static final int GAP_SEMICOLON = 128;
  static final int GAP_DASH = 256;
  static final int GAP_HYPHEN = 512;
  static final int GAP_OPEN_BRACKET = 1024;
  static final int GAP_CLOSE_BRACKET = 2048;
  static final int GAP_QUESTION = 4096;
  static final int GAP_OTHER = 8192;

  /** Any gap that ends a phrase. */
  static final int GAP_BREAK = ~(GAP_HYPHEN | GAP_OPEN | GAP_CLOSE);

  final Document document;
  final Marks marks;
  final int count;
  private final int[] tokenOf;

  /** For each token, the first word at or after it. */
  private final int[] wordOf;

  private final int[] hashes;
  private final byte[] depths;
  private final int[] gaps;
  private final byte[] classes;
  private final byte[] clusters;
  private final int[] cues;
  private final int[] sentences;
  private final int[] paragraphs;
  private final byte[] brackets;

  /** First word of each sentence, closed by the word count. */
  private final int[] sentenceStarts;

  Words(Document document, Marks marks) {
    this.document = document;
    this.marks = marks;
    Tokens tokens = document.tokens();
    String text = document.text();
    int total = tokens.count();
    int[] found = new int[total + 1];
    wordOf = new int[total + 1];
    hashes = new int[total];
    depths = new byte[total];
    gaps = new int[total + 1];
    classes = new byte[total];
    clusters = new byte[total];
    cues = new int[total];
    sentences = new int[total + 1];
    paragraphs = new int[total + 1];
    brackets = new byte[total];
    int words = 0;
    int gap = GAP_SENTENCE | GAP_PARAGRAPH;
    int sentence = 0;
    int bracket = 0;
    for (int token = 0; token < total; token++) {
      if (token >= document.sentenceLast(sentence)) {
        sentence++;
        gap |= GAP_SENTENCE;
        if (startsLine(tokens, token, text)) {
          gap |= GAP_PARAGRAPH;
          bracket = 0;
        }
      }
      Tokens.Kind kind = tokens.kind(token);
      wordOf[token] = words;
      if (kind == Tokens.Kind.QUOTE_MARK) {
        gap |= markGap(marks, token);
      } else if (kind == Tokens.Kind.PUNCTUATION) {
        int bit = punctuationGap(tokens, token, text);
        gap |= bit;
        bracket = bit == GAP_OPEN_BRACKET ? 1 : bit == GAP_CLOSE_BRACKET ? 0 : bracket;
      } else {
        found[words] = token;
        gaps[words] = gap;
        sentences[words] = sentence;
        paragraphs[words] = document.paragraphOfSentence(sentence);
        brackets[words] = (byte) bracket;
        int hash = tokens.lowerHash(token);
        hashes[words] = hash;
        depths[words] = (byte) Math.min(Byte.MAX_VALUE, marks.depth(token));
        int known = Forms.of(hash);
        boolean starts = (gap & (GAP_SENTENCE | GAP_OPEN)) != 0;
        classes[words] = (byte) WordClass.of(tokens, token, text, starts, known).ordinal();
        clusters[words] = (byte) Forms.cluster(known);
        cues[words] = kind == Tokens.Kind.WORD ? Forms.cue(known) : 0;
        words++;
        gap = 0;
      }
    }
    gaps[words] = gap | GAP_SENTENCE | GAP_PARAGRAPH;
    found[words] = total;
    wordOf[total] = words;
    sentences[words] = -1;
    paragraphs[words] = document.paragraphCount() - 1;
    count = words;
    tokenOf = Arrays.copyOf(found, words + 1);
    CuesInContext.find(this, cues);
    sentenceStarts = numberSentences();
  }

  /** Numbers the sentences anew, a sentence in marks joined with what reports it. */
  private int[] numberSentences() {
    int[] starts = new int[document.sentenceCount() + 1];
    int number = -1;
    for (int word = 0; word < count; word++) {
      if (word > 0 && hasGap(word, GAP_SENTENCE) && isReportedBefore(word)) {
        gaps[word] &= ~GAP_SENTENCE;
      }
      if (number < 0 || hasGap(word, GAP_SENTENCE)) {
        starts[++number] = word;
      }
      sentences[word] = number;
    }
    int[] closed = Arrays.copyOf(starts, number + 2);
    closed[number + 1] = count;
    return closed;
  }

  /** Whether a sentence that starts here reports the one before it: “Why?” Marr asked. */
  private boolean isReportedBefore(int word) {
    boolean closed = hasGap(word, GAP_CLOSE) && !hasGap(word, GAP_PARAGRAPH | GAP_OPEN);
    if (!closed || !hasGap(word, GAP_QUESTION | GAP_STOP)) {
      return false;
    }
    for (int i = word; i < Math.min(count, word + 5); i++) {
      if (i > word && hasGap(i, GAP_BREAK)) {
        return false;
      }
      if (Cues.is(cues[i], Cues.Kind.SAY) || Cues.is(cues[i], Cues.Kind.ASK)) {
        int next = i + 1;
        boolean ends = next >= count || hasGap(next, GAP_BREAK);
        return ends && i > word || hasGap(word, GAP_QUESTION) && (ends || !is(next, "that"));
      }
    }
    return false;
  }

  /** Whether a line ends before a token: a paragraph, or what some feeds make of one. */
  private static boolean startsLine(Tokens tokens, int token, String text) {
    for (int i = tokens.end(token - 1); i < tokens.begin(token); i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private static int markGap(Marks marks, int token) {
    if (!marks.isPaired(token)) {
      return GAP_OTHER;
    }
    return marks.opens(token) ? GAP_OPEN : GAP_CLOSE;
  }

  private static int punctuationGap(Tokens tokens, int token, String text) {
    char c = text.charAt(tokens.begin(token));
    switch (c) {
      case ',':
        return GAP_COMMA;
      case '.':
      case '\u2026':
        return GAP_STOP;
      case '!':
      case '?':
        return GAP_QUESTION;
      case ':':
        return GAP_COLON;
      case ';':
        return GAP_SEMICOLON;
      case '\u2013':
      case '\u2014':
      case '\u2015':
        return GAP_DASH;
      case '-':
        boolean inside =
            tokens.end(token) - tokens.begin(token) == 1
                && !tokens.spaceBefore(token)
                && token + 1 < tokens.count()
                && !tokens.spaceBefore(token + 1);
        return inside ? GAP_HYPHEN : GAP_DASH;
      case '(':
      case '[':
        return GAP_OPEN_BRACKET;
      case ')':
      case ']':
        return GAP_CLOSE_BRACKET;
      default:
        return GAP_OTHER;
    }
  }

  /** The token of a word; the token count for the word count. */
  int token(int word) {
    return tokenOf[word];
  }

  /** The first word at or after a token. */
  int wordAt(int token) {
    return wordOf[token];
  }

  /** What stands between a word and the one before; defined for the word count, too. */
  int gap(int word) {
    return gaps[word];
  }

  boolean hasGap(int word, int bits) {
    return (gaps[word] & bits) != 0;
  }

  WordClass type(int word) {
    return WordClass.of(classes[word]);
  }

  boolean is(int word, WordClass type) {
    return classes[word] == type.ordinal();
  }

  int typeOrdinal(int word) {
    return classes[word];
  }

  /** The word's class in {@link WordClusters}; 0 for a rare word. */
  int cluster(int word) {
    return clusters[word];
  }

  /** The word's entry in {@link Cues}; 0 for none. */
  int cue(int word) {
    return cues[word];
  }

  int sentence(int word) {
    return sentences[word];
  }

  int sentenceCount() {
    return sentenceStarts.length - 1;
  }

  int sentenceFirst(int sentence) {
    return sentenceStarts[sentence];
  }

  /** One past the last word of a sentence. */
  int sentenceLast(int sentence) {
    return sentenceStarts[sentence + 1];
  }

  int paragraph(int word) {
    return paragraphs[word];
  }

  /** Whether it stands in brackets. */
  boolean bracketed(int word) {
    return brackets[word] != 0;
  }

  /** How deep it stands inside quotation marks. */
  int depth(int word) {
    return depths[word];
  }

  /** Whether any of the words {@code [first, last)} stands inside quotation marks. */
  boolean hasMarks(int first, int last) {
    for (int word = first; word < last; word++) {
      if (depths[word] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of the words {@code [first, last)} is a verb by its list or its ending in -ed. */
  boolean hasVerb(int first, int last) {
    for (int word = first; word < last; word++) {
      WordClass type = type(word);
      if (type == WordClass.AUXILIARY || type == WordClass.MODAL || type == WordClass.ENDS_ED) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a past form, by its ending in -ed or its list. */
  boolean isPast(int word) {
    return is(word, WordClass.ENDS_ED) || WordClass.isPastForm(hashes[word]);
  }

  /** Whether a word ends so, whatever its capitals. */
  boolean endsWith(int word, String lower) {
    int at = end(word) - lower.length();
    return at >= begin(word) && document.text().regionMatches(true, at, lower, 0, lower.length());
  }

  /** Whether marks open behind a colon or a dash, around a sentence of their own. */
  boolean opensQuote(int word) {
    return word < count
        && hasGap(word, GAP_OPEN)
        && hasGap(word, GAP_COLON | GAP_DASH)
        && isCapitalised(word);
  }

  boolean isCapitalised(int word) {
    return document.tokens().isCapitalised(tokenOf[word]);
  }

  boolean isAllCapitals(int word) {
    return document.tokens().isAllUpper(tokenOf[word]);
  }

  boolean is(int word, String lower) {
    return hashes[word] == lower.hashCode() && document.tokens().is(tokenOf[word], lower);
  }

  /** The word in lower case. */
  String lower(int word) {
    return document.text().substring(begin(word), end(word)).toLowerCase(Locale.ROOT);
  }

  /** The text from the first of some words to the end of the last. */
  String text(int first, int last) {
    return document.text().substring(begin(first), end(last - 1));
  }

  int hash(int word) {
    return hashes[word];
  }

  int begin(int word) {
    return document.tokens().begin(tokenOf[word]);
  }

  int end(int word) {
    return document.tokens().end(tokenOf[word]);
  }
}
