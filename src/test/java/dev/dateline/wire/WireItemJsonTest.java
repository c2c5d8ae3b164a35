package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WireItemJsonTest {

  private static final WireItem FULL =
      WireItem.builder("velia-news")
          .guid("urn:velia:1")
          .version("3")
          .versionCreated(Instant.parse("2031-04-05T06:07:08.123456789Z"))
          .firstCreated(Instant.parse("2031-04-05T06:00:00Z"))
          .pubStatus(PubStatus.CANCELED)
          .embargo(Instant.parse("2031-04-06T00:00:00Z"))
          .headline("Quake \"shakes\" Orvane")
          .subhead("Two hurt")
          .subhead("Roads shut")
          .byline("By Ada Voss")
          .dateline("ORVANE, Velia (VN)")
          .located("Orvane")
          .language("en-GB")
          .slug("QUAKE-ORVANE")
          .urgency(2)
          .edNote("Adds detail")
          .usageTerms("No archive")
          .copyright("© 2031")
          .url("https://velia.example/1")
          .agency("Velia News")
          .subject(new Subject("medtop:03000000", "medtop", "disaster"))
          .subject(new Subject("x", null, null))
          .relatedId("urn:velia:0")
          .supersedes("urn:velia:-1")
          .block(Block.heading("What we know", 2))
          .block(Block.paragraph("A tremor 😀 shook\u00a0the town.\tIt passed."))
          .block(Block.of(Block.Kind.LIST_ITEM, "one"))
          .format("ninjs")
          .build();

  @Test
  void losesNothing() throws WireException {
    assertThat(WireItemJson.read(WireItemJson.write(FULL))).isEqualTo(FULL);
  }

  @Test
  void leavesAbsentFieldsAbsent() throws WireException {
    WireItem bare = WireItem.builder("velia-news").build();
    assertThat(WireItemJson.read(WireItemJson.write(bare))).isEqualTo(bare);
  }

  @Test
  void isRecognisedWithoutAHint() throws WireException {
    WireInput input = WireInput.of(WireItemJson.write(FULL), "another-source");
    assertThat(WireReaders.standard().read(input)).containsExactly(FULL);
  }

  @Test
  void refusesWhatItDidNotWrite() {
    assertThatThrownBy(() -> WireItemJson.read(bytes("{}"))).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> WireItemJson.read(bytes("{\"datelineItem\":1")))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("cut short");
    assertThatThrownBy(
            () ->
                WireItemJson.read(bytes("{\"datelineItem\":1,\"source\":\"a\",\"embargo\":\"x\"}")))
        .isInstanceOf(WireException.class);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
