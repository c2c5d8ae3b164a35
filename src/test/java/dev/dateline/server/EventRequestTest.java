package dev.dateline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.stream.OutputTopic;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRequestTest {

  @Test
  void readsTopicAndFilter() {
    EventRequest request = request("quotes", Map.of("speaker", "Lavrov", "kind", "direct"), null);

    assertThat(request.what()).isEqualTo(OutputTopic.QUOTES);
    assertThat(request.filter().isEmpty()).isFalse();
  }

  @Test
  void withoutParametersTakesEverything() {
    assertThat(request("alerts", Map.of(), null).filter().isEmpty()).isTrue();
  }

  @Test
  void namesWhatItDoesNotUnderstand() {
    assertRefused("gossip", Map.of(), null, "quotes");
    assertRefused("quotes", Map.of("speakr", "x"), null, "speakr");
    assertRefused("quotes", Map.of("min-confidence", "high"), null, "min-confidence");
    assertRefused("quotes", Map.of("kind", "spoken"), null, "spoken");
    assertRefused("quotes", Map.of("from", "yesterday"), null, "from");
    assertRefused("quotes", Map.of("since", "soon"), null, "soon");
    assertRefused("quotes", Map.of("where", "("), null, "where");
  }

  @Test
  void refusesToResumeAnotherTopic() {
    assertRefused("quotes", Map.of(), "news.alerts-1-2", "another topic");
    assertRefused("quotes", Map.of("last-event-id", "nonsense"), null, "nonsense");
    assertThat(request("quotes", Map.of(), "news.quotes-1-2@0:1,1:3").start()).isNotNull();
  }

  private static void assertRefused(
      String what, Map<String, String> parameters, String lastEventId, String because) {
    assertThatThrownBy(() -> request(what, parameters, lastEventId))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }

  private static EventRequest request(
      String what, Map<String, String> parameters, String lastEventId) {
    return EventRequest.of(
        what,
        parameters.keySet(),
        parameters::get,
        lastEventId,
        topic -> "news." + topic.label(),
        Instant.parse("2026-03-04T05:06:07Z"));
  }
}
