package dev.dateline.quotes;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The quotation marks of a document, paired.
 *
 * <p>What pairs is a stretch of tokens inside one paragraph. A quotation over several paragraphs,
 * each opened and only the last closed, is a chain of stretches. Apostrophes pair with nothing, a
 * mark that never closes ends with its paragraph, and one that closes nothing is left alone, so
 * that no mark spoils what comes after its paragraph.
 */
final class Marks {

  /**
   * Tokens inside a pair of marks.
   *
   * @param open the opening mark, or -1
   * @param first first token inside
   * @param last one past the last token inside
   * @param close the closing mark, or -1
   * @param outer index of the stretch around this one, or -1
   * @param continues index of the stretch of an earlier paragraph that goes on in this one, or -1
   * @param doubled whether the marks are double ones
   */
  record Stretch(
      int open, int first, int last, int close, int outer, int continues, boolean doubled) {}

  private final List<Stretch> stretches;
  private final int[] outermost;
  private final byte[] depth;

  /** 1 for a mark that opens a stretch, -1 for one that closes one. */
  private final byte[] roles;

  private Marks(List<Stretch> stretches, int tokens) {
    this.stretches = stretches;
    outermost = new int[tokens];
    depth = new byte[tokens];
    roles = new byte[tokens];
    Arrays.fill(outermost, -1);
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      for (int token = stretch.first; token < stretch.last; token++) {
        depth[token]++;
        if (stretch.outer < 0) {
          outermost[token] = i;
        }
      }
      if (stretch.open >= 0) {
        roles[stretch.open] = 1;
      }
      if (stretch.close >= 0) {
        roles[stretch.close] = -1;
      }
    }
  }

  static Marks of(Document document) {
    return new Marks(new Pairing(document).run(), document.tokens().count());
  }

  List<Stretch> stretches() {
    return stretches;
  }

  /** Whether any marks are double ones. */
  boolean hasDoubled() {
    for (Stretch stretch : stretches) {
      if (stretch.doubled) {
        return true;
      }
    }
    return false;
  }

  /** Index of the outermost stretch that holds {@code token}, or -1. */
  int outermost(int token) {
    return outermost[token];
  }

  /** How many stretches hold {@code token}. */
  int depth(int token) {
    return depth[token];
  }

  /** Whether {@code token} opens or closes a stretch. */
  boolean isPaired(int token) {
    return roles[token] != 0;
  }

  /** Whether {@code token} opens a stretch. */
  boolean opens(int token) {
    return roles[token] > 0;
  }

  /** One pass over the marks of a document, with a stack of those open. */
  private static final class Pairing {

    private static final int MAX_DEPTH = 6;

    /** How many tokens may report words at the end of a paragraph. */
    private static final int LONGEST_REPORT = 10;

    /** How many tokens ahead a mark's partner is looked for. */
    private static final int LOOK_AHEAD = 500;

    private final Document document;
    private final Tokens tokens;
    private final String text;
    private final List<Stretch> found = new ArrayList<>();
    private final boolean reversedGuillemets;

    /** Indices into {@link #found} of the stretches now open, the outermost first. */
    private final int[] open = new int[MAX_DEPTH];

    private int openCount;
    private int paragraphEnd;

    Pairing(Document document) {
      this.document = document;
      this.tokens = document.tokens();
      this.text = document.text();
      int left = text.indexOf('\u00ab');
      int right = text.indexOf('\u00bb');
      reversedGuillemets = right >= 0 && right < left;
    }

    List<Stretch> run() {
      for (int paragraph = 0; paragraph < document.paragraphCount(); paragraph++) {
        int first = document.paragraphFirst(paragraph);
        paragraphEnd = document.paragraphLast(paragraph);
        int from = startParagraph(first);
        for (int token = from; token < paragraphEnd; token++) {
          if (tokens.kind(token) == Tokens.Kind.QUOTE_MARK) {
            mark(token);
          }
        }
      }
      while (openCount > 0) {
        close(-1, paragraphEnd);
      }
      return found;
    }

    /** Ends or carries on what the last paragraph left open; returns the first token to look at. */
    private int startParagraph(int first) {
      if (openCount == 0) {
        return first;
      }
      Stretch outer = found.get(open[0]);
      int outerIndex = open[0];
      boolean goesOn =
          outer.open >= 0
              && tokens.kind(first) == Tokens.Kind.QUOTE_MARK
              && isDouble(first) == outer.doubled
              && isStraight(first) == isStraight(outer.open)
              && first + 1 < paragraphEnd
              && !tokens.spaceBefore(first + 1);
      int reported = reportedEnd(outer.open, first);
      while (openCount > 0) {
        close(-1, reported);
      }
      if (reported < first) {
        return first;
      }
      if (goesOn) {
        open(first, first + 1, outerIndex);
        return first + 1;
      }
      if (outer.doubled && startsInside(first)) {
        open(-1, first, outerIndex);
      }
      return first;
    }

    /** Whether a paragraph starts inside of marks: it closes some that it does not open. */
    private boolean startsInside(int first) {
      for (int token = first; token < Math.min(paragraphEnd, first + LOOK_AHEAD); token++) {
        if (tokens.kind(token) == Tokens.Kind.QUOTE_MARK && isDouble(token)) {
          return leans(token) < 0;
        }
      }
      return false;
    }

    /**
     * Where the words end that a mark opened and none closed: before "… , said Marr." at the end of
     * their paragraph, else with it.
     */
    private int reportedEnd(int open, int end) {
      int cues = 0;
      for (int token = end - 1; token > Math.max(open + 2, end - LONGEST_REPORT); token--) {
        if (tokens.kind(token) == Tokens.Kind.WORD) {
          cues += Cues.is(Cues.entry(tokens.lowerHash(token)), Cues.Kind.SAY) ? 1 : 0;
        } else if (tokens.end(token) - tokens.begin(token) == 1
            && text.charAt(tokens.begin(token)) == ',') {
          return cues == 1 ? token + 1 : end;
        }
      }
      return end;
    }

    private void mark(int token) {
      boolean doubled = isDouble(token);
      int level = levelOf(doubled);
      if (doubled ? opensDouble(token, level >= 0) : opensSingle(token, level >= 0)) {
        if (level >= 0 && level == openCount - 1 && !nests(token, doubled)) {
          close(-1, token);
        }
        open(token, token + 1, -1);
      } else if (level >= 0 && (doubled || closesSingle(token))) {
        while (openCount - 1 > level) {
          close(-1, token);
        }
        close(token, token);
      }
    }

    private void open(int token, int first, int continues) {
      if (openCount == MAX_DEPTH) {
        return;
      }
      int outer = openCount == 0 ? -1 : open[openCount - 1];
      open[openCount++] = found.size();
      boolean doubled = token < 0 ? found.get(continues).doubled : isDouble(token);
      found.add(new Stretch(token, first, first, -1, outer, continues, doubled));
    }

    private void close(int token, int last) {
      int index = open[--openCount];
      Stretch s = found.get(index);
      found.set(
          index,
          new Stretch(
              s.open, s.first, Math.max(s.first, last), token, s.outer, s.continues, s.doubled));
    }

    /** The innermost open level of double or single marks, or -1. */
    private int levelOf(boolean doubled) {
      for (int level = openCount - 1; level >= 0; level--) {
        if (found.get(open[level]).doubled == doubled) {
          return level;
        }
      }
      return -1;
    }

    /** Whether a mark opened inside one of the same sort is closed apart from it. */
    private boolean nests(int token, boolean doubled) {
      int balance = 1;
      for (int i = token + 1; i < lookUntil(token); i++) {
        if (tokens.kind(i) == Tokens.Kind.QUOTE_MARK && isDouble(i) == doubled) {
          balance += leans(i) >= 0 ? 1 : -1;
          if (balance < 0) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean opensDouble(int token, boolean isOpen) {
      int leans = leans(token);
      char c = text.charAt(tokens.begin(token));
      if (c == '\u201c' && isOpen) {
        // The closing mark of German style; in English style, the same mark again.
        Stretch outer = found.get(open[levelOf(true)]);
        return outer.open < 0 || text.charAt(tokens.begin(outer.open)) != '\u201e';
      }
      if (c == '\u201d') {
        return !isOpen && leans > 0;
      }
      if (c == '\u00ab' || c == '\u00bb') {
        return (c == '\u00ab') != reversedGuillemets;
      }
      if (c == '\u201c' || c == '\u201e' || c == '\u201f' || c == '\u300c') {
        return true;
      }
      return c != '\u300d' && !isMeasure(token) && (leans > 0 || leans == 0 && !isOpen);
    }

    private boolean opensSingle(int token, boolean isOpen) {
      char c = text.charAt(tokens.begin(token));
      if (c == '\u2039' || c == '\u201a') {
        return leans(token) > 0;
      }
      if (c == '\u203a' || c == '\u2019' || c == '\u00b4' || isElision(token)) {
        return false;
      }
      return leans(token) > 0 && (c == '\u2018' || c == '`' || !isOpen) && isClosedLater(token);
    }

    /**
     * Whether a single mark that could close does: one after a final s, with a word behind it, may
     * be an apostrophe, and is where a plainer closing mark follows.
     */
    private boolean closesSingle(int token) {
      if (leans(token) > 0 || isElision(token)) {
        return false;
      }
      if (isPlainClose(token)) {
        return true;
      }
      for (int i = token + 1; i < lookUntil(token); i++) {
        if (tokens.kind(i) == Tokens.Kind.QUOTE_MARK && !isDouble(i)) {
          if (leans(i) > 0) {
            return true;
          }
          if (isPlainClose(i)) {
            return false;
          }
        }
      }
      return true;
    }

    /** After punctuation, before punctuation, or after a letter that no plural ends in. */
    private boolean isPlainClose(int token) {
      char before = charBefore(token);
      char after = charAfter(token);
      return !Character.isLetterOrDigit(before)
          || (!Character.isLetterOrDigit(after) && !Character.isWhitespace(after));
    }

    private boolean isClosedLater(int token) {
      for (int i = token + 1; i < lookUntil(token); i++) {
        if (tokens.kind(i) == Tokens.Kind.QUOTE_MARK && !isDouble(i) && leans(i) <= 0) {
          return true;
        }
      }
      return paragraphEnd < tokens.count()
          && tokens.kind(paragraphEnd) == Tokens.Kind.QUOTE_MARK
          && !isDouble(paragraphEnd);
    }

    private int lookUntil(int token) {
      return Math.min(paragraphEnd, token + LOOK_AHEAD);
    }

    /** 1 towards what follows, -1 towards what goes before, 0 where the blanks do not tell. */
    private int leans(int token) {
      char c = text.charAt(tokens.begin(token));
      boolean freeBefore = isFree(charBefore(token), true);
      boolean freeAfter = isFree(charAfter(token), false);
      if (freeBefore == freeAfter) {
        return c == '\u2018' || c == '\u201c' || c == '`'
            ? 1
            : c == '\u2019' || c == '\u201d' ? -1 : 0;
      }
      return freeBefore ? 1 : -1;
    }

    private static boolean isFree(char c, boolean before) {
      if (c == '\0' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return true;
      }
      return (before
                  ? "([{\u2014\u2013\u2015-\u201c\u2018\"'`\u00ab\u201e/"
                  : ")]},.;:!?\u2014\u2013\u2015-\u201d\u2019\"'\u00bb\u2026/")
              .indexOf(c)
          >= 0;
    }

    /** Inches, feet, minutes, seconds: a straight mark after a digit with none open. */
    private boolean isMeasure(int token) {
      return openCount == 0 && Character.isDigit(charBefore(token));
    }

    /** "'90s", "'em": an apostrophe for what is left out at the start of a word. */
    private boolean isElision(int token) {
      if (token + 1 >= tokens.count() || tokens.spaceBefore(token + 1)) {
        return false;
      }
      int next = token + 1;
      if (tokens.kind(next) == Tokens.Kind.NUMBER) {
        int length = tokens.end(next) - tokens.begin(next);
        return length == 3 && text.charAt(tokens.end(next) - 1) == 's';
      }
      return tokens.is(next, "em")
          || tokens.is(next, "til")
          || tokens.is(next, "tis")
          || tokens.is(next, "twas")
          || tokens.is(next, "cause")
          || tokens.is(next, "n");
    }

    private boolean isDouble(int token) {
      if (tokens.end(token) - tokens.begin(token) == 2) {
        return true;
      }
      switch (text.charAt(tokens.begin(token))) {
        case '"':
        case '\u201c':
        case '\u201d':
        case '\u201e':
        case '\u201f':
        case '\u00ab':
        case '\u00bb':
        case '\u300c':
        case '\u300d':
          return true;
        default:
          return false;
      }
    }

    /** A quotation goes on with the sort of mark that it started with. */
    private boolean isStraight(int token) {
      return text.charAt(tokens.begin(token)) == '"';
    }

    private char charBefore(int token) {
      int at = tokens.begin(token);
      return at == 0 ? '\0' : text.charAt(at - 1);
    }

    private char charAfter(int token) {
      int at = tokens.end(token);
      return at >= text.length() ? '\0' : text.charAt(at);
    }
  }
}
