package dev.dateline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.record.Alert;
import dev.dateline.record.AlertMatch;
import dev.dateline.record.AlertRule;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import dev.dateline.record.RecordClasses;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What receivers get to read. */
class BodiesTest {

  static {
    RecordClasses.trust();
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Alert FIRED =
      Alert.newBuilder()
          .setAlertId("a1")
          .setRuleId("storms")
          .setState(AlertState.FIRED)
          .setRule(AlertRule.newBuilder().setId("storms").setDescription("Storms at sea").build())
          .setItem(
              ItemRef.newBuilder()
                  .setId("northwire:1")
                  .setSource("northwire")
                  .setHeadline("Gale <b>warning</b> & high\nwater")
                  .setUrl("https://northwire.example/1?a=b|c")
                  .setPublished(NOON)
                  .build())
          .setSpeaker("Mara Ellingsen")
          .setSection("Weather")
          .setSnippet("before the **wind** drops")
          .setCount(2)
          .setEarlier(
              List.of(
                  AlertMatch.newBuilder()
                      .setItem(
                          ItemRef.newBuilder()
                              .setId("ktb:9")
                              .setSource("ktb")
                              .setHeadline("Ferries wait")
                              .build())
                      .build()))
          .setFired(NOON)
          .build();

  private static final Alert RETRACTED =
      Alert.newBuilder()
          .setAlertId("a1")
          .setRuleId("storms")
          .setState(AlertState.RETRACTED)
          .setReason("KILLED")
          .setItem(FIRED.getItem())
          .setRetracted(NOON.plusSeconds(60))
          .build();

  @Test
  void aWebhookHasTypeTimeAndTheAlert() throws Exception {
    JsonNode fired = JSON.readTree(WebhookCourier.body(FIRED));
    assertThat(fired.get("type").asText()).isEqualTo("alert.fired");
    assertThat(fired.get("timestamp").asText()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(fired.at("/data/item/headline").asText()).startsWith("Gale <b>");
    JsonNode retracted = JSON.readTree(WebhookCourier.body(RETRACTED));
    assertThat(retracted.get("type").asText()).isEqualTo("alert.retracted");
    assertThat(retracted.get("timestamp").asText()).isEqualTo("2026-03-01T12:01:00Z");
  }

  @Test
  void aFiringAndItsRetractionHaveIdsOfTheirOwnThatStay() {
    assertThat(WebhookCourier.id(FIRED)).isEqualTo("alert_a1_fired");
    assertThat(WebhookCourier.id(RETRACTED)).isEqualTo("alert_a1_retracted");
  }

  @Test
  void slackGetsNothingItWouldTakeForItsOwn() throws Exception {
    JsonNode body = JSON.readTree(SlackCourier.body(FIRED));
    assertThat(body.at("/blocks/0/text/text").asText())
        .isEqualTo(
            """
            *storms (2 matches): Gale &lt;b&gt;warning&lt;/b&gt; &amp; high water*
            >before the *wind* drops
            • ktb: Ferries wait""");
    assertThat(body.at("/blocks/1/elements/0/text").asText())
        .isEqualTo(
            "northwire · 2026-03-01T12:00:00Z · said by Mara Ellingsen · in “Weather”"
                + " · <https://northwire.example/1?a=b%7Cc|open>");
    assertThat(body.get("text").asText()).startsWith("*storms");
    assertThat(JSON.readTree(SlackCourier.body(RETRACTED)).get("text").asText())
        .startsWith("*Retracted: storms (killed): Gale");
  }

  @Test
  void aLongBodyIsCutToWhatSlackTakes() throws Exception {
    Alert longOne = Alert.newBuilder(FIRED).setSnippet("word ".repeat(2_000)).build();
    JsonNode body = JSON.readTree(SlackCourier.body(longOne));
    assertThat(body.at("/blocks/0/text/text").asText()).hasSizeLessThan(3_000);
  }

  @Test
  void aDigestListsAlertsByRule() {
    Alert other =
        Alert.newBuilder()
            .setAlertId("a2")
            .setRuleId("ferries")
            .setState(AlertState.FIRED)
            .setItem(ItemRef.newBuilder().setId("k").setSource("ktb").build())
            .setSnippet("A **ferry** waits")
            .build();
    assertThat(MailCourier.text(List.of(FIRED, other)))
        .isEqualTo(
            """
            ferries
            -------

            ferries
              A *ferry* waits
              ktb


            storms: Storms at sea
            ---------------------

            storms (2 matches): Gale <b>warning</b> & high water
              before the *wind* drops
              - ktb: Ferries wait
              northwire · 2026-03-01T12:00:00Z · said by Mara Ellingsen · in “Weather”
              https://northwire.example/1?a=b|c


            """);
  }

  @Test
  void aDigestShowsNoWordsOfWhatWasTakenBackMeanwhile() {
    String text = MailCourier.text(List.of(FIRED, RETRACTED));
    assertThat(text).contains("(retracted since) storms").doesNotContain("before the");
    assertThat(text.lines().filter(line -> line.contains("storms"))).hasSize(2);
    assertThat(MailCourier.text(List.of(RETRACTED))).contains("Retracted: storms (killed)");
  }
}
