package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;

/** Features of a token that depend on more than one word: its neighbours, its run, the article. */
final class ContextFeatures {

  private static final int BASE = 200;
  private static final int MAXIMUM_LINK = 3;
  private static final int OF = "of".hashCode();
  private static final int FOR = "for".hashCode();
  private static final int THE = "the".hashCode();
  private static final int AND = "and".hashCode();
  private static final int AMPERSAND = "&".hashCode();
  private static final int HYPHEN = "-".hashCode();
  private static final int FEW = 12;

  private final Document document;
  private final Form[] forms;
  private final Evidence evidence;

  private int first;
  private int last;
  private int style;
  private int edge;
  private int runFirst;
  private int runLast;
  private int phraseFirst;
  private int phraseLast;
  private int phraseFlags;

  ContextFeatures(Document document, Form[] forms, Evidence evidence) {
    this.document = document;
    this.forms = forms;
    this.evidence = evidence;
  }

  /** Must be called before the tokens of a sentence are asked for, in order. */
  void startSentence(int sentence) {
    first = document.sentenceFirst(sentence);
    last = document.sentenceLast(sentence);
    runFirst = runLast = -1;
    phraseFirst = phraseLast = -1;
    style = style();
    int paragraph = document.paragraphOfSentence(sentence);
    edge =
        (first == document.paragraphFirst(paragraph) ? 1 : 0)
            + (last == document.paragraphLast(paragraph) ? 2 : 0)
            + (last - first < FEW ? 4 : 0);
  }

  /** How a sentence is capitalised: 0 plain, 1 mostly capitalised words, 2 all in capitals. */
  private int style() {
    int words = 0;
    int capitalised = 0;
    int upper = 0;
    for (int i = first; i < last; i++) {
      int kind = forms[i].kind;
      if (kind <= Form.MIXED && forms[i].length > MAXIMUM_LINK) {
        words++;
        capitalised += kind == Form.LOWER ? 0 : 1;
        upper += kind == Form.ALL_UPPER ? 1 : 0;
      }
    }
    if (words < 2) {
      return 0;
    }
    return upper * 4 >= words * 3 ? 2 : capitalised * 5 >= words * 4 ? 1 : 0;
  }

  int style(int sentence) {
    startSentence(sentence);
    return style;
  }

  private Form at(int token) {
    return token < first || token >= last ? Form.EDGE : forms[token];
  }

  void add(int token, Lexicon lexicon, FeatureBuffer out) {
    Form before = at(token - 1);
    Form form = forms[token];
    Form after = at(token + 1);
    Form beforeThat = at(token - 2);
    Form afterThat = at(token + 2);
    out.add(BASE, before.lower, form.lower);
    out.add(BASE + 1, form.lower, after.lower);
    out.add(BASE + 2, before.kind, form.kind, after.kind);
    out.add(BASE + 3, before.fineClass(), form.fineClass());
    out.add(BASE + 4, form.fineClass(), after.fineClass());
    out.add(BASE + 5, before.lower, form.kind, after.lower);
    out.add(BASE + 6, beforeThat.lower, before.lower, form.kind);
    out.add(BASE + 7, after.lower, afterThat.lower, form.kind);
    out.add(BASE + 8, before.kind * 10 + form.kind, after.sense());
    out.add(BASE + 9, before.sense(), form.kind * 10 + after.kind);
    int position =
        token == first ? 0 : token == first + 1 && before.kind == Form.QUOTE_MARK ? 1 : 2;
    out.add(BASE + 10, style, form.kind, position);
    out.add(BASE + 11, edge, form.kind);
    if (form.hasCapital()) {
      addEvidence(token, form, position, out);
    }
    addRun(token, form, out);
    addPhrase(token, lexicon, form, out);
  }

  private void addEvidence(int token, Form form, int position, FeatureBuffer out) {
    int bits = evidence.at(token);
    for (int rest = bits; rest != 0; rest &= rest - 1) {
      out.add(BASE + 12, Integer.numberOfTrailingZeros(rest), style);
    }
    out.add(
        BASE + 13,
        bits & (Evidence.SMALL | Evidence.CAPITAL_INSIDE),
        position * 3 + style,
        form.kind);
    out.add(
        BASE + 14,
        bits & (Evidence.SMALL | Evidence.CAPITAL_INSIDE),
        position * 3 + style,
        form.sense());
  }

  /** The run of capitalised words around a token, with the small words that link them. */
  private void addRun(int token, Form form, FeatureBuffer out) {
    if (token >= runLast) {
      findRun(token);
    }
    if (token < runFirst) {
      return;
    }
    Form head = forms[runFirst];
    Form tail = forms[runLast - 1];
    Form before = at(runFirst - 1);
    Form after = at(runLast);
    int fromStart = Math.min(token - runFirst, 4);
    int fromEnd = Math.min(runLast - 1 - token, 4);
    int length = Math.min(runLast - runFirst, 6);
    out.add(BASE + 16, fromStart, fromEnd);
    out.add(BASE + 17, before.lower, fromStart);
    out.add(BASE + 18, after.lower, fromEnd);
    out.add(BASE + 20, tail.lower, fromEnd);
    out.add(BASE + 21, head.lower, fromStart);
    out.add(BASE + 22, tail.entry & ((1 << Lexicon.FLAGS) - 1), length, fromEnd);
    out.add(BASE + 23, head.entry & ((1 << Lexicon.FLAGS) - 1), length, fromStart);
    for (int bits = runFlags; bits != 0; bits &= bits - 1) {
      out.add(BASE + 29, Integer.numberOfTrailingZeros(bits), form.kind == Form.LOWER ? 1 : 0);
    }
  }

  /**
   * Adds the features that all tokens of a run share. The run is that of the token last given to
   * {@link #add}; see {@link #runOf}.
   */
  void addShared(FeatureBuffer out) {
    Form head = forms[runFirst];
    Form tail = forms[runLast - 1];
    Form before = at(runFirst - 1);
    Form after = at(runLast);
    int length = Math.min(runLast - runFirst, 6);
    out.add(BASE + 19, before.fineClass(), after.fineClass());
    out.add(BASE + 24, tail.fineClass(), head.fineClass(), length);
    out.add(BASE + 25, after.sense(), length, after.kind);
    out.add(BASE + 26, before.sense(), length, before.kind);
    out.add(BASE + 27, evidence.at(runLast - 1), length);
    out.add(BASE + 28, evidence.at(runFirst), length);
  }

  /** Where the run starts that {@code token}, the one last given to {@link #add}, is in, or -1. */
  int runOf(int token) {
    return token >= runFirst && token < runLast ? runFirst : -1;
  }

  private int runFlags;

  private void findRun(int token) {
    int start = token;
    while (start < last && !forms[start].hasCapital()) {
      start++;
    }
    runFirst = start;
    int end = start;
    int flags = 0;
    while (end < last) {
      if (forms[end].hasCapital()) {
        flags |= forms[end].entry;
        end++;
      } else {
        int next = linked(end);
        if (next == end) {
          break;
        }
        end = next;
      }
    }
    runLast = Math.max(end, runFirst);
    runFlags =
        flags
            & (Lexicon.ORGANISATION_HEAD
                | Lexicon.PLACE_HEAD
                | Lexicon.EVENT_HEAD
                | Lexicon.COMPANY_SUFFIX
                | Lexicon.ANY_GIVEN
                | Lexicon.HONORIFIC);
    if (runFirst == last) {
      runFirst = runLast = last;
    }
  }

  /** Where the next capitalised word stands if linking words alone part it from {@code token}. */
  private int linked(int token) {
    for (int i = token; i < last && i < token + MAXIMUM_LINK; i++) {
      if (forms[i].hasCapital()) {
        return i;
      }
      if (!isLink(forms[i])) {
        return token;
      }
    }
    return token;
  }

  private static boolean isLink(Form form) {
    int lower = form.lower;
    return form.is(Lexicon.PARTICLE)
        || lower == OF
        || lower == FOR
        || lower == THE
        || lower == AND
        || lower == AMPERSAND
        || lower == HYPHEN;
  }

  private void addPhrase(int token, Lexicon lexicon, Form form, FeatureBuffer out) {
    if (token >= phraseLast && Lexicon.startsPhrase(form.entry) && form.kind != Form.LOWER) {
      Tokens tokens = document.tokens();
      long found = lexicon.phrase(tokens, token, last);
      if (found != 0) {
        phraseFirst = token;
        phraseLast = token + (int) (found >>> 32);
        phraseFlags = (int) found;
      }
    }
    if (token < phraseLast) {
      int part = token == phraseFirst ? 0 : token == phraseLast - 1 ? 2 : 1;
      out.add(BASE + 32, part, phraseFlags);
      for (int bits = phraseFlags; bits != 0; bits &= bits - 1) {
        out.add(BASE + 33, part, Integer.numberOfTrailingZeros(bits));
      }
    }
  }
}
