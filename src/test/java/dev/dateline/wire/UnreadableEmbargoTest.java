package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An embargo that cannot be read is one all the same. */
class UnreadableEmbargoTest {

  private static WireItem ninjs(String embargoed, String status) throws WireException {
    String json =
        """
        {"uri":"urn:coast:1","type":"text","pubstatus":"%s","embargoed":"%s",
         "headline":"Ferries stay in port","body_text":"No ferry left Kestrand."}
        """
            .formatted(status, embargoed);
    WireInput input = WireInput.of(json.getBytes(StandardCharsets.UTF_8), "coast");
    return WireReaders.standard().read(input).get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tuesday 19.00 hrs", "2031-13-41T99:00", "31 Brumaire 2031"})
  void theItemIsWithheld(String embargoed) throws WireException {
    WireItem item = ninjs(embargoed, "usable");
    assertThat(item.embargo()).isNull();
    assertThat(item.pubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(item.toBuilder().build().pubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void unlessItIsCancelledOrTheFieldHoldsNoDate() throws WireException {
    assertThat(ninjs("Tuesday 19.00 hrs", "canceled").pubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(ninjs("false", "usable").pubStatus()).isEqualTo(PubStatus.USABLE);
    WireItem dated = ninjs("2031-05-03T18:00:00Z", "usable");
    assertThat(dated.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(dated.embargo()).isEqualTo(Instant.parse("2031-05-03T18:00:00Z"));
  }
}
