package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NinjsReaderTest {

  private static final String V1 =
      """
      {"uri":"tag:vel:ferry","guid":"tag:vel:ferry","type":"text","version":"4",
       "versioncreated":"2031-05-03T10:15:00+0000","firstcreated":"2031-05-03T10:00:00Z",
       "pubstatus":"usable","embargoed":"2031-05-03T18:00:00Z","urgency":3,"language":"en",
       "headline":"Ferry &amp; crew sink","slugline":"TESSALY-FERRY","byline":"By Ada Voss",
       "located":"Orvane","ednote":"Adds toll","usageterms":"None","copyrightnotice":"(c) Velpress",
       "dateline":{"text":"ORVANE, May 3 (Velpress) -"},"evolvedfrom":"tag:vel:flash",
       "subject":[{"code":"03000000","name":null},{"code":"vel:boats","name":"Boats","scheme":"vel"}],
       "associations":{"featuremedia":{"guid":"tag:vel:pic","type":"picture"}},
       "body_html":"<p>It sank.</p><p>Divers <b>went</b> down.</p>"}
      """;

  @Test
  void readsVersion1() throws WireException {
    WireItem item = Wires.item(V1);
    assertThat(item.format()).isEqualTo("ninjs");
    assertThat(item.guid()).isEqualTo("tag:vel:ferry");
    assertThat(item.version()).isEqualTo("4");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.embargo()).isEqualTo(Instant.parse("2031-05-03T18:00:00Z"));
    assertThat(item.headline()).isEqualTo("Ferry & crew sink");
    assertThat(item.slug()).isEqualTo("TESSALY-FERRY");
    assertThat(item.byline()).isEqualTo("By Ada Voss");
    assertThat(item.located()).isEqualTo("Orvane");
    assertThat(item.dateline()).isEqualTo("ORVANE, May 3 (Velpress) -");
    assertThat(item.urgency()).isEqualTo(3);
    assertThat(item.edNote()).isEqualTo("Adds toll");
    assertThat(item.usageTerms()).isNull();
    assertThat(item.supersedes()).containsExactly("tag:vel:flash");
    assertThat(item.relatedIds()).containsExactly("tag:vel:pic");
    assertThat(item.subjects())
        .containsExactly(
            new Subject("03000000", null, "disaster, accident and emergency incident"),
            new Subject("vel:boats", "vel", "Boats"));
    assertThat(Wires.blocks(item))
        .containsExactly("PARAGRAPH: It sank.", "PARAGRAPH: Divers went down.");
  }

  @Test
  void readsVersion2() throws WireException {
    WireItem item =
        Wires.item(
            """
            {"uri":"http://vel.example/ferry","type":"text","versioncreated":"2031-05-03T10:15:00Z",
             "pubstatus":"usable","headlines":[{"role":"sub","value":"Nine missing"},{"role":"main","value":"Ferry sinks"}],
             "by":"Ada Voss","slugline":"ferry","subjects":[{"uri":"http://cv.example/03010000"}],
             "bodies":[{"role":"main","contenttype":"text/plain","value":"It sank.\\nDivers went down."},
                       {"role":"main","contenttype":"text/html","value":"<p>It sank.</p><h2>Divers</h2><p>They went down.</p>"}],
             "associations":[{"name":"pic","uri":"http://vel.example/pic"}]}
            """);
    assertThat(item.headline()).isEqualTo("Ferry sinks");
    assertThat(item.subheads()).containsExactly("Nine missing");
    assertThat(item.byline()).isEqualTo("Ada Voss");
    assertThat(item.relatedIds()).containsExactly("http://vel.example/pic");
    assertThat(item.subjects())
        .containsExactly(new Subject("http://cv.example/03010000", null, "transport accident"));
    assertThat(Wires.blocks(item))
        .containsExactly("PARAGRAPH: It sank.", "HEADING: Divers", "PARAGRAPH: They went down.");
  }

  @Test
  void readsVersion3InItsCamelCase() throws WireException {
    WireItem item =
        Wires.item(
            """
            {"standard":{"name":"ninjs","version":"3.0"},"uri":"http://vel.example/ferry","version":"9",
             "versionCreated":"2031-05-03T10:15:00Z","firstCreated":"2031-05-03T10:00:00Z",
             "pubStatus":"canceled","urgency":2,"usageTerms":"Not after 2032","edNote":"Kill",
             "copyrightNotice":"(c) Velpress","headlines":[{"role":"main","value":"Ferry sinks"}],
             "altIds":[{"role":"x","value":"1"}],
             "bodies":[{"contentType":"text/plain","value":"It sank."}]}
            """);
    assertThat(item.guid()).isEqualTo("http://vel.example/ferry");
    assertThat(item.version()).isEqualTo("9");
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.firstCreated()).isEqualTo(Instant.parse("2031-05-03T10:00:00Z"));
    assertThat(item.pubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(item.usageTerms()).isEqualTo("Not after 2032");
    assertThat(item.edNote()).isEqualTo("Kill");
    assertThat(item.copyright()).isEqualTo("(c) Velpress");
    assertThat(Wires.blocks(item)).containsExactly("PARAGRAPH: It sank.");
  }

  @Test
  void readsTheListsThatApisWrapAroundItems() throws WireException {
    List<WireItem> items =
        Wires.items(
            """
            {"data":{"items":[
              {"item":{"uri":"https://api.example/x?qt=1","altids":{"itemid":"abc"},"version":1,
                       "versioncreated":"2031-05-03T10:15:00Z","headline":"One","bylines":[{"by":"By Ada Voss"},{"by":"Tam Marr"}]}},
              {"item":{"uri":"https://api.example/y","versioncreated":"2031-05-03T10:16:00Z","headline":"Two"}}]}}
            """);
    assertThat(items).extracting(WireItem::guid).containsExactly("abc", "https://api.example/y");
    assertThat(items.get(0).byline()).isEqualTo("By Ada Voss, Tam Marr");
  }

  @Test
  void aPictureHasItsCaption() throws WireException {
    WireItem item =
        Wires.item(
            """
            {"uri":"tag:vel:pic","type":"picture","versioncreated":"2031-05-03T10:15:00Z",
             "headline":"Ferry","description_text":"The ferry in May."}
            """);
    assertThat(item.body()).containsExactly(Block.of(Block.Kind.CAPTION, "The ferry in May."));
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> Wires.item(V1.substring(0, 300)))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> Wires.item("{\"requests\": {\"a\": {\"get\": 1}}}"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("no news item");
    String deep = "{\"headline\":".repeat(5000) + "1" + "}".repeat(5000);
    assertThatThrownBy(() -> Wires.item(deep)).isInstanceOf(WireException.class);
  }
}
