package dev.dateline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.rules.RuleMatch;
import dev.dateline.text.Span;
import dev.dateline.text.TextSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

  private static final Instant NOW = Instant.parse("2031-05-04T10:00:00Z");
  private static final ItemRef ITEM =
      ItemRef.newBuilder().setId("velia:1").setSource("velia").build();

  @Test
  void anAlertCarriesWhatMatchedAndWhere() {
    RuleMatch match =
        new RuleMatch(
            "dam",
            "dam",
            dev.dateline.rules.MatchedOn.SECTION,
            "velia:1#a",
            "The dam",
            null,
            List.of(new TextSpan("dam", new Span(4, 7))),
            "The **dam** holds",
            0.5);

    AlertRule rule = AlertRule.newBuilder().setId("dam").setQuery("dam").build();
    Alert alert = Alerts.matched("a1", match, 2, rule, ITEM, NOW);

    assertThat(alert.getState()).isEqualTo(AlertState.FIRED);
    assertThat(alert.getMatchedOn()).isEqualTo(MatchedOn.SECTION);
    assertThat(alert.getTerms()).containsExactly(new dev.dateline.record.TextSpan("dam", 4, 7));
    assertThat(alert.getFired()).isEqualTo(NOW);
    assertThat(alert.getMore()).isEqualTo(2);
    assertThat(alert.getRule()).isEqualTo(rule);

    Alert fired = Alerts.fired("f1", alert, List.of(alert), 2, NOW.plusSeconds(1));

    assertThat(fired.getAlertId()).isEqualTo("f1");
    assertThat(fired.getCount()).isEqualTo(2);
    assertThat(fired.getSnippet()).isEqualTo("The **dam** holds");
    assertThat(fired.getEarlier())
        .singleElement()
        .satisfies(earlier -> assertThat(earlier.getItem()).isEqualTo(ITEM));
  }

  @Test
  void aRetractionHasTheSameIdAndNoWords() {
    Alert alert = Alerts.retracted("a1", "dam", ITEM, "KILLED", NOW);

    assertThat(alert.getAlertId()).isEqualTo("a1");
    assertThat(alert.getState()).isEqualTo(AlertState.RETRACTED);
    assertThat(alert.getSnippet()).isNull();
    assertThat(alert.getFired()).isNull();
  }

  @Test
  void aRuleWithoutAnIdIsRefused() {
    AlertRule rule = AlertRule.newBuilder().setId("").setQuery("dam").build();

    assertThatThrownBy(() -> Alerts.rule(rule)).isInstanceOf(IllegalArgumentException.class);
  }
}
