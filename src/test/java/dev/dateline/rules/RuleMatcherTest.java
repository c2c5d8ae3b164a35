package dev.dateline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.text.TextSpan;
import dev.dateline.wire.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuleMatcherTest {

  private final RuleMatcher matcher = new RuleMatcher();

  @AfterEach
  void close() {
    matcher.close();
  }

  @Test
  void saysWhatMatchedAndWhere() throws RuleException {
    matcher.put(new Rule("sanctions", "sanctions"));
    RuleMatch match = only(Newsroom.ROUNDUP);
    assertThat(match.ruleId()).isEqualTo("sanctions");
    assertThat(match.query()).isEqualTo("sanctions");
    assertThat(match.matchedOn()).isEqualTo(MatchedOn.SECTION);
    assertThat(match.matchedId()).isEqualTo("roundup#Seized embassy land");
    assertThat(match.section()).isEqualTo("Seized embassy land");
    assertThat(match.speaker()).isNull();
    assertThat(match.snippet())
        .isEqualTo(
            "In March Veland slapped new **sanctions** on Ostmark and closed two compounds of its"
                + " embassy.");
    assertThat(match.score()).isEqualTo(2 / 5.0);
  }

  @Test
  void namesTheSpeakerOfAQuote() throws RuleException {
    matcher.put(new Rule("r", "speaker:Brandt AND war"));
    RuleMatch match = only(Newsroom.ROUNDUP);
    assertThat(match.matchedOn()).isEqualTo(MatchedOn.QUOTE);
    assertThat(match.matchedId()).isEqualTo("war");
    assertThat(match.section()).isEqualTo("Trade");
    assertThat(match.speaker()).isEqualTo("Anton Brandt");
    assertThat(match.snippet()).isEqualTo("\"Nobody wins a trade **war**,\" **Brandt** said.");
  }

  @Test
  void theHeadlineCountsThreeTimes() throws RuleException {
    matcher.put(new Rule("r", "hackers"));
    assertThat(only(Newsroom.HACK).score()).isEqualTo(3 / 6.0);
  }

  @Test
  void spansCountCodePoints() throws RuleException {
    matcher.put(new Rule("r", "rescuers"));
    RuleMatch match = only(Newsroom.FLOOD);
    assertThat(match.terms()).extracting(TextSpan::text).containsExactly("rescuers", "Rescuers");
    assertThat(match.terms())
        .allSatisfy(
            term ->
                assertThat(term.span().of(Newsroom.FLOOD.article().text())).isEqualTo(term.text()));
    assertThat(match.snippet()).endsWith("**rescuers** search homes");
  }

  @Test
  void aLongSentenceIsShortened() throws RuleException {
    String text = "word ".repeat(100) + "needle " + "more ".repeat(100);
    EnrichedItem item =
        new ItemBuilder(WireItem.builder("s").guid("1").build(), text.strip()).build();
    matcher.put(new Rule("r", "needle"));
    assertThat(only(item).snippet())
        .startsWith("\u2026 word ")
        .contains("word **needle** more")
        .endsWith("more \u2026")
        .hasSizeLessThan(300);
  }

  @Test
  void anEmptyItemMatchesNothing() throws RuleException {
    matcher.put(new Rule("r", "needle"));
    matcher.put(new Rule("q", "speaker:Brandt"));
    matcher.put(new Rule("s", "source:s"));
    EnrichedItem item = new ItemBuilder(WireItem.builder("s").guid("1").build(), "").build();
    assertThat(matcher.match(item)).extracting(RuleMatch::ruleId).containsExactly("s");
    assertThat(matcher.match(item).get(0).snippet()).isEmpty();
  }

  @Test
  void aRuleIsReplacedAndRemoved() throws RuleException {
    matcher.put(new Rule("r", "tariffs"));
    assertThat(matcher.match(Newsroom.ROUNDUP)).hasSize(1);
    matcher.put(new Rule("r", "speaker:Marrow"));
    assertThat(matcher.match(Newsroom.ROUNDUP))
        .extracting(RuleMatch::matchedId)
        .containsExactly("group", "look", "talks");
    assertThat(matcher.size()).isEqualTo(1);
    assertThatThrownBy(() -> matcher.put(new Rule("r", "speaker:")))
        .isInstanceOf(RuleException.class);
    assertThat(matcher.match(Newsroom.ROUNDUP)).hasSize(3);
    matcher.remove("r");
    matcher.remove("never there");
    assertThat(matcher.match(Newsroom.ROUNDUP)).isEmpty();
    assertThat(matcher.size()).isZero();
  }

  @Test
  void matchesComeByRule() throws RuleException {
    for (String id : List.of("c", "a", "b")) {
      matcher.put(new Rule(id, "cyber"));
    }
    assertThat(matcher.match(Newsroom.HACK))
        .extracting(RuleMatch::ruleId)
        .containsExactly("a", "b", "c");
  }

  @Test
  void aClosedMatcherSaysSo() {
    matcher.close();
    matcher.close();
    assertThatThrownBy(() -> matcher.match(Newsroom.HACK))
        .isInstanceOf(IllegalStateException.class);
  }

  /** A rule among many others is found as it is alone: filing rules away changes no match. */
  @Test
  void rulesDoNotDisturbOneAnother() throws RuleException {
    List<String> queries =
        RuleLanguageTest.queries().map(arguments -> (String) arguments.get()[0]).toList();
    for (int i = 0; i < queries.size(); i++) {
      matcher.put(new Rule("r" + i, queries.get(i)));
    }
    List<RuleMatch> together = matches(matcher);
    List<RuleMatch> alone = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      try (RuleMatcher one = new RuleMatcher()) {
        one.put(new Rule("r" + i, queries.get(i)));
        alone.addAll(matches(one));
      }
    }
    assertThat(together).containsExactlyInAnyOrderElementsOf(alone);
  }

  private static List<RuleMatch> matches(RuleMatcher matcher) {
    return Newsroom.ITEMS.values().stream().flatMap(item -> matcher.match(item).stream()).toList();
  }

  @Test
  void rulesComeAndGoWhileItemsAreMatched() throws Exception {
    matcher.put(new Rule("always", "cyber"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        String id = "rule" + thread;
        work.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    matcher.put(new Rule(id, i % 2 == 0 ? "power" : "quote:ransom"));
                    assertThat(matcher.match(Newsroom.HACK))
                        .as("a rule matches as soon as it is put")
                        .extracting(RuleMatch::ruleId)
                        .contains(id, "always");
                    matcher.remove(id);
                    assertThat(matcher.match(Newsroom.HACK))
                        .extracting(RuleMatch::ruleId)
                        .contains("always")
                        .doesNotContain(id);
                  }
                  return null;
                }));
        work.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    assertThat(matcher.match(Newsroom.HACK))
                        .filteredOn(match -> match.ruleId().equals("always"))
                        .hasSize(1);
                  }
                  return null;
                }));
      }
      for (Future<?> one : work) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(matcher.match(Newsroom.HACK)).extracting(RuleMatch::ruleId).containsOnly("always");
  }

  private RuleMatch only(EnrichedItem item) {
    List<RuleMatch> matches = matcher.match(item);
    assertThat(matches).hasSize(1);
    return matches.get(0);
  }
}
