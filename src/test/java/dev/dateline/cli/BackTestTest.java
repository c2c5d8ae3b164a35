package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.Quote;
import dev.dateline.record.RecordClasses;
import dev.dateline.record.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackTestTest {

  static {
    RecordClasses.trust();
  }

  private static final Instant DAY = Instant.parse("2026-03-01T12:00:00Z");

  private static EnrichedArticle article(String text, Quote... quotes) {
    return EnrichedArticle.newBuilder()
        .setId("x")
        .setSource("northwire")
        .setText(text)
        .setQuotes(List.of(quotes))
        .build();
  }

  private static Quote quote(String text, String words) {
    int at = text.indexOf(words);
    return Quote.newBuilder()
        .setId(words)
        .setText(words)
        .setSpans(List.of(new Span(at, at + words.length())))
        .build();
  }

  @Test
  void countsItemsAndMatchesByDay() throws Exception {
    try (BackTest test = new BackTest("flood*")) {
      test.add("a", DAY, article("Flooding in Marrin. The flood goes on."));
      test.add("b", DAY, article("Nothing happened."));
      test.add("c", DAY.plus(Duration.ofDays(1)), article("A flood again."));

      assertThat(test.items()).isEqualTo(3);
      assertThat(test.matchedItems()).isEqualTo(2);
      assertThat(test.perDay(DAY.plus(Duration.ofDays(4)))).isEqualTo(0.5);
      assertThat(test.perDay(DAY.plusSeconds(60))).as("a day at least").isEqualTo(2);
      assertThat(test.byDay().values()).containsExactly(1, 1);
      assertThat(test.top(1).get(0).best().snippet()).isEqualTo("**Flooding** in Marrin.");
    }
  }

  @Test
  void onlyTheLastVersionCountsAndNoneThatWasWithdrawn() throws Exception {
    try (BackTest test = new BackTest("flood*")) {
      test.add("a", DAY, article("A flood."));
      test.add("a", DAY, article("No water at all."));
      test.add("b", DAY, article("A flood."));
      test.add("b", DAY, null);
      test.add("c", DAY, article("A flood."));
      test.add("c", DAY, article("A flood, still."));

      assertThat(test.items()).isEqualTo(2);
      assertThat(test.matchedItems()).isEqualTo(1);
    }
  }

  @Test
  void eachQuoteIsAMatch() throws Exception {
    String text = "“It floods,” he said. “A flood came,” she said.";
    try (BackTest test = new BackTest("quote:flood")) {
      test.add("a", DAY, article(text, quote(text, "It floods,"), quote(text, "A flood came,")));

      assertThat(test.matches()).isEqualTo(2);
      assertThat(test.matchedItems()).isEqualTo(1);
    }
  }

  @Test
  void nothingIsNoRate() throws Exception {
    try (BackTest test = new BackTest("flood*")) {
      assertThat(test.perDay(DAY)).isZero();
      assertThat(test.top(3)).isEmpty();
    }
  }
}
