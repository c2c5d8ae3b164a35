package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the names of a document with a linear-chain model, in two readings: the second weighs what
 * the first made of the same words elsewhere. Thread-safe; deterministic.
 */
final class NameTagger {

  private final Lexicon lexicon;
  private final NameModel model;
  private final FormCache cache;
  private final float[] edgeScores;

  NameTagger(Lexicon lexicon, WordClasses classes, NameModel model) {
    this.lexicon = lexicon;
    this.model = model;
    this.cache = new FormCache(lexicon, classes, model);
    this.edgeScores = new float[5 * Labels.STRIDE];
    FeatureBuffer buffer = new FeatureBuffer();
    for (int position = -2; position <= 2; position++) {
      buffer.clear();
      FormFeatures.add(Form.EDGE, position, buffer);
      model.score(buffer, edgeScores, (position + 2) * Labels.STRIDE);
    }
  }

  /** The forms of all tokens. */
  Form[] forms(Document document) {
    Tokens tokens = document.tokens();
    Form[] forms = new Form[tokens.count()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = cache.get(tokens, i, document.text());
    }
    return forms;
  }

  /**
   * The names in order, none overlapping another.
   *
   * @param forms the document's; those near names get their scores
   */
  List<NameSpan> names(Document document, Form[] forms, DatelineNames dateline) {
    Evidence evidence = Evidence.of(document, forms);
    Reading reading = new Reading(document, forms, evidence, dateline);
    reading.first();
    reading.second();
    List<NameSpan> spans = Bracketed.apply(forms, spans(reading.labels));
    return Consistency.apply(document, forms, evidence, spans);
  }

  /** What the first reading makes of each token. */
  byte[] firstLabels(Document document) {
    Form[] forms = forms(document);
    Evidence evidence = Evidence.of(document, forms);
    Reading reading = new Reading(document, forms, evidence, DatelineNames.NONE);
    reading.first();
    return reading.labels;
  }

  private static List<NameSpan> spans(byte[] labels) {
    List<NameSpan> names = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < labels.length; i++) {
      if (Labels.begins(labels[i])) {
        first = i;
      }
      if (Labels.ends(labels[i])) {
        names.add(new NameSpan(first, i + 1, Labels.type(labels[i])));
      }
    }
    return names;
  }

  /** Work space of one document: the windows with the scores of their tokens. */
  private final class Reading {

    private final Document document;
    private final Form[] forms;
    private final DatelineNames dateline;
    private final byte[] kinds;
    private final byte[] labels;
    private final ContextFeatures context;
    private final Viterbi viterbi = new Viterbi();
    private final FeatureBuffer buffer = new FeatureBuffer();
    private float[] scores = new float[256 * Labels.STRIDE];

    /** First token and one past the last of each window. */
    private int[] windows = new int[256];

    private int windowCount;

    Reading(Document document, Form[] forms, Evidence evidence, DatelineNames dateline) {
      this.document = document;
      this.forms = forms;
      this.dateline = dateline;
      this.kinds = new byte[forms.length];
      this.labels = new byte[forms.length];
      this.context = new ContextFeatures(document, forms, evidence);
    }

    void first() {
      boolean[] inside = new boolean[forms.length];
      int offset = 0;
      for (int sentence = 0; sentence < document.sentenceCount(); sentence++) {
        int first = document.sentenceFirst(sentence);
        int last = document.sentenceLast(sentence);
        Windows.mark(forms, first, last, inside);
        context.startSentence(sentence);
        for (int start = first; start < last; start++) {
          int end = start;
          while (end < last && inside[end] && !dateline.contains(end)) {
            end++;
          }
          if (end > start) {
            addWindow(start, end);
            score(start, end, first, last, offset);
            viterbi.decode(model, scores, offset, kinds, start, end - start, labels);
            offset += (end - start) * Labels.STRIDE;
            start = end;
          }
        }
      }
      for (NameSpan name : dateline.names()) {
        for (int token = name.first(); token < name.last(); token++) {
          labels[token] =
              (byte) Labels.of(name.type(), token - name.first(), name.last() - name.first());
        }
      }
    }

    void second() {
      Votes votes = Votes.of(document, forms, labels.clone());
      int offset = 0;
      for (int i = 0; i < windowCount; i++) {
        int start = windows[2 * i];
        int end = windows[2 * i + 1];
        votes.startWindow();
        for (int token = start; token < end; token++) {
          buffer.clear();
          votes.add(token, end, buffer);
          model.score(buffer, scores, offset + (token - start) * Labels.STRIDE);
        }
        viterbi.decode(model, scores, offset, kinds, start, end - start, labels);
        offset += (end - start) * Labels.STRIDE;
      }
    }

    private void addWindow(int start, int end) {
      if (2 * windowCount == windows.length) {
        windows = Arrays.copyOf(windows, windows.length * 2);
      }
      windows[2 * windowCount] = start;
      windows[2 * windowCount + 1] = end;
      windowCount++;
    }

    private void score(int start, int end, int first, int last, int offset) {
      int size = offset + (end - start) * Labels.STRIDE;
      if (size > scores.length) {
        scores = Arrays.copyOf(scores, Math.max(size, scores.length * 2));
      }
      for (int token = start; token < end; token++) {
        kinds[token] = (byte) Transitions.kind(forms[token]);
        int row = offset + (token - start) * Labels.STRIDE;
        addForms(
            scoresOf(token - 2, first, last),
            scoresOf(token - 1, first, last),
            scoresOf(token, first, last),
            scoresOf(token + 1, first, last),
            scoresOf(token + 2, first, last),
            scores,
            row);
        buffer.clear();
        context.add(token, lexicon, buffer);
        model.score(buffer, scores, row);
      }
    }

    private float[] scoresOf(int token, int first, int last) {
      if (token < first || token >= last) {
        return edgeScores;
      }
      if (forms[token].scores == null) {
        forms[token] = cache.scored(forms[token], buffer);
      }
      return forms[token].scores;
    }
  }

  /** All five at once and in order: one wide pass over the row, and always the same sum. */
  private static void addForms(
      float[] a, float[] b, float[] c, float[] d, float[] e, float[] sums, int row) {
    for (int label = 0; label < Labels.STRIDE; label++) {
      sums[row + label] =
          sums[row + label]
              + a[label]
              + b[Labels.STRIDE + label]
              + c[2 * Labels.STRIDE + label]
              + d[3 * Labels.STRIDE + label]
              + e[4 * Labels.STRIDE + label];
    }
  }
}
