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
  private static final int FURTHEST_BREAK = 40;

  private final Words words;
  private final SpanContext context;

  private int at;
  private int gap;
  private int depth;
  private int depthBefore;

  /** The marks at the edge and on either side of it. */
  private int state;

  private int cue;
  private int next;

  /** The sentence's last cue. */
  private int last;

  private int since;
  private int until;
  private int comma;
  private int lead;
  private int passed;

  /** The marks that the edge is in or at, or -1, and at which of their ends it is. */
  private int stretch;

  private int edge;

  SpanFeatures(Words words, SpanContext context) {
    this.words = words;
    this.context = context;
  }

  /** The features of whole spans of the same words. */
  WholeSpanFeatures ofWholeSpans() {
    return new WholeSpanFeatures(words, context);
  }

  /**
   * Whether no span goes on here: at a paragraph's end, but for marks that go on beyond it, between
   * a sentence in marks and one outside, and before marks that have a cue of their own.
   */
  boolean isWall(int at) {
    boolean left = depth(at - 1) > 0;
    boolean right = depth(at) > 0;
    return words.hasGap(at, Words.GAP_PARAGRAPH) && !(left && right)
        || words.hasGap(at, Words.GAP_SENTENCE) && left != right
        || right && !left && context.startsApart(words.marks.outermost(words.token(at)), at);
  }

  /** Whether this is no edge between words but the hyphen inside one. */
  boolean isInWord(int at) {
    return words.gap(at) == Words.GAP_HYPHEN;
  }

  /** Fills {@code features} for the edge before {@code at}, at most the word count. */
  void extract(int at, FeatureBuffer features) {
    moveTo(at);
    features.clear();
    ofWords(features);
    ofClauses(features);
    ofCueBefore(features);
    ofCueAfter(features);
    ofMarks(features);
  }

  /** Goes to the edge before {@code at}: what the methods below answer for. */
  void moveTo(int edge) {
    at = edge;
    gap = words.gap(at);
    depth = depth(at);
    depthBefore = depth(at - 1);
    state = (depthBefore * 4 + depth) * 16384 + (gap & MARK_GAPS);
    cue = context.cueBefore[at];
    next = context.cueAfter[at];
    last = context.lastCue[words.sentence(Math.min(at, words.count - 1))];
    since = cue < 0 ? 7 : bucket(at - cue);
    until = next < 0 ? 7 : bucket(next - at);
    comma = context.commaBeforeCue[at] ? 1 : 0;
    lead = cue < 0 || cue + 1 >= words.count ? 0 : context.lead(cue);
    passed = passedBreaks();
    int inside = depth > 0 ? at : depthBefore > 0 ? at - 1 : -1;
    stretch = inside < 0 ? -1 : words.marks.outermost(words.token(inside));
    edge(stretch);
  }

  private void edge(int of) {
    edge =
        of < 0
            ? 0
            : (at == context.stretchFirst[of] ? 1 : 0) + (at == context.stretchLast[of] ? 2 : 0);
  }

  /** Whether a word follows the one before with nothing between but a blank. */
  boolean isPlain() {
    return gap == 0;
  }

  /** Whether the edge is neither in marks nor at one. */
  boolean isOutside() {
    return stretch < 0;
  }

  /**
   * What tells edges of a stretch in marks, or plain edges of a sentence, apart beside where they
   * are to cues.
   */
  int place() {
    return ((state << 2 | edge) << 2 | passed & 3) << 2 | comma << 1 | (last >= at ? 1 : 0);
  }

  /** What tells edges apart that differ in {@link #ofMarks}, if {@link #place} does not. */
  long stretch() {
    return stretch;
  }

  /** What tells plain edges apart that differ in {@link #ofClauses}, if {@link #place} does not. */
  long cues() {
    return (long) cue << 32 | next & 0xFFFFFFFFL;
  }

  /** The same for {@link #ofCueBefore}. */
  long cueBefore() {
    return (long) cue << 3 | since;
  }

  /** The same for {@link #ofCueAfter}. */
  long cueAfter() {
    return (long) next << 3 | until;
  }

  /** The words around the edge. */
  void ofWords(FeatureBuffer out) {
    int type = type(at);
    int before = type(at - 1);
    int type2 = type(at + 1);
    int before2 = type(at - 2);
    int hash = hash(at);
    int hashBefore = hash(at - 1);
    int gapNext = at < words.count ? words.gap(at + 1) : 0;
    int clause = gap != 0 ? 1 : 0;
    int lemma = lemma(cue);
    int nextLemma = lemma(next);

    out.add(2, gap, before * 64 + type);
    out.add(3, hash);
    out.add(4, hashBefore);
    out.add(5, gap, hash);
    out.add(6, gap, hashBefore);
    out.add(7, hashBefore, hash);
    out.add(8, hash(at + 1), clause);
    out.add(9, hash(at - 2), clause);
    out.add(10, (before2 * 64 + before) * 64 + type, clause);
    out.add(11, (type * 64 + type2) * 64 + type(at + 2), clause);
    out.add(12, (before * 64 + type) * 64 + type2, gap);
    out.add(13, gap, gapNext, type);
    out.add(36, lemma, hash, since);
    out.add(37, type, nextLemma, until);
    out.add(38, lemma, gap, type);
    out.add(41, lemma, before * 64 + type, lead);
    out.add(53, frame(cue), type, gap);

    // Classes of words that stand in for parts of speech.
    int here = cluster(at);
    int pair = cluster(at - 1) * 256 + here;
    out.add(60, pair, gap);
    out.add(61, pair * 256 + cluster(at - 2), clause);
    out.add(62, pair * 256 + cluster(at + 1), clause);
    out.add(63, here * 256 + cluster(at + 1), clause, cluster(at + 2));
    out.add(64, here, lemma, gap);
    out.add(65, here, gap, nextLemma);
  }

  /** The clauses around the cue before, the cue after and the sentence's last. */
  void ofClauses(FeatureBuffer out) {
    int before = frame(cue);
    int after = frame(next);
    int later = last >= at ? 1 : 0;
    out.add(1, gap);
    out.add(14, state);
    out.add(34, gap, kind(cue) * 16 + kind(next), lead * 2 + comma);
    out.add(35, gap, lemma(last), tail(last) * 2 + later);
    out.add(51, after, gap, kind(next));
    out.add(54, frame(last), gap, later != 0 ? lemma(last) : -1);
    out.add(55, before, after, gap);
  }

  /** The cue before, and how far it is. */
  void ofCueBefore(FeatureBuffer out) {
    int kind = kind(cue);
    int around = cue < 0 || cue + 1 >= at ? 0 : type(cue + 1) * 64 + type(cue - 1);
    out.add(30, lemma(cue), since, lead * 2 + (gap != 0 ? 1 : 0));
    out.add(31, kind * 16 + lead, state, since);
    out.add(39, kind * 16 + lead, gap, passed);
    out.add(40, kind, around, since);
    out.add(52, frame(cue), since, gap);
  }

  /** The cue after, and how far it is. */
  void ofCueAfter(FeatureBuffer out) {
    int clause = gap != 0 ? 1 : 0;
    out.add(32, lemma(next), until, comma * 2 + clause);
    out.add(33, kind(next) * 16 + until, state, comma);
    out.add(50, frame(next), until, clause);
  }

  /** The marks that the edge is in or at; nothing where it is outside of any. */
  void ofMarks(FeatureBuffer out) {
    if (stretch < 0) {
      return;
    }
    int shape = context.stretchShape[stretch];
    int first = context.stretchFirst[stretch];
    int end = context.stretchLast[stretch];
    int cueBehind = near(end, 4);
    int cueBefore = nearBefore(first);
    out.add(20, state, shape);
    out.add(21, words.gap(first), type(first - 1), edge);
    out.add(22, hash(first - 1), edge, depth);
    out.add(23, type(end) * 64 + type(end + 1), words.gap(end), edge);
    out.add(24, cueBehind, cueBefore, edge * 4 + depth);
    out.add(25, shape, edge, cueBehind != 0 ? 1 : cueBefore != 0 ? 2 : 0);
    out.add(26, hash(first), hash(end - 1), edge);
  }

  private int cluster(int word) {
    return word < 0 || word >= words.count ? 255 : words.cluster(word);
  }

  /** How many phrase breaks lie between the cue before and the edge, at most 3; 4 without one. */
  private int passedBreaks() {
    if (cue < 0) {
      return 4;
    }
    return Math.min(3, context.breaks(cue + 1, Math.min(at, cue + FURTHEST_BREAK)));
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

  private int frame(int word) {
    return word < 0 ? 0 : context.frame[word];
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
