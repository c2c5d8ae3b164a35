package dev.dateline.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is said of names stays as good as it was; skipped where the articles are not there. */
class LabelledArticlesTest {

  @Test
  void scoresOnLabelledArticles() throws IOException {
    assumeTrue(Files.isDirectory(LabelledArticle.TEXTS), "no " + LabelledArticle.TEXTS);
    FactScores scores = FactScores.of(LabelledArticle.readAll(), EntityExtractor.standard());
    assertThat(scores.clusters()).as(scores.toString()).isGreaterThan(96);
    assertThat(scores.canonical.percent()).as(scores.toString()).isGreaterThan(96);
    assertThat(scores.role.percent()).as(scores.toString()).isGreaterThan(76);
    assertThat(scores.affiliation.percent()).as(scores.toString()).isGreaterThan(80);
    assertThat(scores.gender.percent()).as(scores.toString()).isGreaterThan(90);
    assertThat(scores.country.percent()).as(scores.toString()).isGreaterThan(90);
  }
}
