package dev.dateline.quotes;

/**
 * The features of a whole span, which a chain of edges cannot see together: both ends, the cues on
 * either side and how they are tied to it, what it has inside and what it leaves of its sentence.
 * Spans share their ends, so that what only one end tells can be kept: {@link WholeSpanScores}.
 */
final class WholeSpanFeatures {

  private static final int EDGE = 63;
  private static final int LOOK = 12;
  private static final int LOOK_FOR_VERB = 20;
  private static final int NO_CUE_NEAR = 9;
  private static final int GAPS = ~(Words.GAP_HYPHEN | Words.GAP_OTHER);

  private final Words words;
  private final SpanContext context;

  WholeSpanFeatures(Words words, SpanContext context) {
    this.words = words;
    this.context = context;
  }

  /** Fills {@code out} for the words {@code [first, last)}; answers their {@link Inside#sort}. */
  int extract(int first, int last, FeatureBuffer out) {
    out.clear();
    Start start = new Start(first);
    End end = new End(last);
    Inside inside = new Inside(first);
    inside.extendTo(last);
    ofStart(start, out);
    ofEnd(end, out);
    ofEndAndCueBefore(end, start, out);
    ofAll(start, end, inside, out);
    return inside.sort();
  }

  /** The first word of a span, and what lies before it in its sentence. */
  final class Start {
    final int first;

    /** The cue before, or -1. */
    final int cue;

    private final int gap;
    private final int type;
    private final int depth;
    private final int lemma;
    private final int kind;
    private final int far;
    private final int path;
    private final int before;
    private final boolean opensSentence;
    private final boolean cutsMarks;

    Start(int first) {
      this.first = first;
      gap = words.gap(first) & GAPS;
      type = type(first);
      depth = words.depth(first);
      int from = words.sentenceFirst(words.sentence(first));
      cue = cueBefore(first, from);
      lemma = lemma(cue);
      kind = kind(cue);
      far = cue < 0 ? NO_CUE_NEAR : Math.min(8, first - cue);
      path = path(cue, first);
      before = bucket(first - from);
      opensSentence = first == from;
      cutsMarks = depth > 0 && (gap & Words.GAP_OPEN) == 0;
    }

    private int cueBefore(int first, int from) {
      for (int i = first - 1; i >= from && first - i <= LOOK; i--) {
        if (words.cue(i) != 0 && words.depth(i) == 0) {
          return i;
        }
      }
      return -1;
    }
  }

  /** One past the last word of a span, and what follows in its sentence. */
  final class End {
    private final int last;
    private final int gap;
    private final int type;
    private final int next;
    private final int depth;
    private final int lemma;
    private final int kind;
    private final int far;
    private final int path;
    private final int rest;
    private final boolean closesSentence;
    private final boolean cutsMarks;

    End(int last) {
      this.last = last;
      gap = words.gap(last) & GAPS;
      type = type(last - 1);
      next = type(last);
      depth = words.depth(last - 1);
      int to = words.sentenceLast(words.sentence(last - 1));
      int cue = cueAfter(last, to);
      lemma = lemma(cue);
      kind = kind(cue);
      far = cue < 0 ? NO_CUE_NEAR : Math.min(8, cue - last);
      path = path(last - 1, cue < 0 ? Math.min(to, last + 3) : cue);
      rest =
          bucket(to - last) * 2 + (words.hasVerb(last, Math.min(to, last + LOOK_FOR_VERB)) ? 1 : 0);
      closesSentence = last == to;
      cutsMarks = depth > 0 && (gap & Words.GAP_CLOSE) == 0;
    }

    int last() {
      return last;
    }

    private int cueAfter(int last, int to) {
      for (int i = last; i < to && i - last <= LOOK; i++) {
        if (words.cue(i) != 0 && words.depth(i) == 0) {
          return i;
        }
      }
      return -1;
    }
  }

  /** What lies inside a span, counted on from one end to the next. */
  final class Inside {
    private final int first;
    private int last;
    private int marked;
    private int opened;
    private int closed;
    private int commas;
    private int breaks;
    private int sentences;
    private int paragraphs;
    private int cues;
    private int cue;
    private boolean auxiliary;
    private boolean verb;
    private boolean conjunction;

    Inside(int first) {
      this.first = first;
      this.last = first;
    }

    /** Whether it holds no word from {@code end} on. */
    boolean endsBy(int end) {
      return last <= end;
    }

    void extendTo(int end) {
      while (last < end) {
        add(last++);
      }
    }

    private void add(int word) {
      WordClass type = words.type(word);
      boolean plain = words.depth(word) == 0;
      marked += plain ? 0 : 1;
      if (word > first) {
        int gap = words.gap(word);
        opened += (gap & Words.GAP_OPEN) != 0 ? 1 : 0;
        closed += (gap & Words.GAP_CLOSE) != 0 ? 1 : 0;
        commas += plain && (gap & Words.GAP_COMMA) != 0 ? 1 : 0;
        breaks += plain && (gap & Words.GAP_BREAK) != 0 ? 1 : 0;
        sentences += (gap & Words.GAP_SENTENCE) != 0 ? 1 : 0;
        paragraphs += (gap & Words.GAP_PARAGRAPH) != 0 ? 1 : 0;
        conjunction |= plain && type == WordClass.CONJUNCTION;
        if (plain && words.cue(word) != 0) {
          cues++;
          cue = words.cue(word);
        }
      }
      auxiliary |= type == WordClass.AUXILIARY || type == WordClass.MODAL;
      verb |= type == WordClass.ENDS_ED || type == WordClass.CUE;
    }

    /** 0 for a span without marks, 1 for one inside marks, 2 for one that has some inside. */
    int sort() {
      return marked == 0 ? 0 : marked == last - first ? 1 : 2;
    }
  }

  /** What the start alone tells. */
  void ofStart(Start start, FeatureBuffer out) {
    int first = start.first;
    out.add(2, start.gap, type(first - 1) * 64 + start.type);
    out.add(5, hash(first - 1), hash(first), start.gap);
    out.add(9, start.lemma, start.far, start.gap);
    out.add(22, start.before, start.kind, start.gap);
    out.add(23, cluster(first - 1), cluster(first), start.gap);
    out.add(26, start.path, start.kind, start.gap);
    out.add(28, start.path, start.lemma);
  }

  /** What the end alone tells. */
  void ofEnd(End end, FeatureBuffer out) {
    int last = end.last;
    out.add(3, end.gap, end.type * 64 + end.next);
    out.add(4, hash(last - 1), hash(last), end.gap);
    out.add(8, end.lemma, end.far, end.gap);
    out.add(20, end.rest, end.kind, end.gap);
    out.add(24, cluster(last - 1), cluster(last), end.gap);
    out.add(25, cluster(last), cluster(last + 1), end.gap);
    out.add(27, end.path, end.kind, end.gap);
    out.add(29, end.path, end.lemma);
    out.add(30, end.next, type(last + 1), end.gap);
    out.add(41, type(last - 2) * 64 + end.type, end.next * 64 + type(last + 1), end.gap);
  }

  /** What the end and the cue before the start tell. */
  void ofEndAndCueBefore(End end, Start start, FeatureBuffer out) {
    out.add(21, end.rest, start.kind, end.gap);
    out.add(31, start.kind, end.gap, end.next);
    out.add(32, start.lemma, end.gap, end.next);
    out.add(39, cluster(end.last), start.lemma, end.gap);
  }

  /** What only both ends and the inside tell together. */
  void ofAll(Start start, End end, Inside inside, FeatureBuffer out) {
    int verbs = inside.auxiliary ? 2 : inside.verb ? 1 : 0;
    int size = bucket(end.last - start.first);
    int cuts = (start.cutsMarks ? 1 : 0) + (end.cutsMarks ? 2 : 0);
    int whole = (start.opensSentence ? 1 : 0) + (end.closesSentence ? 2 : 0);
    int sides = start.kind * 16 + end.kind;
    int opened = Math.min(3, inside.opened);
    int closed = Math.min(3, inside.closed);
    int cues = Math.min(3, inside.cues);
    out.add(1, start.gap, end.gap);
    out.add(6, hash(end.last), end.gap, inside.sort());
    out.add(7, start.lemma, start.far, end.lemma);
    out.add(10, sides, start.gap, end.gap);
    out.add(11, sides, whole, size);
    out.add(12, size, whole, cuts);
    out.add(13, cuts, opened, end.gap);
    out.add(14, verbs, sides, start.type);
    out.add(15, verbs, whole, size);
    out.add(16, cues, Cues.lemma(inside.cue), whole);
    out.add(17, cues, sides, whole);
    out.add(18, Math.min(3, inside.sentences), Math.min(2, inside.paragraphs), cuts * 4 + whole);
    out.add(19, Math.min(3, inside.commas), end.gap, inside.conjunction ? 1 : 0);
    out.add(33, start.type, end.gap, end.next);
    out.add(34, Math.min(5, inside.breaks), end.gap, whole);
    out.add(35, start.lemma, whole, verbs);
    out.add(36, end.lemma, whole, verbs);
    out.add(37, hash(start.first), sides, whole);
    out.add(38, hash(end.last), start.kind, verbs);
    out.add(40, start.cue < 0 ? 0 : context.frame[start.cue], end.gap, start.type);
    out.add(42, start.depth, end.depth, sides);
    out.add(43, closed, Math.min(2, inside.sentences), cuts);
    out.add(44, closed, cues, whole);
    out.add(45, closed * 4 + opened, start.gap, end.gap);
  }

  /** The classes of the words between two, at most four on. */
  private int path(int from, int to) {
    if (from < 0 && to > 4) {
      return 1;
    }
    int path = 7;
    int steps = 0;
    for (int i = from + 1; i < to; i++) {
      if (++steps > 5) {
        return path * 31 + 1;
      }
      path = (path * 64 + type(i)) * 4 + (words.hasGap(i, Words.GAP_BREAK) ? 1 : 0);
    }
    return path;
  }

  private int lemma(int cue) {
    return cue < 0 ? 0 : Cues.lemma(words.cue(cue));
  }

  private int kind(int cue) {
    return cue < 0 ? 0 : Cues.kind(words.cue(cue));
  }

  private int type(int word) {
    return word < 0 || word >= words.count ? EDGE : words.typeOrdinal(word);
  }

  private int hash(int word) {
    return word < 0 || word >= words.count ? EDGE : words.hash(word);
  }

  private int cluster(int word) {
    return word < 0 || word >= words.count ? 255 : words.cluster(word);
  }

  private static int bucket(int n) {
    if (n < 4) {
      return n;
    }
    return n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 22 ? 7 : n < 35 ? 8 : 9;
  }
}
