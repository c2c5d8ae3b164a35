package dev.dateline.quotes;

import java.util.List;

/**
 * The features by which fragments are joined to records, and records linked to their cue and their
 * source.
 */
final class LinkFeatures {

  private static final int EDGE = 63;

  private final Words words;

  /** What {@link #beside} last answered, and for what. */
  private int beside;

  private List<Phrase> besideOf;
  private int besideCue;

  /** What {@link #place} last answered, and for what. */
  private Place lastPlace;

  private List<Fragment> placeOf;
  private int placeCue;

  LinkFeatures(Words words) {
    this.words = words;
  }

  /** Whether {@code next} goes on what {@code fragment} starts: "…," she said. "…" */
  void join(Fragment fragment, Fragment next, FeatureBuffer out) {
    out.clear();
    int from = fragment.last();
    int to = next.first();
    int paragraphs = Math.min(3, words.paragraph(to) - words.paragraph(from - 1));
    int between = to - from;
    int quoted = (isQuoted(fragment) ? 1 : 0) + (isQuoted(next) ? 2 : 0);
    int sentences = 0;
    int cueLemma = 0;
    int cues = 0;
    boolean says = false;
    for (int i = from; i <= to; i++) {
      if (i > from && words.hasGap(i, Words.GAP_SENTENCE)) {
        sentences++;
      }
      if (i < to && words.cue(i) != 0) {
        cues++;
        cueLemma = cueLemma == 0 ? Cues.lemma(words.cue(i)) : cueLemma;
        says |= Cues.is(words.cue(i), Cues.Kind.SAY);
      }
    }
    sentences = Math.min(3, sentences);
    int length = bucket(between);
    int gapAfter = words.gap(from);
    int gapBefore = words.gap(to);
    boolean capital = words.isCapitalised(to);
    int chain = chain(fragment, next);
    out.add(1, quoted, paragraphs, sentences);
    out.add(2, length, quoted, sentences);
    out.add(3, Math.min(3, cues), quoted, sentences * 2 + (says ? 1 : 0));
    out.add(4, cueLemma, quoted, sentences);
    out.add(5, gapAfter, gapBefore, quoted);
    out.add(6, chain, paragraphs, quoted);
    out.add(7, capital ? 1 : 0, gapBefore, quoted);
    out.add(8, words.hash(to), quoted);
    out.add(9, type(from) * 64 + type(from + 1), Math.min(4, between), quoted);
    out.add(10, type(to - 1), words.hash(to - 1), quoted);
    out.add(11, length, gapBefore, gapAfter);
    out.add(12, type(from), type(to - 1), length);
    out.add(13, length * 4 + sentences, Math.min(3, cues), says ? 1 : 0);
    out.add(14, paragraphs * 4 + quoted, length, chain);
  }

  /** A record with {@code cue}, or with none where it is -1. */
  void cue(List<Fragment> record, int cue, FeatureBuffer out) {
    out.clear();
    boolean quoted = isQuoted(record.get(0));
    int kindBit = quoted ? 1 : 0;
    if (cue < 0) {
      Fragment first = record.get(0);
      out.add(20, kindBit, words.gap(first.first()));
      out.add(21, kindBit, type(first.first() - 1));
      out.add(22, kindBit, words.gap(record.get(record.size() - 1).last()));
      out.add(23, kindBit, record.size());
      return;
    }
    int entry = words.cue(cue);
    int lemma = Cues.lemma(entry);
    int kind = Cues.kind(entry);
    Place place = place(record, cue);
    int distance = bucket(place.distance);
    int where = place.where * 2 + kindBit;
    out.add(30, lemma, where);
    out.add(31, kind, where, distance);
    out.add(32, where, distance, place.sentences);
    out.add(33, where, place.gaps, kind);
    out.add(34, words.hash(cue), where);
    out.add(35, type(cue - 1), type(cue + 1), where);
    out.add(36, words.gap(cue + 1), where, distance);
    out.add(37, place.cuesBetween, where, kind);
    out.add(38, place.cuesBetween, lemma, where);
    out.add(39, words.hash(cue + 1 < words.count ? cue + 1 : cue), where, distance);
    out.add(40, words.hash(Math.max(0, cue - 1)), kind, where);
    out.add(41, words.depth(cue), where, kind);
    out.add(42, type(cue - 1) * 64 + type(cue - 2), where, kind);
    out.add(43, place.nearGap, where, distance);
    out.add(44, place.breaks, where, kind);
    out.add(45, place.sentences, place.paragraphs, kind);
  }

  /**
   * A record and its cue (or -1) with the source {@code phrase}, or with none where it is null.
   *
   * @param candidates all phrases that may be the source
   * @param previous the source of the record before, or null
   */
  void source(
      List<Fragment> record,
      int cue,
      Phrase phrase,
      List<Phrase> candidates,
      Phrase previous,
      FeatureBuffer out) {
    out.clear();
    int quoted = isQuoted(record.get(0)) ? 1 : 0;
    int entry = cue < 0 ? 0 : words.cue(cue);
    int lemma = Cues.lemma(entry);
    int kind = Cues.kind(entry);
    if (phrase == null) {
      out.add(50, lemma, quoted);
      out.add(51, kind, quoted);
      if (cue >= 0) {
        out.add(52, type(cue - 1), type(cue + 1), kind);
        out.add(53, hash(cue - 1), kind);
        out.add(55, beside(candidates, cue), kind, quoted);
      } else {
        out.add(54, quoted, words.gap(record.get(0).first()));
      }
      return;
    }
    int head = phrase.head();
    int sort = phrase.kind().ordinal();
    int anchor = cue >= 0 ? cue : record.get(0).first();
    boolean before = phrase.last() <= anchor;
    int from = before ? phrase.last() : anchor + 1;
    int to = before ? anchor : phrase.first();
    int end = record.get(record.size() - 1).last();
    if (cue < 0 && phrase.first() >= end) {
      from = end;
    }
    int gaps = 0;
    int cuesBetween = 0;
    int auxiliaries = 0;
    int commas = 0;
    for (int i = from; i <= to; i++) {
      gaps |= words.gap(i);
      if (words.hasGap(i, Words.GAP_COMMA)) {
        commas++;
      }
      if (i < to) {
        cuesBetween += words.cue(i) != 0 ? 1 : 0;
        WordClass type = words.type(i);
        auxiliaries += type == WordClass.AUXILIARY || type == WordClass.MODAL ? 1 : 0;
      }
    }
    gaps &= ~Words.GAP_HYPHEN;
    int sentences =
        Math.max(-3, Math.min(2, words.sentence(phrase.first()) - words.sentence(anchor)));
    int side = (before ? 1 : 0) + 2 * quoted + (cue < 0 ? 4 : 0);
    int distance = bucket(Math.max(0, to - from));
    int rank = Math.min(6, rank(candidates, phrase, anchor));
    int lead = type(phrase.first() - 1);
    int follow = type(phrase.last());
    int followGap = words.gap(phrase.last()) & ~Words.GAP_HYPHEN;
    boolean within = Fragment.anyOverlaps(record, phrase.first(), phrase.last());
    Place cuePlace = cue < 0 ? null : place(record, cue);
    int where = cuePlace == null ? 0 : 1 + cuePlace.where;
    boolean between = separated(record, phrase, anchor);
    out.add(60, side, distance, sentences);
    out.add(61, side, rank, sentences);
    out.add(62, side * 8 + sort, distance, kind);
    out.add(63, side * 8 + sort, rank, where);
    out.add(64, side, lemma, distance);
    out.add(65, words.hash(head), side);
    out.add(66, type(head), side, distance);
    out.add(67, lead, side, hash(phrase.first() - 1));
    out.add(68, side, follow, followGap);
    out.add(69, gaps, side, Math.min(3, commas));
    out.add(70, gaps, distance, side * 8 + sort);
    out.add(71, cuesBetween, side, kind);
    out.add(72, auxiliaries, side, distance);
    out.add(73, within ? 1 : 0, between ? 1 : 0, side);
    out.add(74, words.gap(phrase.first()), side, sort);
    out.add(75, words.depth(phrase.first()), side, where);
    out.add(76, type(phrase.first()), type(head), side);
    out.add(77, lemma, sort, side * 8 + where);
    out.add(78, side * 4 + Math.min(3, commas), follow, where);
    out.add(79, lead, follow, side);
    if (cue >= 0) {
      out.add(80, type(cue - 1), side, distance);
      out.add(81, type(cue + 1), side, distance);
      out.add(82, type(cue - 1) * 64 + type(cue + 1), side * 8 + rank, where);
      out.add(83, hash(cue - 1), side, rank);
      out.add(84, words.gap(cue + 1), side, distance);
    }
    if (previous != null) {
      boolean same = previous.equals(phrase);
      boolean sameWord = words.hash(previous.head()) == words.hash(head);
      out.add(85, (same ? 2 : 0) + (sameWord ? 1 : 0), side, where);
    }
    int governed = governed(phrase) ? 1 : 0;
    int subject = governed == 0 && isFirst(candidates, phrase) ? 1 : 0;
    int role = governed * 2 + subject;
    int possessor =
        words.is(Math.min(words.count - 1, phrase.last()), WordClass.POSSESSIVE_S) ? 1 : 0;
    out.add(91, role * 2 + possessor, side, Math.min(3, rank));
    out.add(92, role, side * 8 + sort, sentences);
    if (cue >= 0) {
      int beside = beside(candidates, cue);
      int place = phrase.last() == cue ? 1 : phrase.first() == cue + 1 ? 2 : 0;
      out.add(93, beside, place * 2 + subject, kind * 2 + quoted);
      out.add(94, beside, place, words.gap(cue) * 2 + where);
      out.add(95, role, type(cue - 1), side * 4 + Math.min(3, rank));
      out.add(96, role, hash(cue), side * 4 + Math.min(3, rank));
      out.add(97, role * 8 + sort, words.gap(cue), side * 4 + Math.min(3, cuesBetween));
      out.add(98, role, hash(cue - 1), sentences);
      out.add(99, beside, lemma, place * 2 + subject);
    }
    boolean opens = words.hasGap(phrase.first(), Words.GAP_SENTENCE);
    int signature = (words.gap(phrase.first()) & (Words.GAP_DASH | Words.GAP_COLON)) != 0 ? 1 : 0;
    out.add(87, signature, phrase.first() == end ? 1 : 0, side);
    out.add(88, phrase.last() == record.get(0).first() ? 1 : 0, words.gap(phrase.last()), side);
    out.add(89, words.cluster(head), side, distance);
    out.add(90, words.cluster(phrase.first()), side, sort);
    out.add(86, opens ? 1 : 0, side * 8 + sentences + 3, where * 8 + sort);
  }

  /** How many candidates lie between the anchor and this one, on its side. */
  private static int rank(List<Phrase> candidates, Phrase phrase, int anchor) {
    boolean before = phrase.last() <= anchor;
    int rank = 0;
    for (Phrase other : candidates) {
      if (before
          ? other.first() >= phrase.last() && other.last() <= anchor
          : other.first() > anchor && other.last() <= phrase.first()) {
        rank++;
      }
    }
    return rank;
  }

  /** What kinds of phrases stand right before and right after a cue. */
  private int beside(List<Phrase> candidates, int cue) {
    if (candidates != besideOf || cue != besideCue) {
      besideOf = candidates;
      besideCue = cue;
      beside = countBeside(candidates, cue);
    }
    return beside;
  }

  private static int countBeside(List<Phrase> candidates, int cue) {
    int left = 0;
    int right = 0;
    for (Phrase other : candidates) {
      if (other.last() == cue) {
        left = other.kind().ordinal() + 1;
      } else if (other.first() == cue + 1) {
        right = other.kind().ordinal() + 1;
      }
    }
    return left * 8 + right;
  }

  /** Whether a phrase hangs on a preposition. */
  private boolean governed(Phrase phrase) {
    int type = type(phrase.first() - 1);
    return !words.hasGap(phrase.first(), Words.GAP_BREAK)
        && (type == WordClass.PREPOSITION.ordinal() || type == WordClass.TO.ordinal());
  }

  /** Whether a phrase is the first of its sentence that hangs on no preposition. */
  private boolean isFirst(List<Phrase> candidates, Phrase phrase) {
    int sentence = words.sentence(phrase.first());
    for (Phrase other : candidates) {
      if (other.first() < phrase.first()
          && words.sentence(other.first()) == sentence
          && !governed(other)) {
        return false;
      }
    }
    return true;
  }

  /** Where a cue stands to a record. */
  private record Place(
      int where,
      int distance,
      int gaps,
      int nearGap,
      int sentences,
      int paragraphs,
      int cuesBetween,
      int breaks) {}

  private Place place(List<Fragment> record, int cue) {
    if (record != placeOf || cue != placeCue) {
      placeOf = record;
      placeCue = cue;
      lastPlace = findPlace(record, cue);
    }
    return lastPlace;
  }

  private Place findPlace(List<Fragment> record, int cue) {
    Fragment first = record.get(0);
    Fragment last = record.get(record.size() - 1);
    int where;
    int from;
    int to;
    if (cue < first.first()) {
      where = 0;
      from = cue + 1;
      to = first.first();
    } else if (cue >= last.last()) {
      where = 2;
      from = last.last();
      to = cue;
    } else {
      Fragment left = first;
      for (Fragment fragment : record) {
        if (fragment.last() <= cue) {
          left = fragment;
        }
      }
      where = left.last() <= cue ? 1 : 3;
      from = left.last();
      to = cue;
    }
    int gaps = 0;
    int sentences = 0;
    int paragraphs = 0;
    int cues = 0;
    int breaks = 0;
    for (int i = from; i <= to; i++) {
      gaps |= words.gap(i);
      sentences += words.hasGap(i, Words.GAP_SENTENCE) ? 1 : 0;
      paragraphs += words.hasGap(i, Words.GAP_PARAGRAPH) ? 1 : 0;
      breaks += words.hasGap(i, Words.GAP_BREAK) ? 1 : 0;
      cues += i < to && words.cue(i) != 0 ? 1 : 0;
    }
    return new Place(
        where,
        Math.max(0, to - from),
        gaps,
        words.gap(where == 0 ? to : from),
        Math.min(3, sentences),
        Math.min(2, paragraphs),
        Math.min(3, cues),
        Math.min(4, breaks));
  }

  /** Whether a fragment lies between a phrase and a word. */
  private static boolean separated(List<Fragment> record, Phrase phrase, int word) {
    int from = Math.min(phrase.last(), word);
    int to = Math.max(phrase.first(), word);
    for (Fragment fragment : record) {
      if (fragment.first() >= from && fragment.last() <= to) {
        return true;
      }
    }
    return false;
  }

  private boolean isQuoted(Fragment fragment) {
    return words.depth(fragment.first()) > 0;
  }

  /**
   * Whether one fragment surely goes on in the next: its marks over a paragraph's end, or its
   * sentence after what reports it ("…," Marr said, "…").
   */
  boolean goesOn(Fragment fragment, Fragment next) {
    return chain(fragment, next) == 2 || isInterrupted(fragment.last(), next.first());
  }

  private boolean isInterrupted(int from, int to) {
    boolean closed = words.hasGap(from, Words.GAP_CLOSE) && words.hasGap(from, Words.GAP_COMMA);
    if (!closed || !words.hasGap(to, Words.GAP_OPEN)) {
      return false;
    }
    int says = 0;
    for (int i = from; i < to; i++) {
      if (words.hasGap(i + 1, Words.GAP_SENTENCE)) {
        return false;
      }
      says += Cues.is(words.cue(i), Cues.Kind.SAY) ? 1 : 0;
    }
    // A sentence of its own with a verb of its own is another quote: "…," Marr said, adding, "No …"
    boolean one = says == 1 || says > 1 && !words.isCapitalised(to);
    return one && words.hasGap(to, Words.GAP_COMMA);
  }

  /** 2 where the marks of one go on in the other, 1 where one ends and the other starts. */
  private int chain(Fragment fragment, Fragment next) {
    int left = words.marks.outermost(words.token(fragment.last() - 1));
    int right = words.marks.outermost(words.token(next.first()));
    if (left < 0 || right < 0) {
      return 0;
    }
    if (left == right) {
      return 3;
    }
    return words.marks.stretches().get(right).continues() == left ? 2 : 1;
  }

  private int type(int word) {
    return word < 0 || word >= words.count ? EDGE : words.typeOrdinal(word);
  }

  private int hash(int word) {
    return word < 0 || word >= words.count ? EDGE : words.hash(word);
  }

  private static int bucket(int distance) {
    if (distance < 5) {
      return distance;
    }
    return distance < 8 ? 5 : distance < 14 ? 6 : distance < 30 ? 7 : 8;
  }
}
