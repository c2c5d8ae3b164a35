package dev.dateline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.text.WordList;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language as a filter of single records. */
class RuleQueryTest {

  private static final FieldValues QUOTE =
      FieldValues.builder()
          .put("text", "We will answer every cyber-attack, Se\u00f1or \u00c1vila knows.")
          .put("speaker", "Ilse Marrow")
          .put("role", "Foreign Minister")
          .put("affiliation", "Veland")
          .put("kind", "DIRECT")
          .put("source", "herald")
          .put("language", "en-GB")
          .put("confidence", 0.8)
          .put("urgency", 2)
          .put("published", Instant.parse("2026-11-22T10:00:00Z"))
          .put("section", (String) null)
          .build();

  private static final FieldValues ENTITY =
      FieldValues.builder()
          .put("entity", "Anton Brandt")
          .put("person", "Anton Brandt")
          .put("list", "watchlist")
          .put("salience", 0.7)
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cyberattack",
        "\"cyber attacks\"",
        "cyber* speaker:Marrow",
        "text:avila",
        "speaker:\"ilse marrow\" AND role:ministers",
        "affiliation:Veland kind:direct",
        "NOT speaker:Brandt",
        "language:en source:herald",
        "urgency:[1 TO 3] published:2026-11-22",
        "confidence:>=0.8",
        "in:quote cyber",
        "=Avila OR =cyber"
      })
  void matchesAQuote(String query) throws RuleException {
    assertThat(RuleQuery.parse(query).matches(QUOTE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sanctions",
        "speaker:Brandt",
        "section:*",
        "=attacks",
        "=Cyber",
        "urgency:>2",
        "published:<2026-11-22",
        "language:pt"
      })
  void doesNotMatchAQuote(String query) throws RuleException {
    assertThat(RuleQuery.parse(query).matches(QUOTE)).isFalse();
  }

  @Test
  void matchesAnEntityByItsSalience() throws RuleException {
    assertThat(RuleQuery.parse("person:Brandt salience:>=0.5").matches(ENTITY)).isTrue();
    assertThat(RuleQuery.parse("person:Brandt salience:>=0.8").matches(ENTITY)).isFalse();
    assertThat(RuleQuery.parse("salience:>0.6 list:watchlist").matches(ENTITY)).isTrue();
    assertThat(RuleQuery.parse("org:*").matches(ENTITY)).isFalse();
  }

  @Test
  void putsFlagsAndQueryTogether() throws RuleException {
    RuleQuery speaker = RuleQuery.of("speaker", "Marrow");
    assertThat(speaker.and(RuleQuery.parse("cyber OR hack")).matches(QUOTE)).isTrue();
    assertThat(speaker.and(RuleQuery.parse("hack OR tariffs")).matches(QUOTE)).isFalse();
    assertThat(speaker.and(RuleQuery.parse("in:quote cyber")).matches(QUOTE)).isTrue();
    assertThat(RuleQuery.of("text", "say \"cyber\" \\ again"))
        .hasToString("text:\"say \\\"cyber\\\" \\\\ again\"");
    assertThatThrownBy(() -> RuleQuery.of("colour", "red")).isInstanceOf(RuleException.class);
  }

  /** Every query in the first table of the language's reference. */
  static Stream<String> examples() {
    return WordList.read(RuleQuery.class, "README.md").stream()
        .takeWhile(line -> !line.equals("## Fields"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(2, line.indexOf(" | ")))
        .flatMap(cell -> Stream.of(cell.split("`(, `)?")))
        .filter(query -> !query.isBlank());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theReferenceHoldsQueriesOnly(String query) throws RuleException {
    assertThat(RuleQuery.parse(query)).hasToString(query);
  }
}
