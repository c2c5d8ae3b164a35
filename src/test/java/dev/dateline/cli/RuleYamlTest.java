package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.record.AlertRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleYamlTest {

  private static final AlertRule PLAIN =
      AlertRule.newBuilder().setId("cyber").setQuery("cyber* OR \"data breach\"").build();

  private static final AlertRule FULL =
      AlertRule.newBuilder()
          .setId("floods")
          .setQuery("flood*: # not a comment")
          .setDescription("High water,\nanywhere")
          .setEnabled(false)
          .setSnoozedUntil(Instant.parse("2026-03-01T12:00:00Z"))
          .setThreshold(3)
          .setWindowMillis(5_400_000)
          .setCooldownMillis(1_500)
          .setGroupBy("source")
          .setEveryCopy(true)
          .setTags(List.of("weather", "no"))
          .build();

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(RuleYaml.read(RuleYaml.write(List.of(PLAIN)))).containsExactly(PLAIN);
    AlertRule valid = AlertRule.newBuilder(FULL).setQuery("flood* OR =no").build();
    assertThat(RuleYaml.read(RuleYaml.write(List.of(PLAIN, valid)))).containsExactly(PLAIN, valid);
  }

  @Test
  void isShortAndInWordsOfPeople() {
    assertThat(RuleYaml.write(List.of(PLAIN)))
        .isEqualTo(
            """
            rules:
              - id: cyber
                query: cyber* OR "data breach"
            """);
    assertThat(RuleYaml.write(List.of(FULL))).contains("window: 90m").contains("cooldown: 1500ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules: [{id: a}] | needs an id and a query",
        "rules: [{id: a, query: '(x'}] | rule a is not taken: column 3",
        "rules: [{id: a, query: 'NOT x'}] | only excludes",
        "rules: [{id: a, query: x, threshold: 3}] | needs a window",
        "rules: [{id: a, query: x, window: soon}] | no length of time",
        "rules: [{id: a, query: x, groupBy: desk}] | speaker or source",
        "rules: [{id: a, query: x, treshold: 3}] | treshold",
        "rules: [{id: a, query: x}, {id: a, query: y}] | twice",
        "rulez: [] | rulez",
        "rules: [ | line 1",
        "'' | No content",
      })
  void whatIsWrongIsRefusedWithTheReason(String yaml, String reason) {
    assertThatThrownBy(() -> RuleYaml.read(yaml))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aFileThatUnfoldsWithoutEndIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ",*a" + (i - 1) + "]\n");
    }
    assertThatThrownBy(() -> RuleYaml.read(bomb.toString())).isInstanceOf(CommandFailure.class);
  }
}
