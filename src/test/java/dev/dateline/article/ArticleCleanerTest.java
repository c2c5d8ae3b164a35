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
  void anEmbargoLeavesTheHeadlineAndTheTextForTheNote() throws WireException {
    Article article =
        clean(
            """
            EMBARGOED UNTIL 10:00 GMT MONDAY: Ferries stay in port

            EMBARGOED UNTIL 10:00 GMT MONDAY. ORVANE, May 1 (Velnews) - No ferry left Orvane on Saturday.

            The harbour master spoke of a storm.
            """);
    assertThat(article.headline().text()).isEqualTo("Ferries stay in port");
    assertThat(article.dateline().text()).isEqualTo("ORVANE, May 1 (Velnews)");
    assertThat(article.item().edNote()).isEqualTo("EMBARGOED UNTIL 10:00 GMT MONDAY");
    assertThat(article.text()).doesNotContain("EMBARGO");
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
          Lesen Sie auch: Keane geht nach Hause                       | related-link
          Läs också: Keane åker hem                                   | related-link
          [Read: Keane goes home]                                     | related-link
          To continue reading, subscribe to the Courier.              | paywall
          You have reached your limit of free articles this month.    | paywall
          This article is for subscribers only.                       | paywall
          Story continues below                                       | page-part
          *** DISCLAIMER: this is a machine's translation ***         | disclaimer
          This report by The Velia Press was first published May 3.   | disclaimer
          This article is part of a series on harbours.               | disclaimer
          Originally published under Creative Commons by Velnews.     | source-line
          +++ Velia;Harbours;Talks; +++                               | tag-line
          Foto: Ada Voss/Velnews                                      | photo-credit
          © 2031 Velnews. All rights reserved.                        | copyright
          Copyright 2031 The Velia Press. All rights reserved.        | copyright
          (Adds quotes, background)                                   | advisory
          (Updates with reaction, changes dateline (previous ORVANE)) | advisory
          Eds: Adds detail. With AP Photos.                           | advisory
          EDITORS' NOTE: Embargoed until noon.                        | editors-note
          STRICTLY EMBARGOED UNTIL 0001HRS (BST) 12 MAY 2031          | advisory
          Embargo: 00.01 Thursday                                     | advisory
          NOT FOR RELEASE BEFORE THE COUNCIL HAS MET                  | advisory
          Embargo lifted.                                             | advisory
          ___                                                         | end-mark
          -30-                                                        | end-mark
          ENDS                                                        | end-mark
          Advertisement                                               | page-part
          Your browser does not support video.                        | page-part
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
        "Your browser knows more about you than the minister, she said.",
        "Embargo or no embargo, the ships will sail, the minister said.",
        "Embargoed goods worth 3 million were found in the port on Monday.",
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
          She left. (Reuters)                                         | She left.
          She left. REUTERS/Ada Voss (VELIA - Tags: POLITICS)         | She left.
          She left. (Photo by Ada Voss/Velnews, File)                 | She left.
          She left. Foto: Ada Voss/dpa +++ dpa-Bildfunk +++           | She left.
          """)
  void cutsTailsOffTheLastParagraph(String paragraph, String expected) throws WireException {
    Article article = clean("Talks begin\n\nTalks began on Monday in the town.\n\n" + paragraph);
    assertThat(article.text()).endsWith("\n\n" + expected);
    assertThat(article.removed()).hasSize(1);
  }

  /** What is furniture only because the text ends there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tam Marr contributed to this report.                                          | credit
          Voss reported from Orvane. Velnews writers Tam Marr and Lin Sato contributed.  | credit
          Velnews writers Tam Marr in Marrin and Lin Sato contributed to this report.    | credit
          Stringer Lin Sato in Marrin helped with this story.                           | credit
          Ada Voss can be reached at voss@velnews.example                               | credit
          AAP be/                                                                       | agency-mark
          AFP sn                                                                        | agency-mark
          dpa wsz jln                                                                   | agency-mark
          (Xinhua)                                                                      | agency-mark
          hh/ph/ts                                                                      | agency-mark
          51 77 03 CRO01 1113 APE4800 GEST LOC03                                        | agency-mark
          By Ada Voss                                                                   | byline
          Ada Voss/TT                                                                   | byline
          """)
  void takesCreditsAndSignOffsFromTheEnd(String line, String reason) throws WireException {
    Article article =
        clean("Talks begin\n\nTalks began on Monday in the harbour town, she said.\n\n" + line);
    assertThat(article.removed()).containsExactly(new Removed(reason, line));
    assertThat(article.text()).endsWith("she said.");
  }

  @Test
  void keepsAnEndThatOnlyLooksLikeACredit() throws WireException {
    for (String line :
        List.of(
            "“She contributed to this report,” Keane said, “and to the one before.”",
            "The guard said that Marr had contributed much to the search for the missing crew.",
            "Keane can be reached only by boat.",
            "Reuters was the first to report it.")) {
      String text =
          "Talks begin\n\nTalks began on Monday in the harbour town, she said.\n\n" + line;
      assertThat(clean(text).text()).endsWith(line);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE 2-Talks begin in Orvane                  | UPDATE 2-
          CORRECTED-UPDATE 1-Talks begin in Orvane        | CORRECTED-UPDATE 1-
          REFILE-Talks begin in Orvane                    | REFILE-
          WRAPUP 1-Talks begin in Orvane                  | WRAPUP 1-
          RPT-Talks begin in Orvane                       | RPT-
          EXCLUSIVE-Talks begin in Orvane                 | EXCLUSIVE-
          URGENT: Talks begin in Orvane                   | URGENT:
          UPDATE1: Talks begin in Orvane                  | UPDATE1:
          (URGENT) Talks begin in Orvane                  | (URGENT)
          (2nd LD) Talks begin in Orvane                  | (2nd LD)
          1st LEAD Talks begin in Orvane                  |
          EIL: Talks begin in Orvane                      | EIL:
          AMP.- Talks begin in Orvane                     | AMP.-
          Talks begin in Orvane, 1st Ld-Writethru         | , 1st Ld-Writethru
          """)
  void readsWhatStandsAroundTheHeadline(String headline, String label) throws WireException {
    Article article = clean(headline + "\n\nTalks began on Monday in the harbour town, she said.");
    if (label != null) {
      assertThat(article.headline().text()).isEqualTo("Talks begin in Orvane");
      assertThat(article.removed()).containsExactly(new Removed("headline-label", label));
      assertThat(article.item().edNote()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lead-paint ban passes in Orvane",
        "Poll-goers queue in Orvane",
        "Update on the talks in Orvane",
        "Urgent talks begin in Orvane",
      })
  void takesNoWordOfAHeadlineForALabel(String headline) throws WireException {
    assertThat(
            clean(headline + "\n\nTalks began on Monday in the town, she said.").headline().text())
        .isEqualTo(headline);
  }

  @Test
  void readsAdvisoriesIntoTheEditorsNote() throws WireException {
    Article article =
        clean(
            "Talks begin\n\n(Adds quotes, background)\n\nTalks began on Monday in the town, she said.");
    assertThat(article.item().edNote()).isEqualTo("(Adds quotes, background)");
  }

  @Test
  void resolvesMarkupThatWasSentAsText() throws WireException {
    Article article =
        clean(
            "Talks begin\n\nFrom 800<endash>-</endash>1,000 boats came on Monday, <b>she</b> said.\n\n"
                + "<div class=\"embed\" id=\"x\"></div>\n\nThe sum a < b > c stays as it is in the text.");
    assertThat(article.text())
        .contains("From 800-1,000 boats came on Monday, she said.")
        .endsWith("The sum a < b > c stays as it is in the text.");
    assertThat(article.removed()).extracting(Removed::reason).containsExactly("markup");
  }

  @Test
  void takesTheSignatureOffAnEmail() {
    WireItem mail =
        WireItem.builder("velnews")
            .format("mail")
            .headline("Talks begin")
            .block(Block.paragraph("Talks began on Monday in the town, she said."))
            .block(Block.paragraph("Ada Voss"))
            .block(Block.paragraph("Shipping Writer"))
            .block(Block.paragraph("Tel: +99 555 0100"))
            .block(Block.paragraph("www.velnews.example"))
            .build();
    Article article = ArticleCleaner.standard().clean(mail);
    assertThat(article.text())
        .isEqualTo("Talks begin\n\nTalks began on Monday in the town, she said.");
    assertThat(article.removed()).extracting(Removed::reason).containsOnly("signature");
  }

  @Test
  void saysWhatThereIsToRead() throws WireException {
    assertThat(clean("Talks begin\n\nTalks began on Monday, she said.").body())
        .isEqualTo(BodyKind.TEXT);
    WireItem.Builder item = WireItem.builder("velnews").headline("The ferry");
    assertThat(ArticleCleaner.standard().clean(item.build()).body()).isEqualTo(BodyKind.NONE);
    item.block(Block.of(Block.Kind.CAPTION, "The ferry in May."));
    assertThat(ArticleCleaner.standard().clean(item.build()).body()).isEqualTo(BodyKind.CAPTIONS);
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
    Article article = ArticleCleaner.standard().clean(WireItem.builder("velnews").build());
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
