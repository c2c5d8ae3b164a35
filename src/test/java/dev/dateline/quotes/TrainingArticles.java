package dev.dateline.quotes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the models of quotes are trained on: PolNeAR, and world news labelled for Dateline. */
final class TrainingArticles {

  private TrainingArticles() {}

  /** The articles of a folder as {@link Polnear} reads it, and those of world news behind them. */
  static List<Polnear.GoldArticle> read(Path polnear) throws IOException {
    List<Polnear.GoldArticle> articles = new ArrayList<>(Polnear.read(polnear));
    Path texts = Polnear.SHARED.resolve("data/entities/train/text");
    articles.addAll(WorldQuotes.articles("world-quotes-train.tsv", texts));
    return articles;
  }
}
