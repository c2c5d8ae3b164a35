package dev.dateline.quotes;

import dev.dateline.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fits the weights of {@link Confidence}: logistic regression on whether words and speaker are
 * right, by the rules of the scorer, with span models that have not seen the article.
 *
 * <p>Usage: {@code ConfidenceTrainer FOLDER OUTPUT FOLDS}, the folders as {@link Polnear} and
 * {@link Folds} have them.
 */
public final class ConfidenceTrainer {

  private static final int ROUNDS = 4000;
  private static final double RATE = 0.3;

  private record Case(double[] features, boolean right) {}

  private final List<Case> cases = new ArrayList<>();

  private ConfidenceTrainer() {}

  public static void main(String[] args) throws IOException {
    ConfidenceTrainer trainer = new ConfidenceTrainer();
    List<Polnear.GoldArticle> articles = TrainingArticles.read(Path.of(args[0]));
    Linker linker = new Linker(PackedWeights.read("links.bin"));
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      SpanModel model = Folds.model(fold, Path.of(args[2]));
      QuoteExtractor extractor = new QuoteExtractor(model, linker, Confidence.read());
      for (int i = 0; i < articles.size(); i++) {
        if (Folds.of(i) == fold) {
          trainer.add(articles.get(i), extractor);
        }
      }
    }
    double[] weights = trainer.fit();
    StringBuilder text =
        new StringBuilder(
            "# Weights of the features of Confidence, in their order, fitted by"
                + " ConfidenceTrainer.\n");
    for (double weight : weights) {
      text.append(String.format(Locale.ROOT, "%.4f%n", weight));
    }
    Files.writeString(Path.of(args[1]), text);
  }

  private void add(Polnear.GoldArticle article, QuoteExtractor extractor) {
    Document document = article.article().document();
    Words words = new Words(document, Marks.of(document));
    for (Linker.Linked linked :
        extractor.link(words, new Phrases(words), new Fragment(0, 0, 0), List.of())) {
      double[] features = Confidence.features(words, linked);
      for (Fragment fragment : linked.fragments()) {
        add(article, words, linked, fragment, features);
      }
    }
  }

  private void add(
      Polnear.GoldArticle article,
      Words words,
      Linker.Linked linked,
      Fragment fragment,
      double[] features) {
    Polnear.Attribution best = null;
    double most = 0;
    for (Polnear.Attribution attribution : article.attributions()) {
      for (Polnear.Range range : attribution.content()) {
        Fragment marked =
            new Fragment(
                SpanTrainer.firstWord(words, range), SpanTrainer.lastWord(words, range), 1);
        double overlap = LinkTrainer.overlap(marked, fragment);
        if (overlap > most) {
          most = overlap;
          best = attribution;
        }
      }
    }
    if (best != null && !best.eligible() && most >= 0.3) {
      return;
    }
    boolean right = most >= 0.5 && isSpeaker(article, words, linked.source(), best);
    cases.add(new Case(features, right));
  }

  private static boolean isSpeaker(
      Polnear.GoldArticle article, Words words, Phrase source, Polnear.Attribution gold) {
    if (source == null || gold.source().isEmpty()) {
      return source == null && gold.source().isEmpty();
    }
    int begin = words.begin(source.first());
    return LinkTrainer.isSource(article.text(), begin, words.end(source.head()), gold.source());
  }

  private double[] fit() {
    double[] weights = new double[Confidence.FEATURES];
    double[] squares = new double[Confidence.FEATURES];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[weights.length];
      double loss = 0;
      for (Case one : cases) {
        double p = Confidence.probability(weights, one.features);
        double error = (one.right ? 1 : 0) - p;
        loss -= Math.log(Math.max(1e-9, one.right ? p : 1 - p));
        for (int i = 0; i < weights.length; i++) {
          gradient[i] += error * one.features[i];
        }
      }
      for (int i = 0; i < weights.length; i++) {
        double g = gradient[i] / cases.size() - 1e-5 * weights[i];
        squares[i] += g * g;
        weights[i] += RATE * g / Math.sqrt(squares[i] + 1e-8);
      }
      if (round % 1000 == 999) {
        System.err.printf(
            "round %d: loss %.4f of %d%n", round + 1, loss / cases.size(), cases.size());
      }
    }
    return weights;
  }
}
