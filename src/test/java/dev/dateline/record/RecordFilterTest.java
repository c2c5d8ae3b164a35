package dev.dateline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.rules.RuleQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFilterTest {

  static {
    RecordClasses.trust();
  }

  private static final ItemRef ITEM =
      ItemRef.newBuilder()
          .setId("northwire:88")
          .setSource("northwire")
          .setHeadline("Ferries stay in port")
          .setLanguage("en-GB")
          .build();

  private final Quote quote =
      Quote.newBuilder()
          .setId("q1")
          .setItem(ITEM)
          .setKind(QuoteKind.DIRECT)
          .setText("No ship leaves before the wind drops.")
          .setSpeaker(
              Speaker.newBuilder()
                  .setText("Ellingsén")
                  .setKind(SpeakerKind.NAME)
                  .setName("Mara Ellingsén")
                  .setRole("harbour master")
                  .build())
          .setConfidence(0.8)
          .build();

  private final StoryLink link =
      StoryLink.newBuilder()
          .setItemId("northwire:88")
          .setSource("northwire")
          .setStoryId("s1")
          .build();

  @Test
  void storiesAreFoundBySourceAndById() {
    assertThat(RecordFilter.builder().source("northwire").build().matches(link)).isTrue();
    assertThat(RecordFilter.builder().source("southwire").build().matches(link)).isFalse();
    assertThat(RecordFilter.builder().story("s0,s1").build().matches(link)).isTrue();
    assertThat(RecordFilter.builder().story("s2").build().matches(link)).isFalse();
    Alert alert = Alert.newBuilder().setAlertId("a").setStoryId("s1").build();
    assertThat(RecordFilter.builder().story("s1").build().matches(alert)).isTrue();
    assertThat(RecordFilter.builder().story("s1").build().matches(quote)).isFalse();
    assertThat(RecordFilter.builder().speaker("Ellingsen").build().matches(link)).isFalse();
  }

  private final ArticleEntity entity =
      ArticleEntity.newBuilder()
          .setId("e1")
          .setItem(ITEM)
          .setType(EntityType.PLACE)
          .setName("Port Eldrin")
          .setAliases(List.of("the port"))
          .setLinks(List.of(Link.newBuilder().setList("geonames").setId("77").build()))
          .setSalience(0.4)
          .build();

  private final EnrichedArticle enriched =
      EnrichedArticle.newBuilder()
          .setId("northwire:88")
          .setSource("northwire")
          .setLanguage("en-GB")
          .setText("Ferries stay in port")
          .setQuotes(List.of(quote))
          .setEntities(List.of(entity))
          .build();

  private final Alert alert =
      Alert.newBuilder()
          .setRuleId("storms")
          .setItem(ITEM)
          .setSpeaker("Mara Ellingsén")
          .setSnippet("before the **wind** drops")
          .build();

  @Test
  void withoutConditionsTakesEverything() {
    assertThat(RecordFilter.ALL.isEmpty()).isTrue();
    assertThat(RecordFilter.ALL.matches(quote)).isTrue();
    assertThat(RecordFilter.builder().speaker(" ").source(null).build().isEmpty()).isTrue();
  }

  @Test
  void findsASpeakerByWholeWordsWhateverCaseAndAccents() {
    assertThat(speaker("ellingsen")).isTrue();
    assertThat(speaker("MARA ELLINGSÉN")).isTrue();
    assertThat(speaker("elling")).isFalse();
    assertThat(speaker("mara harbour")).isFalse();
  }

  @Test
  void findsASpeakerOfAJointStatement() {
    Quote joint =
        Quote.newBuilder(quote)
            .setJointWith(List.of(Speaker.newBuilder().setName("Odd Varga").build()))
            .build();

    assertThat(RecordFilter.builder().speaker("varga").build().matches(joint)).isTrue();
  }

  @Test
  void comparesKindAndConfidence() {
    assertThat(RecordFilter.builder().kind("direct,mixed").build().matches(quote)).isTrue();
    assertThat(RecordFilter.builder().kind("indirect").build().matches(quote)).isFalse();
    assertThat(RecordFilter.builder().minConfidence(0.8).build().matches(quote)).isTrue();
    assertThat(RecordFilter.builder().minConfidence(0.81).build().matches(quote)).isFalse();
  }

  @Test
  void comparesWhereARecordIsFrom() {
    assertThat(RecordFilter.builder().source("ktb,Northwire").build().matches(quote)).isTrue();
    assertThat(RecordFilter.builder().source("ktb").build().matches(quote)).isFalse();
    assertThat(RecordFilter.builder().language("en").build().matches(entity)).isTrue();
    assertThat(RecordFilter.builder().language("e").build().matches(entity)).isFalse();
    assertThat(RecordFilter.builder().language("en-gb").build().matches(enriched)).isTrue();
  }

  @Test
  void comparesEntities() {
    assertThat(RecordFilter.builder().type("place").build().matches(entity)).isTrue();
    assertThat(RecordFilter.builder().type("person").build().matches(entity)).isFalse();
    assertThat(RecordFilter.builder().name("eldrin").build().matches(entity)).isTrue();
    assertThat(RecordFilter.builder().name("the port").build().matches(entity)).isTrue();
    assertThat(RecordFilter.builder().link("geonames").build().matches(entity)).isTrue();
    assertThat(RecordFilter.builder().link("geonames:77").build().matches(entity)).isTrue();
    assertThat(RecordFilter.builder().link("geonames:78").build().matches(entity)).isFalse();
    assertThat(RecordFilter.builder().minSalience(0.5).build().matches(entity)).isFalse();
  }

  @Test
  void inAnEnrichedArticleOneQuoteMeetsAllConditions() {
    Quote other =
        Quote.newBuilder(quote)
            .setKind(QuoteKind.INDIRECT)
            .setSpeaker(Speaker.newBuilder().setName("Odd Varga").build())
            .build();
    EnrichedArticle both =
        EnrichedArticle.newBuilder(enriched).setQuotes(List.of(quote, other)).build();

    assertThat(RecordFilter.builder().speaker("varga").kind("indirect").build().matches(both))
        .isTrue();
    assertThat(RecordFilter.builder().speaker("varga").kind("direct").build().matches(both))
        .isFalse();
  }

  @Test
  void knowsTheSpeakerAndTheRuleOfAnAlert() {
    assertThat(RecordFilter.builder().speaker("ellingsen").build().matches(alert)).isTrue();
    assertThat(RecordFilter.builder().rule("storms,cyber").build().matches(alert)).isTrue();
    assertThat(RecordFilter.builder().rule("cyber").build().matches(alert)).isFalse();
    assertThat(RecordFilter.builder().rule("storms").build().matches(quote)).isFalse();
  }

  @Test
  void aConditionOnWhatARecordHasNotIsNotMet() {
    assertThat(RecordFilter.builder().speaker("ellingsen").build().matches(entity)).isFalse();
    assertThat(RecordFilter.builder().type("place").build().matches(quote)).isFalse();
    assertThat(RecordFilter.builder().minConfidence(0.1).build().matches(alert)).isFalse();
  }

  @Test
  void asksTheRuleLanguage() throws Exception {
    assertThat(where("wind").matches(quote)).isTrue();
    assertThat(where("speaker:ellingsén").matches(quote)).isTrue();
    assertThat(where("place:\"Port Eldrin\"").matches(entity)).isTrue();
    assertThat(where("harvest").matches(quote)).isFalse();
    assertThat(where("source:northwire").matches(enriched)).isTrue();
  }

  @Test
  void refusesKindsThatThereAreNot() {
    assertThatThrownBy(() -> RecordFilter.builder().kind("spoken"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("spoken")
        .hasMessageContaining("INDIRECT");
  }

  private boolean speaker(String words) {
    return RecordFilter.builder().speaker(words).build().matches(quote);
  }

  private static RecordFilter where(String query) throws Exception {
    return RecordFilter.builder().where(RuleQuery.parse(query)).build();
  }
}
