package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds what has been reached on labelled articles; the floors lie a little below it. */
class SpeakerScoreTest {

  @Test
  void namesSpeakersOfTheDevelopmentArticles() throws IOException {
    Path texts = Polnear.SHARED.resolve("data/quotes/dev/text");
    assumeTrue(Files.isDirectory(texts), "no development articles beside the checkout");
    SpeakerScore.Sums sums = SpeakerScore.Sums.of(SpeakerScore.answers(texts));
    assertThat(sums.rightOfAnswered()).as("right of answered").isGreaterThan(87);
    assertThat(sums.rightOfNamed()).as("right of named").isGreaterThan(82);
    assertThat(sums.nullKept()).as("null kept").isGreaterThan(78);
  }

  @Test
  void findsQuotesOfWorldNews() throws IOException {
    WorldScore score = score("data/entities/dev/text", "world-quotes.tsv");
    assertThat(score.quoted.f1()).as("quoted F1").isGreaterThan(94);
    assertThat(score.all.f1()).as("F1").isGreaterThan(86);
    assertThat(score.quoted.share(score.quoted.speaker)).as("speaker").isGreaterThan(86);
  }

  @Test
  void findsQuotesOfWorldNewsThatNothingWasTrainedOn() throws IOException {
    WorldScore score = score("data/entities/train/text", "world-quotes-test.tsv");
    assertThat(score.quoted.f1()).as("quoted F1").isGreaterThan(91);
    assertThat(score.all.f1()).as("F1").isGreaterThan(84);
    assertThat(score.all.share(score.all.speaker)).as("speaker").isGreaterThan(91);
    assertThat(score.all.share(score.all.name)).as("name").isGreaterThan(80);
  }

  private static WorldScore score(String folder, String labels) throws IOException {
    Path texts = Polnear.SHARED.resolve(folder);
    assumeTrue(Files.isDirectory(texts), "no articles of world news beside the checkout");
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    WorldScore score = new WorldScore(texts, labels, nowhere);
    score.run();
    return score;
  }
}
