package dev.dateline.quotes;

/**
 * The features of a whole span, which a chain of edges cannot see together: both ends, the cues on
 * either side and how they are tied to it, what it has inside and what it leaves of its sentence.
 */
final class WholeSpanFeatures {

  private static final int EDGE = 63;
  private static final int LOOK = 12;
  private static final int GAPS = ~(Words.GAP_HYPHEN | Words.GAP_OTHER);

  private final Words words;
  private final SpanContext context;

  WholeSpanFeatures(Words words, SpanContext context) {
    this.words = words;
    this.context = context;
  }

  /** 0 for a span without marks, 1 for one inside marks, 2 for one that has some inside. */
  int sort(int first, int last) {
    int inside = 0;
    for (int i = first; i < last; i++) {
      inside += words.depth(i) > 0 ? 1 : 0;
    }
    return inside == 0 ? 0 : inside == last - first ? 1 : 2;
  }

  /** Fills {@code out} for the words {@code [first, last)}. */
  void extract(int first, int last, int sort, FeatureBuffer out) {
    out.clear();
    int gs = words.gap(first) & GAPS;
    int ge = words.gap(last) & GAPS;
    int ta = type(first);
    int tb = type(first - 1);
    int te = type(last - 1);
    int tn = type(last);

    // What lies inside.
    int opened = 0;
    int closed = 0;
    int commas = 0;
    int breaks = 0;
    int sentences = 0;
    int paragraphs = 0;
    int cuesInside = 0;
    int cueInside = 0;
    boolean auxiliary = false;
    boolean verb = false;
    boolean conjunction = false;
    for (int i = first; i < last; i++) {
      int gap = words.gap(i);
      WordClass type = words.type(i);
      if (i > first) {
        opened += (gap & Words.GAP_OPEN) != 0 ? 1 : 0;
        closed += (gap & Words.GAP_CLOSE) != 0 ? 1 : 0;
        boolean plain = words.depth(i) == 0;
        commas += plain && (gap & Words.GAP_COMMA) != 0 ? 1 : 0;
        breaks += plain && (gap & Words.GAP_BREAK) != 0 ? 1 : 0;
        sentences += (gap & Words.GAP_SENTENCE) != 0 ? 1 : 0;
        paragraphs += (gap & Words.GAP_PARAGRAPH) != 0 ? 1 : 0;
        conjunction |= plain && type == WordClass.CONJUNCTION;
        if (plain && words.cue(i) != 0) {
          cuesInside++;
          cueInside = words.cue(i);
        }
      }
      auxiliary |= type == WordClass.AUXILIARY || type == WordClass.MODAL;
      verb |= type == WordClass.ENDS_ED || type == WordClass.CUE;
    }
    int verbs = auxiliary ? 2 : verb ? 1 : 0;
    int size = bucket(last - first);
    boolean cutsIn = words.depth(first) > 0 && (gs & Words.GAP_OPEN) == 0;
    boolean cutsOut = words.depth(last - 1) > 0 && (ge & Words.GAP_CLOSE) == 0;
    int cuts = (cutsIn ? 1 : 0) + (cutsOut ? 2 : 0);

    // What lies around, in the sentences of its ends.
    int from = words.sentenceFirst(words.sentence(first));
    int to = words.sentenceLast(words.sentence(last - 1));
    int left = -1;
    for (int i = first - 1; i >= from && first - i <= LOOK; i--) {
      if (words.cue(i) != 0 && words.depth(i) == 0) {
        left = i;
        break;
      }
    }
    int right = -1;
    for (int i = last; i < to && i - last <= LOOK; i++) {
      if (words.cue(i) != 0 && words.depth(i) == 0) {
        right = i;
        break;
      }
    }
    int leftCue = left < 0 ? 0 : words.cue(left);
    int rightCue = right < 0 ? 0 : words.cue(right);
    int leftLemma = Cues.lemma(leftCue);
    int rightLemma = Cues.lemma(rightCue);
    int leftKind = Cues.kind(leftCue);
    int rightKind = Cues.kind(rightCue);
    int leftFar = left < 0 ? 9 : Math.min(8, first - left);
    int rightFar = right < 0 ? 9 : Math.min(8, right - last);
    boolean starts = first == from;
    boolean ends = last == to;
    int whole = (starts ? 1 : 0) + (ends ? 2 : 0);
    int sides = leftKind * 16 + rightKind;
    int before = bucket(first - from);
    int after = bucket(to - last);
    boolean restVerb = false;
    for (int i = last; i < to && i < last + 20; i++) {
      WordClass type = words.type(i);
      restVerb |=
          type == WordClass.AUXILIARY || type == WordClass.MODAL || type == WordClass.ENDS_ED;
    }
    int rest = after * 2 + (restVerb ? 1 : 0);
    int leftPath = path(left, first);
    int rightPath = path(last - 1, right < 0 ? Math.min(to, last + 3) : right);

    out.add(1, gs, ge);
    out.add(2, gs, tb * 64 + ta);
    out.add(3, ge, te * 64 + tn);
    out.add(4, hash(last - 1), hash(last), ge);
    out.add(5, hash(first - 1), hash(first), gs);
    out.add(6, hash(last), ge, sort);
    out.add(7, leftLemma, leftFar, rightLemma);
    out.add(8, rightLemma, rightFar, ge);
    out.add(9, leftLemma, leftFar, gs);
    out.add(10, sides, gs, ge);
    out.add(11, sides, whole, size);
    out.add(12, size, whole, cuts);
    out.add(13, cuts, Math.min(3, opened), ge);
    out.add(14, verbs, sides, ta);
    out.add(15, verbs, whole, size);
    out.add(16, Math.min(3, cuesInside), Cues.lemma(cueInside), whole);
    out.add(17, Math.min(3, cuesInside), sides, whole);
    out.add(18, Math.min(3, sentences), Math.min(2, paragraphs), cuts * 4 + whole);
    out.add(19, Math.min(3, commas), ge, conjunction ? 1 : 0);
    out.add(20, rest, rightKind, ge);
    out.add(21, rest, leftKind, ge);
    out.add(22, before, leftKind, gs);
    out.add(23, cluster(first - 1), cluster(first), gs);
    out.add(24, cluster(last - 1), cluster(last), ge);
    out.add(25, cluster(last), cluster(last + 1), ge);
    out.add(26, leftPath, leftKind, gs);
    out.add(27, rightPath, rightKind, ge);
    out.add(28, leftPath, leftLemma);
    out.add(29, rightPath, rightLemma);
    out.add(30, tn, type(last + 1), ge);
    out.add(31, leftKind, ge, tn);
    out.add(32, leftLemma, ge, tn);
    out.add(33, ta, ge, tn);
    out.add(34, Math.min(5, breaks), ge, whole);
    out.add(35, leftLemma, whole, verbs);
    out.add(36, rightLemma, whole, verbs);
    out.add(37, hash(first), sides, whole);
    out.add(38, hash(last), leftKind, verbs);
    out.add(39, cluster(last), leftLemma, ge);
    out.add(40, left < 0 ? 0 : context.frame[left], ge, ta);
    out.add(41, type(last - 2) * 64 + te, tn * 64 + type(last + 1), ge);
    out.add(43, Math.min(3, closed), Math.min(2, sentences), cuts);
    out.add(44, Math.min(3, closed), Math.min(3, cuesInside), whole);
    out.add(45, Math.min(3, closed) * 4 + Math.min(3, opened), gs, ge);
    out.add(42, words.depth(first), words.depth(last - 1), sides);
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
