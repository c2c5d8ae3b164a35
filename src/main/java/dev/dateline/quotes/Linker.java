package dev.dateline.quotes;

import java.util.ArrayList;
import java.util.List;

/** Finds the cue and the source of each quote, by linear models over the candidates. Immutable. */
final class Linker {

  /** Slots of the weights. */
  static final int JOIN = 0;

  static final int CUE = 1;
  static final int SOURCE = 2;

  /** How many sentences back a source is looked for. */
  private static final int SENTENCES_BACK = 2;

  /**
   * Reported words with what reports them.
   *
   * @param fragments its parts, in order
   * @param cue the word that reports it, or -1
   * @param source who said it, or null
   * @param cueMargin by how much the cue beats the next candidate
   * @param sourceMargin by how much the source beats the next candidate
   * @param verbatim whether they are somebody's own words though no marks show it
   * @param outer what they stand inside of, or null
   */
  record Linked(
      List<Fragment> fragments,
      int cue,
      Phrase source,
      double cueMargin,
      double sourceMargin,
      boolean verbatim,
      Linked outer) {

    /** One past its last word. */
    int last() {
      return fragments.get(fragments.size() - 1).last();
    }

    int first() {
      return fragments.get(0).first();
    }
  }

  private final PackedWeights weights;

  Linker(PackedWeights weights) {
    this.weights = weights;
  }

  List<Linked> link(Words words, Phrases phrases, List<Fragment> fragments) {
    LinkFeatures features = new LinkFeatures(words);
    FeatureBuffer buffer = new FeatureBuffer();
    List<Linked> linked = new ArrayList<>();
    Phrase previous = null;
    for (List<Fragment> record : new Joiner(weights, words, features).records(fragments)) {
      Linked found = link(words, phrases, features, buffer, record, previous);
      if (!linked.isEmpty()) {
        found = withSubject(words, linked.get(linked.size() - 1), found);
      }
      linked.add(found);
      previous = found.source() != null ? found.source() : previous;
    }
    return linked;
  }

  /**
   * A record whose cue is a participle has the subject of the verb before it: "Marr said …, adding
   * …".
   */
  private static Linked withSubject(Words words, Linked before, Linked found) {
    int cue = found.cue();
    boolean participle =
        cue > 0
            && words.gap(cue) == Words.GAP_COMMA
            && words.endsWith(cue, "ing")
            && before.source() != null
            && before.cue() >= 0
            && before.cue() < cue
            && words.sentence(before.cue()) == words.sentence(cue)
            && !before.source().equals(found.source())
            && (found.source() == null || found.source().last() <= before.cue());
    return participle
        ? new Linked(
            found.fragments(), cue, before.source(), found.cueMargin(), 1, false, found.outer())
        : found;
  }

  private Linked link(
      Words words,
      Phrases phrases,
      LinkFeatures features,
      FeatureBuffer buffer,
      List<Fragment> record,
      Phrase previous) {
    int bestCue = -1;
    features.cue(record, -1, buffer);
    int best = weights.sum(buffer, CUE);
    int second = Integer.MIN_VALUE / 2;
    for (int cue : cues(words, record)) {
      features.cue(record, cue, buffer);
      int score = weights.sum(buffer, CUE);
      if (score > best) {
        second = best;
        best = score;
        bestCue = cue;
      } else {
        second = Math.max(second, score);
      }
    }
    double cueMargin = Math.min(20, (best - second) * weights.scale());
    Phrase bestSource = null;
    List<Phrase> candidates = sources(words, phrases, record, bestCue, previous);
    features.source(record, bestCue, null, candidates, previous, buffer);
    best = weights.sum(buffer, SOURCE);
    second = Integer.MIN_VALUE / 2;
    for (Phrase phrase : candidates) {
      if (!mayWin(words, bestCue, phrase, previous)) {
        continue;
      }
      features.source(record, bestCue, phrase, candidates, previous, buffer);
      int score = weights.sum(buffer, SOURCE);
      if (score > best) {
        second = best;
        best = score;
        bestSource = phrase;
      } else {
        second = Math.max(second, score);
      }
    }
    double sourceMargin = Math.min(20, (best - second) * weights.scale());
    if (bestSource == null && bestCue >= 0 && words.is(bestCue, WordClass.DOCUMENT)) {
      bestSource = phraseWith(phrases.of(words.sentence(bestCue)), bestCue);
    }
    return new Linked(record, bestCue, bestSource, cueMargin, sourceMargin, false, null);
  }

  /** The phrase that has a word; null for none. "From the report: …" */
  private static Phrase phraseWith(List<Phrase> phrases, int word) {
    for (Phrase phrase : phrases) {
      if (phrase.first() <= word && phrase.last() > word) {
        return phrase;
      }
    }
    return null;
  }

  /** The words that may be the cue of a record. */
  static List<Integer> cues(Words words, List<Fragment> record) {
    int first = record.get(0).first();
    int firstSentence = words.sentence(first);
    if (firstSentence > 0 && looksBack(words, first)) {
      firstSentence--;
    }
    int lastSentence = words.sentence(record.get(record.size() - 1).last() - 1);
    int from = words.sentenceFirst(firstSentence);
    int to = words.sentenceLast(lastSentence);
    List<Integer> found = new ArrayList<>();
    boolean quoted = words.depth(record.get(0).first()) > 0;
    for (int word = from; word < to; word++) {
      if (words.cue(word) != 0
          && !Fragment.anyHas(record, word)
          && (!quoted || words.depth(word) == 0 || words.depth(record.get(0).first()) > 1)) {
        found.add(word);
      }
    }
    return found;
  }

  /** Whether the cue may stand in the sentence before: in the same paragraph, or before a colon. */
  private static boolean looksBack(Words words, int first) {
    int start = words.sentenceFirst(words.sentence(first));
    return !words.hasGap(start, Words.GAP_PARAGRAPH) || words.hasGap(start, Words.GAP_COLON);
  }

  /** The phrases that may be the source of a record with a cue, or with none where it is -1. */
  static List<Phrase> sources(
      Words words, Phrases phrases, List<Fragment> record, int cue, Phrase previous) {
    int anchor = cue >= 0 ? cue : record.get(0).first();
    int sentence = words.sentence(anchor);
    int last = sentence;
    if (cue < 0) {
      int end = record.get(record.size() - 1).last();
      boolean signed = end < words.count && words.hasGap(end, Words.GAP_DASH);
      last = words.sentence(signed ? end : end - 1);
    }
    List<Phrase> found = new ArrayList<>();
    for (int s = Math.max(0, sentence - SENTENCES_BACK); s <= last; s++) {
      for (Phrase phrase : phrases.of(s)) {
        if (!insideAny(words, record, phrase)) {
          found.add(phrase);
        }
      }
    }
    if (previous != null && !found.contains(previous)) {
      found.add(previous);
    }
    return found;
  }

  /**
   * Whether a candidate may be the source at all: where there is a cue, it stands in its sentence
   * or is the source before; weighing the others only showed that they never are.
   */
  private static boolean mayWin(Words words, int cue, Phrase phrase, Phrase previous) {
    return cue < 0
        || words.sentence(phrase.first()) == words.sentence(cue)
        || phrase.equals(previous);
  }

  /** Whether a phrase lies in the record, or in marks that the record is not inside of. */
  private static boolean insideAny(Words words, List<Fragment> record, Phrase phrase) {
    int first = record.get(0).first();
    if (phrase.last() == first && words.hasGap(first, Words.GAP_COLON)) {
      return false;
    }
    return Fragment.anyHas(record, phrase.head())
        || words.bracketed(phrase.head())
        || words.depth(phrase.head()) > 0 && words.depth(record.get(0).first()) < 2;
  }
}
