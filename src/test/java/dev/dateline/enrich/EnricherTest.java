package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EnricherTest {

  private static final Enricher ENRICHER = Enricher.standard();

  private static EnrichedItem enrich(String text) throws WireException {
    return ENRICHER.enrich(WireInput.of(text.getBytes(StandardCharsets.UTF_8), "coast")).get(0);
  }

  @Test
  void quotesAndEntitiesAreFoundInEnglish() throws WireException {
    EnrichedItem item =
        enrich(
            "Minister resigns over the harbour deal\n\nTransport minister Orla Keane resigned on"
                + " Monday, as the deal for the harbour had failed.\n\n\"I cannot stay,\" Keane said.");
    assertThat(item.article().language()).isEqualTo("en");
    assertThat(item.quotes()).isNotEmpty();
    assertThat(item.entities()).isNotEmpty();
  }

  @Test
  void inAnotherLanguageNothingIsMadeUp() throws WireException {
    EnrichedItem item =
        enrich(
            "Ministerin tritt wegen des Hafenvertrags zurück\n\nDie Verkehrsministerin Orla Keane ist"
                + " am Montag zurückgetreten, weil der Vertrag für den Hafen nicht zu halten war.\n\n"
                + "\"Ich kann nicht bleiben\", sagte Keane nach der Sitzung.\n\n"
                + "Kontext\n\nDer Hafen ist seit einem Jahr geschlossen, und es ist noch nicht klar,"
                + " wann er wieder öffnet.");
    assertThat(item.article().language()).isEqualTo("de");
    assertThat(item.quotes()).isEmpty();
    assertThat(item.entities()).isEmpty();
    assertThat(item.article().text()).contains("Ich kann nicht bleiben");
    assertThat(item.article().sections()).hasSize(1);
  }
}
