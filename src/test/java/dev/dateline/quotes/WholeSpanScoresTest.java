package dev.dateline.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.text.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeSpanScoresTest {

  private static final String TEXT =
      "The dam at Orrin Falls will hold, engineer Petra Solvik said on Monday, and nobody has to"
          + " leave. “We looked at every joint,” she told reporters, adding that two valves “had"
          + " seen better days”. Mayor Dario Fenn asked whether the valley was safe.";

  @Test
  void scoresEverySpanAsItsFeaturesDoWithNothingShared() {
    Words words = words();
    WholeSpanFeatures features = new WholeSpanFeatures(words, new SpanContext(words));
    PackedWeights weights = PackedWeightsTest.random(4, 12);
    List<SpanLattice.Candidate> spans = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    FeatureBuffer buffer = new FeatureBuffer();
    PackedWeights.Sum sum = new PackedWeights.Sum();
    for (int first = 0; first < words.count; first++) {
      for (int state = SpanModel.QUOTED; state <= SpanModel.PLAIN; state++) {
        for (int last = first + 1; last <= words.count; last++) {
          spans.add(new SpanLattice.Candidate(first, last, state, 0));
          int sort = features.extract(first, last, buffer);
          sum.set(weights, buffer);
          expected.add(sum.at(SpanModel.ANY_SORT) + sum.at(SpanModel.FIRST_SORT + sort));
        }
      }
    }

    int[] scores = new WholeSpanScores(features, weights, 0, words.count).of(spans);

    assertThat(scores).containsExactly(expected.stream().mapToInt(i -> i).toArray());
  }

  @Test
  void tellsSpansInMarksFromThoseWithoutAndThoseWithSome() {
    Words words = words();
    WholeSpanFeatures features = new WholeSpanFeatures(words, new SpanContext(words));
    FeatureBuffer buffer = new FeatureBuffer();
    int marked = 0;
    while (words.depth(marked) == 0) {
      marked++;
    }

    assertThat(features.extract(0, marked, buffer)).isZero();
    assertThat(features.extract(marked, marked + 3, buffer)).isEqualTo(1);
    assertThat(features.extract(marked - 1, marked + 3, buffer)).isEqualTo(2);
  }

  private static Words words() {
    Document document = Document.of(TEXT);
    return new Words(document, Marks.of(document));
  }
}
