package dev.dateline.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleCleanerTest {

  private static final String ROUND_UP =
      """
      Harbour talks: the day in brief

      By Ada Voss

      ORVANE, /VELNEWS/ - Ministers of Velia and Tessaly met on Monday for the first time in a year.

      “It was a long talk,” Foreign Minister Orla Keane said.

      Fishing rights

      Both sides agreed to open the northern banks to small boats from the first of May.

      Border posts

      Two posts will open in the summer, according to Keane, and a third one when the road is built.

      Source: <https://velnews.example/1234>

      [Disclaimer]
      """;

  @Test
  void takesARoundUpApart() throws WireException {
    Article article = clean(ROUND_UP);
    assertThat(article.headline().text()).isEqualTo("Harbour talks: the day in brief");
    assertThat(article.byline()).isEqualTo("By Ada Voss");
    assertThat(article.sections())
        .extracting(Section::heading)
        .containsExactly("Fishing rights", "Border posts");
    assertThat(article.removed())
        .extracting(Removed::reason)
        .containsExactly("source-line", "disclaimer", "byline");
    assertThat(article.text()).startsWith("Harbour talks: the day in brief\n\nORVANE, /VELNEWS/");
    assertThat(article.text()).endsWith("when the road is built.");
  }

  @Test
  void spansCutOutWhatTheySay() throws WireException {
    Article article = clean("😀 " + ROUND_UP);
    for (Section section : article.sections()) {
      assertThat(section.headingSpan().of(article.text())).isEqualTo(section.heading());
      assertThat(section.span().of(article.text())).startsWith(section.heading());
      assertThat(section.id()).startsWith(article.itemId() + "#");
    }
    assertThat(article.sections().get(0).span().of(article.text())).endsWith("first of May.");
    String rejoined =
        article.paragraphs().stream()
            .map(paragraph -> paragraph.span().of(article.text()))
            .reduce((a, b) -> a + "\n\n" + b)
            .orElseThrow();
    assertThat(rejoined).isEqualTo(article.text());
  }

  @Test
  void keepsTheDatelineInTheTextWithItsSpan() throws WireException {
    Article article =
        clean("Talks begin\n\nLONDON, May 3 (Reuters) - Talks began on Monday, she said.");
    Dateline dateline = article.dateline();
    assertThat(dateline.places()).containsExactly("LONDON");
    assertThat(dateline.agency()).isEqualTo("Reuters");
    assertThat(dateline.date()).isEqualTo("May 3");
    assertThat(dateline.span().of(article.text())).isEqualTo(dateline.text());
    assertThat(dateline.text()).isEqualTo("LONDON, May 3 (Reuters)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Source: Velnews                                             | source-line
          https://velnews.example/story/1                             | link
          (Reporting by Ada Voss; Editing by Orla Keane)              | credit
          Reporting by Ada Voss in Orvane and Tam Marr in Tessaly     | credit
          Additional reporting by Orla Keane                          | credit
          Follow Ada Voss on Twitter @adavoss                         | share-prompt
          Share this article                                          | share-prompt
          Subscribe to our daily newsletter                           | share-prompt
          READ MORE: Keane goes home                                  | related-link
          © 2031 Velnews. All rights reserved.                        | copyright
          Copyright 2031 The Velia Press. All rights reserved.        | copyright
          (Adds quotes, background)                                   | advisory
          (Updates with reaction, changes dateline (previous ORVANE)) | advisory
          Eds: Adds detail. With AP Photos.                           | advisory
          EDITORS' NOTE: Embargoed until noon.                        | editors-note
          ___                                                         | end-mark
          -30-                                                        | end-mark
          ENDS                                                        | end-mark
          Advertisement                                               | page-part
          Photo: Velnews / Tam Marr                                   | photo-credit
          Published 3 May 2031, 10:15                                 | timestamp
          """)
  void movesFurnitureAsideWithItsReason(String line, String reason) throws WireException {
    Article article =
        clean(
            "Talks begin\n\nTalks began on Monday in the harbour town, she said.\n\n"
                + line
                + "\n\nThey will go on until the end of the week, she said.");
    assertThat(article.removed()).containsExactly(new Removed(reason, line));
    assertThat(article.text()).doesNotContain(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copyright law has not kept up, the minister said.",
        "Reporting by the Orvane Courier found that three ships had left.",
        "Follow the money, she said, and you will find the ship.",
        "Support our fishermen, he told the crowd in Orvane.",
        "By Monday evening, Tessaly had closed the border.",
        "Share prices fell 3 percent in Orvane on Monday.",
        "Source code of the ferry system was stolen.",
        "Photographs of the ship were shown to the court.",
        "Published studies show that cod stocks fell by 30 percent in 2030.",
        "Source: a word that Keane avoids. She speaks of friends and of people who know a lot about it,"
            + " and who would never lie to her, not even on a bad day, as she said on Monday in a long talk.",
      })
  void leavesTextAlone(String line) throws WireException {
    String text = "Talks begin\n\nTalks began on Monday in the harbour town, she said.\n\n" + line;
    assertThat(clean(text).removed()).isEmpty();
    assertThat(clean(text).text()).contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          She left. (Reporting by Ada Voss; Editing by Orla Keane)    | She left.
          She left. Reporting by Ada Voss and Tam Marr                | She left.
          “We left,” she said. ___                                    | “We left,” she said.
          She left. (END)                                             | She left.
          She left. /ritzau/                                          | She left.
          She left. © 2031 Velnews                                    | She left.
          """)
  void cutsTailsOffTheLastParagraph(String paragraph, String expected) throws WireException {
    Article article = clean("Talks begin\n\nTalks began on Monday in the town.\n\n" + paragraph);
    assertThat(article.text()).endsWith("\n\n" + expected);
    assertThat(article.removed()).hasSize(1);
  }

  @Test
  void readsWhatStandsBeforeTheHeadline() throws WireException {
    Article article = clean("UPDATE 2-Talks begin in Orvane\n\nTalks began on Monday, she said.");
    assertThat(article.headline().text()).isEqualTo("Talks begin in Orvane");
    assertThat(article.removed()).containsExactly(new Removed("headline-label", "UPDATE 2-"));
  }

  @Test
  void takesNoSentenceForAHeadline() throws WireException {
    Article article =
        clean(
            "Talks between Velia and Tessaly began in the harbour town of Orvane on Monday, she said."
                + "\n\nThey will go on.");
    assertThat(article.headline()).isNull();
  }

  @Test
  void refusesFalseHeadings() throws WireException {
    Article article =
        clean(
            """
            Talks begin

            Talks began on Monday in the harbour town of Orvane, Orla Keane said.

            Present were:

            Ada Voss

            Tam Marr

            Orla Keane

            They will go on until the end of the week, and then both sides will rest.

            “No way back”

            A fourth round is planned for June in the mountain village of Brann.
            """);
    assertThat(article.sections()).isEmpty();
  }

  @Test
  void anItemWithoutTextIsAnEmptyArticle() {
    Article article =
        ArticleCleaner.standard().clean(dev.dateline.wire.WireItem.builder("velnews").build());
    assertThat(article.text()).isEmpty();
    assertThat(article.paragraphs()).isEmpty();
    assertThat(article.headline()).isNull();
    assertThat(article.language()).isNull();
  }

  private static Article clean(String text) throws WireException {
    WireInput input = WireInput.of(text.getBytes(StandardCharsets.UTF_8), "velnews");
    return ArticleCleaner.standard().clean(only(WireReaders.standard().read(input)));
  }

  private static <T> T only(List<T> items) {
    assertThat(items).hasSize(1);
    return items.get(0);
  }
}
