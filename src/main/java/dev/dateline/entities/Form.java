package dev.dateline.entities;

import dev.dateline.text.Tokens;

/** A word form, with all that is known of it wherever it stands. Immutable. */
final class Form {

  /** How a form is written. */
  static final int LOWER = 0;

  static final int CAPITALISED = 1;
  static final int ALL_UPPER = 2;
  static final int INITIAL = 3;
  static final int MIXED = 4;
  static final int NUMBER = 5;
  static final int PUNCTUATION = 6;
  static final int POSSESSIVE = 7;
  static final int QUOTE_MARK = 8;
  static final int BOUNDARY = 9;

  /** Stands before the first and after the last token of a sentence. */
  static final Form EDGE = new Form("", null, 0, 0, BOUNDARY, 0, 0, false, 0, null);

  final String text;

  /** To tell nearly all forms apart without a look at their letters elsewhere in memory. */
  private final long head;

  private final long tail;

  /** Of the text, in UTF-16 code units. */
  final int length;

  final Tokens.Kind tokenKind;
  final int hash;
  final int lower;
  final int kind;
  final int shape;

  /** Entry of {@link Lexicon}. */
  final int entry;

  /** Whether it is one of the small words of {@link Lexicon#isSmall}. */
  final boolean small;

  /** Classes of {@link WordClasses}: the finer in the low half, the coarser in the high. */
  final int wordClass;

  /** Rows of {@link Lanes} for the positions -2 to 2; null while training. */
  final long[] scores;

  private Form(
      String text,
      Tokens.Kind tokenKind,
      int hash,
      int lower,
      int kind,
      int shape,
      int entry,
      boolean small,
      int wordClass,
      long[] scores) {
    this.text = text;
    this.length = text.length();
    this.head = part(text, 0, length);
    this.tail = part(text, HEAD, length);
    this.tokenKind = tokenKind;
    this.hash = hash;
    this.lower = lower;
    this.kind = kind;
    this.shape = shape;
    this.entry = entry;
    this.small = small;
    this.wordClass = wordClass;
    this.scores = scores;
  }

  private static final long WIDE = -1;

  /** How many characters {@link #head} and {@link #tail} hold each, one behind the other. */
  private static final int HEAD = 8;

  /** Letters of the longest form that is all in {@link #head} and {@link #tail}. */
  static final int HELD = 2 * HEAD;

  /**
   * The first characters of {@code text} from {@code begin} to {@code end}, a byte each, or {@link
   * #WIDE} where one is not of ASCII. Two stretches no longer than these are the same if that is.
   */
  private static long part(String text, int begin, int end) {
    long part = 0;
    int stop = Math.min(end, begin + HEAD);
    for (int i = begin; i < stop; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return WIDE;
      }
      part = part << 8 | c;
    }
    return part;
  }

  /** Whether the text from {@code begin} to {@code end} is this form. */
  boolean isAt(String all, int begin, int end) {
    if (length != end - begin || head != part(all, begin, end)) {
      return false;
    }
    if (length <= HEAD) {
      return head != WIDE || all.startsWith(text, begin);
    }
    return tail == part(all, begin + HEAD, end)
        && (length <= HELD && head != WIDE && tail != WIDE || all.startsWith(text, begin));
  }

  static Form of(Tokens tokens, int token, Lexicon lexicon, WordClasses classes) {
    String text = tokens.form(token);
    int lower = tokens.lowerHash(token);
    return new Form(
        text,
        tokens.kind(token),
        tokens.hash(token),
        lower,
        kind(tokens, token, text),
        shape(text),
        entry(text, lower, lexicon),
        lexicon.isSmall(lower),
        classes.of(tokens.hash(token), lower),
        null);
  }

  Form withScores(long[] value) {
    return new Form(text, tokenKind, hash, lower, kind, shape, entry, small, wordClass, value);
  }

  /** Whether both are written alike, scores aside. */
  boolean isSameAs(Form other) {
    return hash == other.hash && tokenKind == other.tokenKind && text.equals(other.text);
  }

  /** The entry of the word; for an unknown plural or the like the sense of its singular. */
  private static int entry(String text, int lower, Lexicon lexicon) {
    int entry = lexicon.word(lower);
    int length = text.length();
    if (Lexicon.sense(entry) == 0 && length > 3 && text.charAt(length - 1) == 's') {
      int singular = 0;
      for (int i = 0; i < length - 1; i++) {
        singular = 31 * singular + Character.toLowerCase(text.charAt(i));
      }
      int sense = Lexicon.sense(lexicon.word(singular));
      return entry | Lexicon.ofSense(sense);
    }
    return entry;
  }

  private static int kind(Tokens tokens, int token, String text) {
    return switch (tokens.kind(token)) {
      case NUMBER, ADDRESS -> NUMBER;
      case POSSESSIVE -> POSSESSIVE;
      case QUOTE_MARK -> QUOTE_MARK;
      case PUNCTUATION -> PUNCTUATION;
      case WORD -> wordKind(tokens, token, text);
    };
  }

  private static int wordKind(Tokens tokens, int token, String text) {
    if (tokens.isAllUpper(token)) {
      return text.length() == 1 || text.length() == 2 && text.charAt(1) == '.'
          ? INITIAL
          : ALL_UPPER;
    }
    boolean inner = false;
    for (int i = 1; i < text.length(); i++) {
      inner |= Character.isUpperCase(text.charAt(i));
    }
    return inner ? MIXED : tokens.isCapitalised(token) ? CAPITALISED : LOWER;
  }

  /** Hash of the form with each run of like characters made one. */
  private static int shape(String text) {
    int hash = 0;
    char last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char mark =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
      if (mark != last) {
        hash = 31 * hash + mark;
        last = mark;
      }
    }
    return hash;
  }

  /** Whether the form may be or begin a name by the way it is written. */
  boolean hasCapital() {
    return kind >= CAPITALISED && kind <= MIXED;
  }

  /** Whether it is written just so; the length tells most, without a look at the letters. */
  boolean is(String written) {
    return length == written.length() && text.equals(written);
  }

  boolean is(int flag) {
    return (entry & flag) != 0;
  }

  int sense() {
    return Lexicon.sense(entry);
  }

  int fineClass() {
    return wordClass & 0xffff;
  }

  int coarseClass() {
    return wordClass >>> 16;
  }
}
