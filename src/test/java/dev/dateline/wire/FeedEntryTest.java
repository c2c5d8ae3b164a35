package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedEntryTest {

  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private static WireItem read(String html, WireItem entry) throws WireException {
    WireInput input =
        new WireInput(
            html.getBytes(StandardCharsets.UTF_8),
            "coast",
            "text/html",
            null,
            "https://coast.example/a?from=feed",
            Map.of(FeedEntry.HEADER, FeedEntry.header(entry)));
    List<WireItem> items = WireReaders.standard().read(input);
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  @Test
  void aPageHasTheIdentityAndTheDatesThatItsFeedGivesIt() throws WireException {
    WireItem entry =
        WireItem.builder("coast")
            .guid("urn:coast:1")
            .url("https://coast.example/a?from=feed")
            .versionCreated(TEN)
            .firstCreated(TEN)
            .headline("Feed title")
            .byline("Odd Varga")
            .language("en")
            .subject(new Subject("ferries", null, "Ferries"))
            .block(Block.paragraph("In short."))
            .build();
    WireItem item =
        read(
            "<html><body><article><h1>Gales keep ferries in port</h1><p>No ferry left Kestrand on"
                + " Sunday, the harbour office said, and none is to leave before Tuesday.</p>"
                + "</article></body></html>",
            entry);
    assertThat(item.guid()).isEqualTo("urn:coast:1");
    assertThat(item.versionCreated()).isEqualTo(TEN);
    assertThat(item.firstCreated()).isEqualTo(TEN);
    assertThat(item.byline()).isEqualTo("Odd Varga");
    assertThat(item.subjects()).containsExactly(new Subject("ferries", null, "Ferries"));
    assertThat(item.headline()).as("the page's own").isEqualTo("Gales keep ferries in port");
    assertThat(item.body()).noneMatch(block -> block.text().contains("In short"));
  }

  @Test
  void anEntryWithoutAnIdGoesByItsAddress() throws WireException {
    WireItem entry = WireItem.builder("coast").url("https://coast.example/a").build();
    WireItem item =
        read("<html><body><article><p>No ferry left Kestrand.</p></article></body></html>", entry);
    assertThat(ItemId.of(item)).isEqualTo("coast:https://coast.example/a");
  }
}
