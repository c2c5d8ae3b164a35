package dev.dateline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.enrich.Enricher;
import dev.dateline.text.TextSpan;
import dev.dateline.wire.WireInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agency round-up that lies beside a developer's checkout. */
class SeedRoundupTest {

  private static final Path ROUNDUP = Path.of("../shared/data/wire/tass-955288.txt");

  @Test
  void firesEachRuleOnce() throws Exception {
    assumeTrue(Files.exists(ROUNDUP), "no development data beside the checkout");
    EnrichedItem item =
        Enricher.standard().enrich(WireInput.of(Files.readAllBytes(ROUNDUP), "tass")).get(0);
    try (RuleMatcher matcher = new RuleMatcher()) {
      matcher.put(new Rule("cyber", "cyber*"));
      matcher.put(new Rule("sanctions", "sanctions"));
      List<RuleMatch> matches = matcher.match(item);
      assertThat(matches).extracting(RuleMatch::ruleId).containsExactly("cyber", "sanctions");
      assertThat(matches.get(0).terms())
          .hasSizeGreaterThanOrEqualTo(5)
          .allSatisfy(term -> assertThat(term.text()).isEqualToIgnoringCase("cyber"));
      RuleMatch sanctions = matches.get(1);
      assertThat(sanctions.matchedOn()).isEqualTo(MatchedOn.SECTION);
      assertThat(sanctions.section()).isEqualTo("Russian diplomatic property");
      assertThat(sanctions.terms())
          .extracting(TextSpan::text)
          .containsExactly("sanctions", "sanctions");
      assertThat(matches)
          .flatExtracting(RuleMatch::terms)
          .allSatisfy(
              term -> assertThat(term.span().of(item.article().text())).isEqualTo(term.text()));
    }
  }
}
