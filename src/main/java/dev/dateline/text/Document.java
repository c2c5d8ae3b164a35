package dev.dateline.text;

/**
 * A text with its paragraphs, sentences and tokens found, made once and shared by everything that
 * reads the text. Immutable; safe from any number of threads.
 *
 * <p>Positions are UTF-16 indices, but for those in a {@link Span}, which are code points.
 */
public final class Document {

  private final String text;
  private final CodePoints codePoints;
  private final Tokens tokens;
  private final int[] sentences;
  private final int[] paragraphs;
  private final int[] paragraphOfSentence;

  private Document(String text, Tokens tokens, SentenceSplitter.Result found) {
    this.text = text;
    this.codePoints = new CodePoints(text);
    this.tokens = tokens;
    this.sentences = found.sentences();
    this.paragraphs = found.paragraphs();
    this.paragraphOfSentence = found.paragraphOfSentence();
  }

  /** Analyses {@code text}, whose paragraphs are parted by blank lines. Never fails. */
  public static Document of(String text) {
    Tokens tokens = Tokenizer.tokenize(text);
    return new Document(text, tokens, SentenceSplitter.split(text, tokens));
  }

  public String text() {
    return text;
  }

  public Tokens tokens() {
    return tokens;
  }

  /** Number of sentences. A heading or a paragraph without a full stop is one, too. */
  public int sentenceCount() {
    return sentences.length - 1;
  }

  /** First token of a sentence. */
  public int sentenceFirst(int sentence) {
    return sentences[sentence];
  }

  /** One past the last token of a sentence. */
  public int sentenceLast(int sentence) {
    return sentences[sentence + 1];
  }

  /** The sentence that holds {@code token}. */
  public int sentenceOf(int token) {
    return floor(sentences, token);
  }

  /** Number of paragraphs that hold any token. */
  public int paragraphCount() {
    return paragraphs.length - 1;
  }

  /** First token of a paragraph. */
  public int paragraphFirst(int paragraph) {
    return paragraphs[paragraph];
  }

  /** One past the last token of a paragraph. */
  public int paragraphLast(int paragraph) {
    return paragraphs[paragraph + 1];
  }

  /** The paragraph that holds {@code token}. */
  public int paragraphOf(int token) {
    return floor(paragraphs, token);
  }

  /** The paragraph that holds {@code sentence}. */
  public int paragraphOfSentence(int sentence) {
    return paragraphOfSentence[sentence];
  }

  /** The code-point span of UTF-16 indices {@code [begin, end)}. */
  public Span span(int begin, int end) {
    return new Span(codePoints.toCodePoint(begin), codePoints.toCodePoint(end));
  }

  /** The code-point span of tokens {@code [first, last)}; at least one token. */
  public Span tokenSpan(int first, int last) {
    return span(tokens.begin(first), tokens.end(last - 1));
  }

  /** The words and span of UTF-16 indices {@code [begin, end)}. */
  public TextSpan textSpan(int begin, int end) {
    return new TextSpan(text.substring(begin, end), span(begin, end));
  }

  /** UTF-16 index of a code point. */
  public int index(int codePoint) {
    return codePoints.toIndex(codePoint);
  }

  /** The words of a span. */
  public String text(Span span) {
    return text.substring(index(span.start()), index(span.end()));
  }

  private static int floor(int[] starts, int value) {
    int low = 0;
    int high = starts.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= value) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
