package dev.dateline.quotes;

/**
 * The features of one edge of the span model: what speaks for and against a span that starts, goes
 * on or ends between a word and the one before it. Features are hashes; the model's table decides
 * how many bits of them count.
 */
final class SpanFeatures {

  private static final int MARK_GAPS =
      Words.GAP_OPEN | Words.GAP_CLOSE | Words.GAP_SENTENCE | Words.GAP_PARAGRAPH;
  private static final int OUTSIDE = 63;

  private final Words words;
  private final SpanContext context;
  private FeatureBuffer out;

  SpanFeatures(Words words, SpanContext context) {
    this.words = words;
    this.context = context;
  }

  /** The features of whole spans of the same words. */
  WholeSpanFeatures ofWholeSpans() {
    return new WholeSpanFeatures(words, context);
  }

  /**
   * Whether no span goes on here: at a paragraph's end, but for marks that go on beyond it, and
   * between a sentence in marks and one outside.
   */
  boolean isWall(int at) {
    boolean left = depth(at - 1) > 0;
    boolean right = depth(at) > 0;
    return words.hasGap(at, Words.GAP_PARAGRAPH) && !(left && right)
        || words.hasGap(at, Words.GAP_SENTENCE) && left != right;
  }

  /** Whether this is no edge between words but the hyphen inside one. */
  boolean isInWord(int at) {
    return words.gap(at) == Words.GAP_HYPHEN;
  }

  /** Fills {@code features} for the edge before {@code at}, at most the word count. */
  void extract(int at, FeatureBuffer features) {
    out = features;
    out.clear();
    int gap = words.gap(at);
    int type = type(at);
    int before = type(at - 1);
    int type2 = type(at + 1);
    int before2 = type(at - 2);
    int hash = hash(at);
    int hashBefore = hash(at - 1);
    int gapNext = at < words.count ? words.gap(at + 1) : 0;
    int depth = depth(at);
    int depthBefore = depth(at - 1);

    out.add(1, gap);
    out.add(2, gap, before * 64 + type);
    out.add(3, hash);
    out.add(4, hashBefore);
    out.add(5, gap, hash);
    out.add(6, gap, hashBefore);
    out.add(7, hashBefore, hash);
    out.add(8, hash(at + 1), gap != 0 ? 1 : 0);
    out.add(9, hash(at - 2), gap != 0 ? 1 : 0);
    out.add(10, (before2 * 64 + before) * 64 + type, gap != 0 ? 1 : 0);
    out.add(11, (type * 64 + type2) * 64 + type(at + 2), gap != 0 ? 1 : 0);
    out.add(12, (before * 64 + type) * 64 + type2, gap);
    out.add(13, gap, gapNext, type);

    int state = (depthBefore * 4 + depth) * 16384 + (gap & MARK_GAPS);
    out.add(14, state);
    marks(at, state, depth > 0 ? at : depthBefore > 0 ? at - 1 : -1);
    cues(at, gap, state, type, hash);
    frames(at, gap, type);
    clusters(at, gap);
  }

  private void marks(int at, int state, int inside) {
    if (inside < 0) {
      return;
    }
    int stretch = words.marks.outermost(words.token(inside));
    if (stretch < 0) {
      return;
    }
    int shape = context.stretchShape[stretch];
    int first = context.stretchFirst[stretch];
    int last = context.stretchLast[stretch];
    int edge = (at == first ? 1 : 0) + (at == last ? 2 : 0);
    out.add(20, state, shape);
    out.add(21, words.gap(first), type(first - 1), edge);
    out.add(22, hash(first - 1), edge, depth(at));
    out.add(23, type(last) * 64 + type(last + 1), words.gap(last), edge);
    int cueAfter = near(last, 4);
    int cueBefore = nearBefore(first);
    out.add(24, cueAfter, cueBefore, edge * 4 + depth(at));
    out.add(25, shape, edge, cueAfter != 0 ? 1 : cueBefore != 0 ? 2 : 0);
    out.add(26, hash(first), hash(last - 1), edge);
  }

  private void cues(int at, int gap, int state, int type, int hash) {
    int sentenceOf = Math.min(at, words.count - 1);
    int cue = context.cueBefore[at];
    int next = context.cueAfter[at];
    int lemma = lemma(cue);
    int kind = kind(cue);
    int nextLemma = lemma(next);
    int nextKind = kind(next);
    int since = cue < 0 ? 7 : bucket(at - cue);
    int until = next < 0 ? 7 : bucket(next - at);
    int lead = cue < 0 || cue + 1 >= words.count ? 0 : SpanContext.lead(words, cue + 1);
    boolean comma = context.commaBeforeCue[at];
    boolean clause = gap != 0;
    out.add(30, lemma, since, lead * 2 + (clause ? 1 : 0));
    out.add(31, kind * 16 + lead, state, since);
    out.add(32, nextLemma, until, (comma ? 2 : 0) + (clause ? 1 : 0));
    out.add(33, nextKind * 16 + until, state, comma ? 1 : 0);
    out.add(34, gap, kind * 16 + nextKind, lead * 2 + (comma ? 1 : 0));
    int last = context.lastCue[words.sentence(sentenceOf)];
    int tail = tail(last);
    out.add(35, gap, lemma(last), tail * 2 + (last >= at ? 1 : 0));
    out.add(36, lemma, hash, since);
    out.add(37, type, nextLemma, until);
    out.add(38, lemma, gap, type);
    int passed = passedBreaks(cue, at);
    out.add(39, kind * 16 + lead, gap, passed);
    int lead2 = cue < 0 || cue + 1 >= at ? 0 : type(cue + 1) * 64 + type(cue - 1);
    out.add(40, kind, lead2, since);
    out.add(41, lemma, type(at - 1) * 64 + type, lead);
  }

  /** The clauses around the cue before, the cue after and the sentence's last. */
  private void frames(int at, int gap, int type) {
    int cue = context.cueBefore[at];
    int next = context.cueAfter[at];
    int last = context.lastCue[words.sentence(Math.min(at, words.count - 1))];
    int before = cue < 0 ? 0 : context.frame[cue];
    int after = next < 0 ? 0 : context.frame[next];
    int until = next < 0 ? 7 : bucket(next - at);
    out.add(50, after, until, gap != 0 ? 1 : 0);
    out.add(51, after, gap, kind(next));
    out.add(52, before, cue < 0 ? 7 : bucket(at - cue), gap);
    out.add(53, before, type, gap);
    out.add(54, last < 0 ? 0 : context.frame[last], gap, last >= at ? lemma(last) : -1);
    out.add(55, before, after, gap);
  }

  /** Classes of words that stand in for parts of speech. */
  private void clusters(int at, int gap) {
    int here = cluster(at);
    int before = cluster(at - 1);
    int clause = gap != 0 ? 1 : 0;
    int pair = before * 256 + here;
    out.add(60, pair, gap);
    out.add(61, pair * 256 + cluster(at - 2), clause);
    out.add(62, pair * 256 + cluster(at + 1), clause);
    out.add(63, here * 256 + cluster(at + 1), clause, cluster(at + 2));
    out.add(64, here, lemma(context.cueBefore[at]), gap);
    out.add(65, here, gap, lemma(context.cueAfter[at]));
  }

  private int cluster(int word) {
    return word < 0 || word >= words.count ? 255 : words.cluster(word);
  }

  /** How many phrase breaks lie between a cue and a word, at most 3; 4 without a cue. */
  private int passedBreaks(int cue, int at) {
    if (cue < 0) {
      return 4;
    }
    int breaks = 0;
    for (int i = cue + 1; i < at && breaks < 3 && i < cue + 40; i++) {
      if (words.hasGap(i, Words.GAP_BREAK)) {
        breaks++;
      }
    }
    return breaks;
  }

  /** How many words follow a sentence's last cue, in steps; 7 without one. */
  private int tail(int last) {
    if (last < 0) {
      return 7;
    }
    int end = words.sentenceLast(words.sentence(last));
    return bucket(end - last);
  }

  private int near(int from, int reach) {
    for (int i = from; i < Math.min(words.count, from + reach); i++) {
      if (i > from && words.hasGap(i, Words.GAP_SENTENCE)) {
        return 0;
      }
      if (words.cue(i) != 0) {
        return Cues.lemma(words.cue(i));
      }
    }
    return 0;
  }

  private int nearBefore(int first) {
    for (int i = first - 1; i >= Math.max(0, first - 4); i--) {
      if (words.hasGap(i + 1, Words.GAP_SENTENCE)) {
        return 0;
      }
      if (words.cue(i) != 0) {
        return Cues.lemma(words.cue(i));
      }
    }
    return 0;
  }

  private int lemma(int word) {
    return word < 0 ? 0 : Cues.lemma(words.cue(word));
  }

  private int kind(int word) {
    return word < 0 ? 0 : Cues.kind(words.cue(word));
  }

  private int depth(int word) {
    return word < 0 || word >= words.count ? 0 : Math.min(2, words.depth(word));
  }

  private int type(int word) {
    return word < 0 || word >= words.count ? OUTSIDE : words.typeOrdinal(word);
  }

  private int hash(int word) {
    return word < 0 || word >= words.count ? OUTSIDE : words.hash(word);
  }

  private static int bucket(int distance) {
    if (distance < 4) {
      return distance;
    }
    return distance < 8 ? 4 : distance < 16 ? 5 : 6;
  }
}
