package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesReaderTest {

  @Test
  void findsFieldsByTheNamesTheyGoBy() throws WireException {
    List<WireItem> items =
        Wires.items(
            """
            {"_id": 17, "title": "Ferry sinks", "author": "Ada Voss", "published_at": "2031-05-03T10:15:00Z", "body": "It sank.\\n\\nNine are missing.", "lang": "en"}
            {"uuid": "b", "heading": "Divers", "content_html": "<p>They went down.</p>", "canonical_url": "https://velpress.example/2"}
            """);
    assertThat(items).extracting(WireItem::guid).containsExactly("17", "b");
    assertThat(items).extracting(WireItem::headline).containsExactly("Ferry sinks", "Divers");
    assertThat(items.get(0).byline()).isEqualTo("Ada Voss");
    assertThat(items.get(0).language()).isEqualTo("en");
    assertThat(items.get(0).versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(Wires.blocks(items.get(0)))
        .containsExactly("PARAGRAPH: It sank.", "PARAGRAPH: Nine are missing.");
    assertThat(items.get(1).url()).isEqualTo("https://velpress.example/2");
    assertThat(Wires.blocks(items.get(1))).containsExactly("PARAGRAPH: They went down.");
  }

  @Test
  void aBadLineTakesNoOtherWithIt() {
    assertThatThrownBy(
            () ->
                Wires.items(
                    "{\"id\":1,\"text\":\"It sank.\"}\n{\"id\":2,\"text\":\n"
                        + "{\"id\":3,\"text\":\"Nine are missing.\"}\n"))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> {
              assertThat(e).hasMessageStartingWith("1 of 3 lines cannot be read: line 2");
              assertThat(e.items()).extracting(WireItem::guid).containsExactly("1", "3");
            });
  }

  @Test
  void readsArraysAndObjectsOverSeveralLines() throws WireException {
    assertThat(Wires.items("[{\"id\":1,\"text\":\"It sank.\"},{\"id\":2,\"text\":\"Yes.\"}]"))
        .hasSize(2);
    assertThat(Wires.item("{\n \"id\": 1,\n \"text\": \"It sank.\"\n}\n").guid()).isEqualTo("1");
  }
}
