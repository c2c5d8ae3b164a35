package dev.dateline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.record.EnrichedArticle;
import dev.dateline.record.EnrichedItems;
import dev.dateline.record.RecordFilter;
import dev.dateline.record.Records;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A back-test and a filter over records find what the live rule finds in the items. */
class RecordsMatchAsItemsTest {

  private static final Records RECORDS = new Records("test");

  static Stream<String> queries() {
    return RuleLanguageTest.queries().map(arguments -> (String) arguments.get()[0]);
  }

  private static EnrichedArticle record(EnrichedItem item) {
    return RECORDS.enrichedArticle(item, Instant.EPOCH);
  }

  @Test
  void everyRuleFindsTheSameInTheRecordOfAnItem() throws RuleException {
    try (RuleMatcher matcher = new RuleMatcher()) {
      for (String query : queries().toList()) {
        matcher.put(new Rule(query, query));
      }
      for (EnrichedItem item : Newsroom.ITEMS.values()) {
        assertThat(matcher.match(EnrichedItems.of(record(item)))).isEqualTo(matcher.match(item));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aFilterOfEnrichedArticlesTakesThoseThatTheRuleMatches(String query) throws RuleException {
    RecordFilter filter = RecordFilter.builder().where(RuleQuery.parse(query)).build();
    try (RuleMatcher matcher = new RuleMatcher()) {
      matcher.put(new Rule("r", query));
      for (EnrichedItem item : Newsroom.ITEMS.values()) {
        EnrichedItem read = EnrichedItems.of(record(item));
        assertThat(filter.matches(record(item)))
            .as(item.itemId())
            .isEqualTo(!matcher.match(read).isEmpty());
      }
    }
  }
}
