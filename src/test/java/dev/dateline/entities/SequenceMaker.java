package dev.dateline.entities;

import dev.dateline.text.Document;
import java.util.ArrayList;
import java.util.List;

/** Makes training sequences of articles: the windows that the tagger would decode. */
final class SequenceMaker {

  /**
   * A sequence with its features as hashes.
   *
   * @param plain how many features of each token are those of the first reading
   */
  record Raw(int[][] features, int[] plain, byte[] kinds, byte[] labels) {}

  private final Lexicon lexicon;
  private final FormCache cache;

  SequenceMaker(Lexicon lexicon, WordClasses classes) {
    this.lexicon = lexicon;
    this.cache = new FormCache(lexicon, classes, null);
  }

  /**
   * The sequences of an article.
   *
   * @param read what a first reading made of each token, or null for no features of the second
   */
  List<Raw> of(GoldArticle article, byte[] read) {
    Document document = article.document();
    FeatureBuffer buffer = new FeatureBuffer();
    Form[] forms = new Form[document.tokens().count()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = cache.get(document.tokens(), i, document.text());
    }
    byte[] gold = article.labels();
    boolean[] inside = new boolean[forms.length];
    CapitalWords words = new CapitalWords(forms);
    ContextFeatures context =
        new ContextFeatures(document, forms, Evidence.of(document, forms, words));
    Votes votes = read == null ? null : Votes.of(forms, words, read);
    List<Raw> sequences = new ArrayList<>();
    for (int sentence = 0; sentence < document.sentenceCount(); sentence++) {
      int first = document.sentenceFirst(sentence);
      int last = document.sentenceLast(sentence);
      Windows.mark(forms, first, last, inside);
      context.startSentence(sentence);
      for (int start = first; start < last; start++) {
        int end = start;
        while (end < last && inside[end]) {
          end++;
        }
        if (end > start) {
          sequences.add(sequence(forms, gold, context, votes, start, end, first, last, buffer));
          start = end;
        }
      }
    }
    return sequences;
  }

  private Raw sequence(
      Form[] forms,
      byte[] gold,
      ContextFeatures context,
      Votes votes,
      int start,
      int end,
      int first,
      int last,
      FeatureBuffer buffer) {
    int[][] features = new int[end - start][];
    int[] plain = new int[end - start];
    byte[] kinds = new byte[end - start];
    byte[] labels = new byte[end - start];
    if (votes != null) {
      votes.startWindow();
    }
    for (int i = start; i < end; i++) {
      buffer.clear();
      for (int position = -2; position <= 2; position++) {
        int at = i + position;
        FormFeatures.add(at < first || at >= last ? Form.EDGE : forms[at], position, buffer);
      }
      context.add(i, lexicon, buffer);
      if (context.runOf(i) >= 0) {
        context.addShared(buffer);
      }
      plain[i - start] = buffer.size();
      if (votes != null) {
        votes.add(i, end, buffer);
      }
      features[i - start] = buffer.toArray();
      kinds[i - start] = (byte) Transitions.kind(forms[i]);
      labels[i - start] = gold[i];
    }
    repair(labels);
    return new Raw(features, plain, kinds, labels);
  }

  /** Drops what a window cut off, so that the labels are a possible sequence. */
  static void repair(byte[] labels) {
    int from = Labels.OUTSIDE;
    int open = 0;
    for (int i = 0; i <= labels.length; i++) {
      int to = i == labels.length ? Labels.OUTSIDE : labels[i];
      if (!Labels.mayFollow(from, to)) {
        for (int j = open; j < i; j++) {
          labels[j] = Labels.OUTSIDE;
        }
        if (i < labels.length && !Labels.mayFollow(Labels.OUTSIDE, to)) {
          labels[i] = Labels.OUTSIDE;
        }
      }
      if (i < labels.length) {
        from = labels[i];
        if (Labels.begins(labels[i]) || labels[i] == Labels.OUTSIDE) {
          open = i;
        }
      }
    }
  }
}
