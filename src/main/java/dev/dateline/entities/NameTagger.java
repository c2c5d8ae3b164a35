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
  private final long[] edgeScores;

  NameTagger(Lexicon lexicon, WordClasses classes, NameModel model) {
    this.lexicon = lexicon;
    this.model = model;
    this.cache = new FormCache(lexicon, classes, model);
    this.edgeScores = FormFeatures.scores(Form.EDGE, model, new FeatureBuffer());
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
    CapitalWords words = new CapitalWords(forms);
    Evidence evidence = Evidence.of(document, forms, words);
    Reading reading = new Reading(document, forms, words, evidence, dateline);
    reading.first();
    reading.second();
    List<NameSpan> spans = Bracketed.apply(forms, spans(reading.labels));
    return Consistency.apply(document, forms, evidence, spans);
  }

  /** What the first reading makes of each token. */
  byte[] firstLabels(Document document) {
    Form[] forms = forms(document);
    CapitalWords words = new CapitalWords(forms);
    Evidence evidence = Evidence.of(document, forms, words);
    Reading reading = new Reading(document, forms, words, evidence, DatelineNames.NONE);
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
    private final CapitalWords words;
    private final DatelineNames dateline;
    private final byte[] kinds;
    private final byte[] labels;
    private final ContextFeatures context;
    private final Viterbi viterbi = new Viterbi(model);
    private final FeatureBuffer buffer = new FeatureBuffer();
    private long[] scores;

    /** First token and one past the last of each window, and the kind of what follows it. */
    private int[] windows = new int[3 * 128];

    private int windowCount;

    /** The first token of the run that {@link #runScores} is of. */
    private int run = -1;

    private final long[] runScores = new long[Lanes.ROW];

    /** What the votes say of one token. */
    private final long[] voteScores = new long[Lanes.ROW];

    Reading(
        Document document,
        Form[] forms,
        CapitalWords words,
        Evidence evidence,
        DatelineNames dateline) {
      this.document = document;
      this.forms = forms;
      this.words = words;
      this.dateline = dateline;
      this.kinds = new byte[forms.length];
      this.labels = new byte[forms.length];
      this.context = new ContextFeatures(document, forms, evidence);
    }

    void first() {
      boolean[] inside = new boolean[forms.length];
      boolean[] known = new boolean[forms.length];
      for (int sentence = 0; sentence < document.sentenceCount(); sentence++) {
        int first = document.sentenceFirst(sentence);
        int last = document.sentenceLast(sentence);
        Windows.mark(forms, first, last, inside);
        Windows.trim(forms, first, last, inside, known);
      }
      int tokens = 0;
      for (boolean each : inside) {
        tokens += each ? 1 : 0;
      }
      scores = new long[tokens * Lanes.ROW];
      int offset = 0;
      for (int sentence = 0; sentence < document.sentenceCount(); sentence++) {
        int first = document.sentenceFirst(sentence);
        int last = document.sentenceLast(sentence);
        context.startSentence(sentence);
        for (int start = first; start < last; start++) {
          int end = start;
          while (end < last && inside[end] && !dateline.contains(end)) {
            end++;
          }
          if (end > start) {
            boolean outside = end < last && known[end];
            int next = outside ? Transitions.kind(forms[end]) : Viterbi.NOTHING;
            addWindow(start, end, next);
            score(start, end, first, last, offset);
            viterbi.decode(scores, offset, kinds, start, end - start, next, labels);
            offset += (end - start) * Lanes.ROW;
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
      Votes votes = Votes.of(forms, words, labels.clone());
      int offset = 0;
      for (int i = 0; i < windowCount; i++) {
        int start = windows[3 * i];
        int end = windows[3 * i + 1];
        votes.startWindow();
        boolean agreed = true;
        for (int token = start; token < end; token++) {
          buffer.clear();
          votes.add(token, end, buffer);
          if (buffer.size() > 0) {
            Arrays.fill(voteScores, 0);
            model.score(buffer, voteScores, 0);
            Lanes.add(voteScores, scores, offset + (token - start) * Lanes.ROW);
            agreed = agreed && Lanes.isTop(voteScores, labels[token]);
          }
        }
        // What is for each token of a sequence no less than for any other label leaves it the best.
        if (!agreed) {
          viterbi.decode(scores, offset, kinds, start, end - start, windows[3 * i + 2], labels);
        }
        offset += (end - start) * Lanes.ROW;
      }
    }

    private void addWindow(int start, int end, int next) {
      if (3 * windowCount == windows.length) {
        windows = Arrays.copyOf(windows, windows.length * 2);
      }
      windows[3 * windowCount] = start;
      windows[3 * windowCount + 1] = end;
      windows[3 * windowCount + 2] = next;
      windowCount++;
    }

    private void score(int start, int end, int first, int last, int offset) {
      for (int token = start; token < end; token++) {
        kinds[token] = (byte) Transitions.kind(forms[token]);
        int row = offset + (token - start) * Lanes.ROW;
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
        addRun(context.runOf(token), row);
      }
    }

    /** Adds what the tokens of a run have in common, summed up once a run. */
    private void addRun(int start, int row) {
      if (start < 0) {
        return;
      }
      if (start != run) {
        run = start;
        Arrays.fill(runScores, 0);
        buffer.clear();
        context.addShared(buffer);
        model.score(buffer, runScores, 0);
      }
      Lanes.add(runScores, scores, row);
    }

    private long[] scoresOf(int token, int first, int last) {
      if (token < first || token >= last) {
        return edgeScores;
      }
      if (forms[token].scores == null) {
        forms[token] = cache.scored(forms[token], buffer);
      }
      return forms[token].scores;
    }
  }

  /** The sum of five limited rows, one for each place around a token. */
  private static void addForms(
      long[] a, long[] b, long[] c, long[] d, long[] e, long[] sums, int row) {
    for (int i = 0; i < Lanes.ROW; i++) {
      sums[row + i] =
          a[i]
              + b[Lanes.ROW + i]
              + c[2 * Lanes.ROW + i]
              + d[3 * Lanes.ROW + i]
              + e[4 * Lanes.ROW + i];
    }
  }
}
