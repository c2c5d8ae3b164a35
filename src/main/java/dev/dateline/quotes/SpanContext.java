package dev.dateline.quotes;

import java.util.Arrays;

/**
 * What a word's surroundings tell about reported speech: the cues before and after it in its
 * sentence, and the words at either end of the quotation marks that it stands in. Filled in one
 * pass over the words.
 */
final class SpanContext {

  /** What {@link #lead} answers for "that". */
  private static final int THAT = 4;

  /** How many words there are at most from words in marks to the end of their own cue. */
  private static final int FURTHEST_CUE = 6;

  /** For each word, the last cue before it in its sentence and outside its marks, or -1. */
  final int[] cueBefore;

  /** For each word, the next cue at or after it in its sentence and outside marks, or -1. */
  final int[] cueAfter;

  /** For each cue word outside marks, a number for how the clause around it starts and goes on. */
  final int[] frame;

  /** For each cue word outside marks, what leads from it into what it reports. */
  private final byte[] lead;

  /** For each word, how many phrase breaks there are up to it. */
  private final int[] breaks;

  /** For each sentence, its last cue outside marks, or -1. */
  final int[] lastCue;

  /**
   * For each stretch, a number for how long it is, how it ends, and whether its marks are those
   * that the article uses for speech: double ones, or single ones where it has no double ones.
   */
  final int[] stretchShape;

  /** For each stretch, first word inside and first word after. */
  final int[] stretchFirst;

  final int[] stretchLast;

  /** For each stretch, whether it is a quote apart from what leads to it: see {@link #isApart}. */
  private final boolean[] apart;

  /** For each word, whether a comma or a closing mark stands between it and the cue after it. */
  final boolean[] commaBeforeCue;

  /** For each sentence, whether it is worth decoding: it has a mark or a cue. */
  final boolean[] telling;

  SpanContext(Words words) {
    int count = words.count;
    int sentences = words.sentenceCount();
    cueBefore = new int[count + 1];
    cueAfter = new int[count + 1];
    commaBeforeCue = new boolean[count + 1];
    frame = new int[count + 1];
    lead = new byte[count];
    breaks = new int[count + 1];
    lastCue = new int[sentences];
    telling = new boolean[sentences];
    Arrays.fill(lastCue, -1);
    int cue = -1;
    for (int i = 0; i < count; i++) {
      breaks[i + 1] = breaks[i] + (words.hasGap(i, Words.GAP_BREAK) ? 1 : 0);
      if (words.hasGap(i, Words.GAP_SENTENCE)) {
        cue = -1;
      }
      cueBefore[i] = cue;
      int sentence = words.sentence(i);
      if (words.depth(i) > 0) {
        telling[sentence] = true;
      } else if (words.cue(i) != 0 || isColon(words, i)) {
        if (words.cue(i) == 0) {
          telling[sentence] = true;
        } else {
          cue = i;
          lastCue[sentence] = i;
          lead[i] = (byte) lead(words, i + 1);
          telling[sentence] |=
              mayReport(words.cue(i)) && (lead[i] == THAT || !Cues.isWeak(words.hash(i)));
          frame[i] = frame(words, i, lead[i]);
        }
      }
    }
    cueBefore[count] = -1;
    cueAfter[count] = -1;
    cue = -1;
    boolean comma = false;
    for (int i = count - 1; i >= 0; i--) {
      if (words.depth(i) == 0 && words.cue(i) != 0) {
        cue = i;
        comma = false;
      }
      cueAfter[i] = cue;
      commaBeforeCue[i] = comma;
      if (words.hasGap(i, Words.GAP_COMMA | Words.GAP_CLOSE | Words.GAP_DASH)) {
        comma = true;
      }
      if (words.hasGap(i, Words.GAP_SENTENCE)) {
        cue = -1;
        comma = false;
      }
    }
    int stretches = words.marks.stretches().size();
    boolean singleStyle = !words.marks.hasDoubled();
    stretchShape = new int[stretches];
    stretchFirst = new int[stretches];
    stretchLast = new int[stretches];
    apart = new boolean[stretches];
    for (int i = 0; i < stretches; i++) {
      Marks.Stretch stretch = words.marks.stretches().get(i);
      stretchFirst[i] = words.wordAt(stretch.first());
      stretchLast[i] = words.wordAt(stretch.last());
      boolean main = stretch.doubled() || singleStyle;
      stretchShape[i] = shape(words, stretch, main, stretchFirst[i], stretchLast[i]);
      apart[i] = isApart(words, stretchFirst[i], stretchLast[i]);
    }
  }

  /** Whether a cue reports speech often enough to look closer where no marks are. */
  private static boolean mayReport(int cue) {
    return !Cues.is(cue, Cues.Kind.THINK)
        && !Cues.is(cue, Cues.Kind.SHOW)
        && !Cues.is(cue, Cues.Kind.CALL);
  }

  /** How far before a cue its clause starts and after what, and what follows the cue. */
  private static int frame(Words words, int cue, int lead) {
    int back = 0;
    while (back < 6
        && cue - back > 0
        && !words.hasGap(cue - back, Words.GAP_BREAK | Words.GAP_CLOSE)) {
      back++;
    }
    int gap = words.gap(cue - back);
    int start =
        (gap & Words.GAP_SENTENCE) != 0
            ? 0
            : (gap & Words.GAP_CLOSE) != 0 ? 1 : (gap & Words.GAP_COMMA) != 0 ? 2 : 3;
    return 1 + (Math.min(back, 6) * 4 + start) * 10 + lead;
  }

  /**
   * Whether a word is the first in marks behind a colon or a dash that have a cue of their own
   * (Marr said the port was lost: “The port is no port,” she added), and so start a quote.
   */
  boolean startsApart(int stretch, int word) {
    return stretch >= 0 && apart[stretch] && stretchFirst[stretch] == word;
  }

  private static boolean isApart(Words words, int first, int last) {
    if (!words.opensQuote(first) || !words.hasGap(last, Words.GAP_COMMA | Words.GAP_QUESTION)) {
      return false;
    }
    for (int i = last; i < Math.min(words.count, last + FURTHEST_CUE); i++) {
      if (i > last && words.hasGap(i, Words.GAP_BREAK)) {
        return false;
      }
      if (Cues.is(words.cue(i), Cues.Kind.SAY)) {
        return true;
      }
    }
    return false;
  }

  /** How many phrase breaks lie before the words {@code [first, last)}. */
  int breaks(int first, int last) {
    return first < last ? breaks[last] - breaks[first] : 0;
  }

  /** What leads from a cue outside marks into what it reports. */
  int lead(int cue) {
    return lead[cue];
  }

  private static int lead(Words words, int word) {
    int gap = words.gap(word);
    if ((gap & Words.GAP_SENTENCE) != 0) {
      return 1;
    }
    if ((gap & Words.GAP_OPEN) != 0) {
      return 2;
    }
    if ((gap & (Words.GAP_COMMA | Words.GAP_COLON)) != 0) {
      return 3;
    }
    if (words.is(word, "that")) {
      return THAT;
    }
    if (words.is(word, "if") || words.is(word, "whether")) {
      return 5;
    }
    if (words.is(word, WordClass.TO)) {
      return 6;
    }
    if (words.is(word, WordClass.PREPOSITION)) {
      return 7;
    }
    if (words.is(word, WordClass.TIME) || words.is(word, WordClass.WEEKDAY)) {
      return 8;
    }
    return words.is(word, WordClass.PRONOUN) ? 9 : 0;
  }

  private static boolean isColon(Words words, int word) {
    return words.hasGap(word, Words.GAP_COLON);
  }

  private static int shape(Words words, Marks.Stretch stretch, boolean main, int first, int last) {
    int length = last - first;
    int size = length <= 1 ? 0 : length == 2 ? 1 : length <= 4 ? 2 : length <= 8 ? 3 : 4;
    int end = words.gap(last) & (Words.GAP_COMMA | Words.GAP_STOP | Words.GAP_QUESTION);
    boolean capital = first < words.count && words.isCapitalised(first);
    int sort = (stretch.close() < 0 ? 1 : 0) | (stretch.continues() >= 0 ? 2 : 0) | (main ? 4 : 0);
    return ((end * 31 + size) * 2 + (capital ? 1 : 0)) * 8 + sort;
  }
}
