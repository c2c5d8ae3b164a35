package dev.dateline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.text.TextSpan;
import dev.dateline.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each construct of the language finds, as the table {@code queries.txt} says. */
class RuleLanguageTest {

  static Stream<Arguments> queries() {
    return WordList.read(RuleLanguageTest.class, "queries.txt").stream()
        .map(line -> line.split("\\s+=>\\s*", 2))
        .map(parts -> Arguments.of(parts[0], parts[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void findsWhatTheTableSays(String query, String expected) throws RuleException {
    assertThat(found(query)).isEqualTo(expected);
  }

  /**
   * The matches in all items: item, what matched, and the words, e.g. {@code hack/quote ransom:
   * cyber}.
   */
  private static String found(String query) throws RuleException {
    List<String> found = new ArrayList<>();
    try (RuleMatcher matcher = new RuleMatcher()) {
      matcher.put(new Rule("r", query));
      for (Map.Entry<String, EnrichedItem> item : Newsroom.ITEMS.entrySet()) {
        for (RuleMatch match : matcher.match(item.getValue())) {
          checkSpans(match, item.getValue());
          found.add(item.getKey() + "/" + shown(match));
        }
      }
    }
    return found.isEmpty() ? "nothing" : String.join("; ", found);
  }

  private static void checkSpans(RuleMatch match, EnrichedItem item) {
    String text = item.article().text();
    assertThat(match.terms())
        .allSatisfy(term -> assertThat(term.span().of(text)).isEqualTo(term.text()));
    assertThat(match.terms().stream().map(TextSpan::span)).isSorted();
  }

  private static String shown(RuleMatch match) {
    String where = match.matchedOn().name().toLowerCase(Locale.ROOT);
    String which =
        switch (match.matchedOn()) {
          case ARTICLE -> "";
          case SECTION -> " " + match.section();
          case QUOTE -> " " + match.matchedId();
        };
    return where
        + which
        + match.terms().stream()
            .map(TextSpan::text)
            .collect(Collectors.joining(", ", match.terms().isEmpty() ? "" : ": ", ""));
  }
}
