package dev.dateline.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.wire.Block;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a heading, in markup and in plain text, and what only looks like one. */
class SectionsTest {

  private static final String BEFORE =
      "Ministers of Velia and Tessaly met on Monday in Orvane for the first time in a year, she said.";
  private static final String AFTER =
      "Both sides agreed to open the northern banks to small boats from the first of May, Keane said.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fishing Rights",
        "Fishing rights",
        "FISHING RIGHTS",
        "1. Fishing rights",
        "2) FISHING RIGHTS IN THE NORTH",
        "What the treaty says about fish",
        "Velia: no way back",
        "The “northern question” again",
      })
  void findsHeadingsInPlainText(String line) throws WireException {
    assertThat(headings(line)).containsExactly(line);
  }

  @Test
  void readsHeadingsOfMarkdownWithTheirDepth() throws WireException {
    Article article =
        clean(BEFORE + "\n\n## Fishing rights\n\n" + AFTER + "\n\n### Cod\n\n" + AFTER);
    assertThat(article.sections())
        .extracting(Section::heading)
        .containsExactly("Fishing rights", "Cod");
    assertThat(article.sections()).extracting(Section::level).containsExactly(2, 3);
    assertThat(article.text()).doesNotContain("#");
  }

  @Test
  void takesQuestionsForHeadingsWhereThereAreSeveral() throws WireException {
    String interview = BEFORE + "\n\nWhy now?\n\n" + AFTER + "\n\nWhat comes next?\n\n" + AFTER;
    assertThat(clean(interview).sections())
        .extracting(Section::heading)
        .containsExactly("Why now?", "What comes next?");
    assertThat(headings("Why now?")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Ada Voss",
        "Image",
        "Advertisement",
        "Read more",
        "Share this article",
        "May 3, 2031",
        "ORVANE, Velia (Velnews)",
        "“No way back”",
        "\"It is over\"",
        "- the northern banks",
        "• the northern banks",
        "The following agreed:",
        "It is over.",
        "Orvane 3, Marrin 1",
        "Orvane at Marrin, 7:05 p.m., first game",
        "voss@velnews.example",
        "https://velnews.example/talks",
        "Photo: Ada Voss",
        "and then they left",
        "The two ministers came in, sat down, and then left again without any word",
      })
  void refusesWhatOnlyLooksLikeAHeading(String line) throws WireException {
    assertThat(headings(line)).isEmpty();
  }

  @Test
  void refusesNumberedLists() throws WireException {
    assertThat(clean(BEFORE + "\n\n1. Orvane\n\n2. Marrin\n\n3. Kestrand\n\n" + AFTER).sections())
        .isEmpty();
  }

  @Test
  void takesHeadingsOfMarkupAsTheyAre() throws WireException {
    Article article =
        html(
            "<p>"
                + BEFORE
                + "</p><h2>Fish and boats, in 3 parts</h2><p>"
                + AFTER
                + "</p><h3>Cod</h3><p>"
                + AFTER
                + "</p>");
    assertThat(article.sections())
        .extracting(Section::heading)
        .containsExactly("Fish and boats, in 3 parts", "Cod");
  }

  @Test
  void findsHeadingsThatOnlyBoldTypeMakes() throws WireException {
    Article article =
        html(
            "<p>"
                + BEFORE
                + "</p><p><strong>Fishing rights</strong></p><p>"
                + AFTER
                + "</p>"
                + "<p><b>«Northern banks» in question</b><br>"
                + AFTER
                + "</p>"
                + "<p><b>Border posts.</b> "
                + AFTER
                + "</p>");
    assertThat(article.sections())
        .extracting(Section::heading)
        .containsExactly("Fishing rights", "«Northern banks» in question", "Border posts.");
    assertThat(article.text()).contains("Border posts.\n\n" + AFTER);
  }

  @Test
  void refusesBoldTypeThatHeadsNothing() throws WireException {
    Article article =
        html(
            "<p>"
                + BEFORE
                + "</p><p><b>“It is over”</b></p><p><b>Orla Keane</b> said that both sides would rest, and that nobody should expect news before the end of May.</p><p><b>Ada Voss</b></p>");
    assertThat(article.sections()).isEmpty();
  }

  @Test
  void doesNotGuessWhereTheMarkupHasHeadings() throws WireException {
    Article article =
        html(
            "<p>"
                + BEFORE
                + "</p><h2>Fishing rights</h2><p>"
                + AFTER
                + "</p><p>Cod and herring</p><p>"
                + AFTER
                + "</p>");
    assertThat(article.sections()).extracting(Section::heading).containsExactly("Fishing rights");
  }

  @Test
  void bulletsOfPlainTextAreListItems() throws WireException {
    Article article = clean(BEFORE + "\n\n* open banks\n\n* new posts\n\n" + AFTER);
    assertThat(article.paragraphs())
        .extracting(Paragraph::kind)
        .containsExactly(
            Paragraph.Kind.HEADLINE,
            Paragraph.Kind.BODY,
            Paragraph.Kind.LIST_ITEM,
            Paragraph.Kind.LIST_ITEM,
            Paragraph.Kind.BODY);
    assertThat(article.text()).contains("\n\nopen banks\n\nnew posts\n\n");
  }

  @Test
  void theTextOfOtherLanguagesIsSectionedToo() throws WireException {
    assertThat(
            clean(
                    "Die Minister von Velia und Tessaly trafen sich am Montag zum ersten Mal seit einem Jahr in Orvane.\n\n"
                        + "Streit um den Fisch\n\n"
                        + "Beide Seiten einigten sich darauf, die nördlichen Bänke für kleine Boote zu öffnen, sagte sie.")
                .sections())
        .extracting(Section::heading)
        .containsExactly("Streit um den Fisch");
  }

  private static List<String> headings(String line) throws WireException {
    return clean(BEFORE + "\n\n" + line + "\n\n" + AFTER).sections().stream()
        .map(Section::heading)
        .toList();
  }

  private static Article clean(String text) throws WireException {
    WireInput input = WireInput.of(text.getBytes(StandardCharsets.UTF_8), "velnews");
    WireItem item = WireReaders.standard().read(input).get(0);
    return ArticleCleaner.standard().clean(item.toBuilder().headline("Talks begin").build());
  }

  private static Article html(String body) throws WireException {
    String json =
        "{\"guid\":\"1\",\"headline\":\"Talks begin\",\"versioncreated\":\"2031-05-03T10:00:00Z\",\"body_html\":\""
            + body.replace("\"", "\\\"")
            + "\"}";
    WireItem item =
        WireReaders.standard()
            .read(WireInput.of(json.getBytes(StandardCharsets.UTF_8), "velnews"))
            .get(0);
    assertThat(item.body()).isNotEmpty().doesNotContain(Block.paragraph(""));
    return ArticleCleaner.standard().clean(item);
  }
}
