package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

  private static WireItem.Builder item() {
    return WireItem.builder("harbour-wire")
        .headline("Ferry line reopens")
        .block(Block.paragraph("The ferry to Port Lune runs again."));
  }

  @Test
  void aRoundTripChangesNothing() throws WireException {
    WireItem item =
        item().guid("hw-17").subject(new Subject("medtop:1", "medtop", "tides")).build();
    WireItem roundTrip = WireItemJson.read(WireItemJson.write(item));
    assertThat(ContentDigest.of(roundTrip)).isEqualTo(ContentDigest.of(item));
  }

  @Test
  void versionAndItsDateAreNoContent() {
    WireItem first = item().version("1").versionCreated(Instant.EPOCH).build();
    WireItem second = item().version("2").versionCreated(Instant.EPOCH.plusSeconds(9)).build();
    assertThat(ContentDigest.of(second)).isEqualTo(ContentDigest.of(first));
  }

  @Test
  void theSameWordsInAnotherFieldAreOtherContent() {
    WireItem headline = WireItem.builder("w").headline("Ferry").build();
    WireItem byline = WireItem.builder("w").byline("Ferry").build();
    assertThat(ContentDigest.of(byline)).isNotEqualTo(ContentDigest.of(headline));
  }
}
