package dev.dateline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {

  @Test
  void isReadAsItWasWritten() {
    EventId id = new EventId("my-news.quotes", 2, 1045, Map.of(0, 12L, 1, 0L, 2, 1046L));

    assertThat(id).hasToString("my-news.quotes-2-1045@0:12,1:0,2:1046");
    assertThat(EventId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void withoutPositionsResumesItsOwnPartition() {
    EventId id = EventId.parse("news.quotes-2-1045");

    assertThat(id.topic()).isEqualTo("news.quotes");
    assertThat(id.next()).containsExactly(Map.entry(2, 1046L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "news.quotes",
        "news.quotes-1",
        "news.quotes-a-1",
        "news.quotes-1-2@x",
        "news.quotes-1-2@1:",
        "news.quotes-1-2@1:2:3",
        "a b-1-2"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> EventId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
