package dev.dateline.entities;

import dev.dateline.text.Document;
import dev.dateline.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the names of a document with a linear-chain model. Thread-safe; deterministic. */
final class NameTagger {

  private final Lexicon lexicon;
  private final NameModel model;
  private final FormCache cache;
  private final float[] edgeScores;

  NameTagger(Lexicon lexicon, WordClasses classes, NameModel model) {
    this.lexicon = lexicon;
    this.model = model;
    this.cache = new FormCache(lexicon, classes, model);
    this.edgeScores = new float[5 * Labels.COUNT];
    FeatureBuffer buffer = new FeatureBuffer();
    for (int position = -2; position <= 2; position++) {
      buffer.clear();
      FormFeatures.add(Form.EDGE, position, buffer);
      model.score(buffer, edgeScores, (position + 2) * Labels.COUNT);
    }
  }

  /** The forms of all tokens. */
  Form[] forms(Document document) {
    Tokens tokens = document.tokens();
    FeatureBuffer buffer = new FeatureBuffer();
    Form[] forms = new Form[tokens.count()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = cache.get(tokens, i, document.text(), buffer);
    }
    return forms;
  }

  /** The names in order, none overlapping another. */
  List<NameSpan> tag(Document document, Form[] forms) {
    byte[] labels = labels(document, forms);
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

  private byte[] labels(Document document, Form[] forms) {
    boolean[] inside = new boolean[forms.length];
    byte[] kinds = new byte[forms.length];
    byte[] labels = new byte[forms.length];
    ContextFeatures context = new ContextFeatures(document, forms, Evidence.of(document, forms));
    Viterbi viterbi = new Viterbi();
    FeatureBuffer buffer = new FeatureBuffer();
    float[] scores = new float[64 * Labels.COUNT];
    for (int sentence = 0; sentence < document.sentenceCount(); sentence++) {
      int first = document.sentenceFirst(sentence);
      int last = document.sentenceLast(sentence);
      Windows.mark(forms, first, last, inside);
      context.startSentence(sentence);
      for (int start = first; start < last; start++) {
        int end = start;
        while (end < last && inside[end]) {
          int offset = (end - start) * Labels.COUNT;
          if (offset == scores.length) {
            scores = Arrays.copyOf(scores, offset * 2);
          }
          kinds[end] = (byte) Transitions.kind(forms[end]);
          score(forms, end, first, last, context, buffer, scores, offset);
          end++;
        }
        if (end > start) {
          viterbi.decode(model, scores, 0, kinds, start, end - start, labels);
          start = end;
        }
      }
    }
    return labels;
  }

  private void score(
      Form[] forms,
      int token,
      int first,
      int last,
      ContextFeatures context,
      FeatureBuffer buffer,
      float[] scores,
      int offset) {
    Arrays.fill(scores, offset, offset + Labels.COUNT, 0);
    for (int position = -2; position <= 2; position++) {
      int at = token + position;
      float[] part = at < first || at >= last ? edgeScores : forms[at].scores;
      int from = (position + 2) * Labels.COUNT;
      for (int label = 0; label < Labels.COUNT; label++) {
        scores[offset + label] += part[from + label];
      }
    }
    buffer.clear();
    context.add(token, lexicon, buffer);
    model.score(buffer, scores, offset);
  }
}
