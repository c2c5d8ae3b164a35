package dev.dateline.entities;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Exact precision, recall and F1 of names on marked articles, facilities counting as places. */
final class NameScores {

  private final int[] right = new int[Labels.TYPES.size()];
  private final int[] found = new int[Labels.TYPES.size()];
  private final int[] gold = new int[Labels.TYPES.size()];

  static NameScores of(NameTagger tagger, List<GoldArticle> articles) {
    NameScores scores = new NameScores();
    scores.add(tagger, articles);
    return scores;
  }

  void add(NameTagger tagger, List<GoldArticle> articles) {
    for (GoldArticle article : articles) {
      Set<NameSpan> right = new HashSet<>();
      for (NameSpan name : article.names()) {
        right.add(fold(name));
        gold[fold(name).type()]++;
      }
      Form[] forms = tagger.forms(article.document());
      for (NameSpan name : tagger.names(article.document(), forms, DatelineNames.NONE)) {
        found[fold(name).type()]++;
        if (right.contains(fold(name))) {
          this.right[fold(name).type()]++;
        }
      }
    }
  }

  private static NameSpan fold(NameSpan name) {
    return name.type() == Labels.FACILITY
        ? new NameSpan(name.first(), name.last(), Labels.PLACE)
        : name;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    line(out, "three", Labels.PERSON, Labels.ORGANISATION, Labels.PLACE);
    for (int type = 0; type < Labels.TYPES.size(); type++) {
      line(out, Labels.TYPES.get(type).toLowerCase(Locale.ROOT), type);
    }
    return out.toString();
  }

  private void line(StringBuilder out, String name, int... types) {
    int r = 0;
    int f = 0;
    int g = 0;
    for (int type : types) {
      r += right[type];
      f += found[type];
      g += gold[type];
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%-14s P %5.1f R %5.1f F1 %5.1f gold %d%n",
            name,
            100.0 * r / Math.max(1, f),
            100.0 * r / Math.max(1, g),
            200.0 * r / Math.max(1, f + g),
            g));
  }
}
