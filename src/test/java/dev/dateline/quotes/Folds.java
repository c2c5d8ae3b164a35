package dev.dateline.quotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of the training articles, each with a span model that has not seen it, so that what builds
 * on that model is trained on output as bad as on unseen text.
 */
final class Folds {

  static final int COUNT = 4;

  private Folds() {}

  /** The articles that are not in a fold. */
  static List<Polnear.GoldArticle> without(int fold, List<Polnear.GoldArticle> articles) {
    List<Polnear.GoldArticle> kept = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (of(i) != fold) {
        kept.add(articles.get(i));
      }
    }
    return kept;
  }

  /** The fold of the article at an index. */
  static int of(int article) {
    return article % COUNT;
  }

  /** The model of a fold, with the weights of whole spans that come with Dateline. */
  static SpanModel model(int fold, Path folder) throws IOException {
    return new SpanModel(weights(fold, folder), PackedWeights.read("whole-spans.bin"));
  }

  static PackedWeights weights(int fold, Path folder) throws IOException {
    return PackedWeights.read(Files.newInputStream(of(fold, folder)), "fold " + fold);
  }

  /** Where the weights of a fold lie. */
  static Path of(int fold, Path folder) {
    return folder.resolve("spans." + fold + ".bin");
  }
}
