package dev.dateline.text;

import java.util.Arrays;

/** Finds paragraphs (parted by blank lines) and sentences over tokens. */
final class SentenceSplitter {

  /** Token indices at which sentences and paragraphs start, each closed by the token count. */
  record Result(int[] sentences, int[] paragraphs, int[] paragraphOfSentence) {}

  private final String text;
  private final Tokens tokens;
  private int[] sentences = new int[64];
  private int[] owners = new int[64];
  private int sentenceCount;
  private int[] paragraphs = new int[64];
  private int paragraphCount;

  private SentenceSplitter(String text, Tokens tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  static Result split(String text, Tokens tokens) {
    return new SentenceSplitter(text, tokens).run();
  }

  private Result run() {
    int count = tokens.count();
    for (int i = 0; i < count; i++) {
      if (i == 0 || blankLineBetween(i - 1, i)) {
        startParagraph(i);
        startSentence(i);
      } else if (i > sentences[sentenceCount - 1] && endsSentence(i - 1, i)) {
        startSentence(i);
      }
    }
    int[] sentenceStarts = Arrays.copyOf(sentences, sentenceCount + 1);
    sentenceStarts[sentenceCount] = count;
    int[] paragraphStarts = Arrays.copyOf(paragraphs, paragraphCount + 1);
    paragraphStarts[paragraphCount] = count;
    return new Result(sentenceStarts, paragraphStarts, Arrays.copyOf(owners, sentenceCount));
  }

  private void startParagraph(int token) {
    if (paragraphCount == paragraphs.length) {
      paragraphs = Arrays.copyOf(paragraphs, paragraphCount * 2);
    }
    paragraphs[paragraphCount++] = token;
  }

  private void startSentence(int token) {
    if (sentenceCount == sentences.length) {
      sentences = Arrays.copyOf(sentences, sentenceCount * 2);
      owners = Arrays.copyOf(owners, sentenceCount * 2);
    }
    owners[sentenceCount] = paragraphCount - 1;
    sentences[sentenceCount++] = token;
  }

  private boolean blankLineBetween(int left, int right) {
    if (tokens.begin(right) - tokens.end(left) < 2) {
      return false;
    }
    int breaks = 0;
    for (int i = tokens.end(left); i < tokens.begin(right); i++) {
      if (text.charAt(i) == '\n') {
        breaks++;
      }
    }
    return breaks >= 2;
  }

  /** Whether a sentence ends between tokens {@code left} and {@code right}, neighbours. */
  private boolean endsSentence(int left, int right) {
    if (!tokens.spaceBefore(right) && !hasLostSpace(left, right)) {
      return false;
    }
    int stop = left;
    while (stop > 0 && !tokens.spaceBefore(stop) && isCloser(stop)) {
      stop--;
    }
    boolean closed = stop < left;
    if (!isStop(stop)) {
      return false;
    }
    if (!startsSentence(right)) {
      return false;
    }
    if (tokens.isWord(stop)) {
      return closed || abbreviationEnds(stop, right);
    }
    return true;
  }

  /** Whether a blank is missing after marks that close: “… board.”“Your …”, “… board!”Marr. */
  private boolean hasLostSpace(int left, int right) {
    return text.charAt(tokens.begin(left)) == '\u201d'
        && (text.charAt(tokens.begin(right)) == '\u201c' || tokens.isCapitalised(right));
  }

  private boolean isCloser(int token) {
    if (tokens.kind(token) == Tokens.Kind.QUOTE_MARK) {
      return true;
    }
    char c = text.charAt(tokens.begin(token));
    return c == ')' || c == ']';
  }

  /** A full stop, question or exclamation mark, ellipsis, or a word that ends in its period. */
  private boolean isStop(int token) {
    char last = text.charAt(tokens.end(token) - 1);
    return last == '.' || last == '?' || last == '!' || last == '\u2026';
  }

  private boolean startsSentence(int token) {
    int first = token;
    while (first < tokens.count() && isOpener(first)) {
      first++;
    }
    if (first == tokens.count()) {
      return true;
    }
    Tokens.Kind kind = tokens.kind(first);
    return kind == Tokens.Kind.WORD
        ? tokens.isCapitalised(first) || !hasCase(first)
        : kind == Tokens.Kind.NUMBER || kind == Tokens.Kind.ADDRESS || first > token;
  }

  private boolean hasCase(int token) {
    char c = text.charAt(tokens.begin(token));
    return Character.isLowerCase(c) || Character.isUpperCase(c);
  }

  private boolean isOpener(int token) {
    if (tokens.kind(token) == Tokens.Kind.QUOTE_MARK) {
      return true;
    }
    char c = text.charAt(tokens.begin(token));
    return c == '(' || c == '[' || c == '\u2014' || c == '\u2013';
  }

  /** Whether the period of abbreviation {@code stop} also ends a sentence before {@code right}. */
  private boolean abbreviationEnds(int stop, int right) {
    int begin = tokens.begin(stop);
    int end = tokens.end(stop) - 1;
    if (Abbreviations.isTitle(text, begin, end)) {
      return false;
    }
    if (end - begin == 1 && tokens.isCapitalised(stop)) {
      return false;
    }
    return tokens.kind(right) == Tokens.Kind.QUOTE_MARK || SentenceStarters.contains(tokens, right);
  }
}
