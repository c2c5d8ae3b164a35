package dev.dateline.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireReaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Habits of agencies, in the shape of their items; all of it invented. */
class OtherAgenciesTest {

  private static final String STORY =
      "KESTRAND, May 3 (Coast) - Transport minister Orla Keane resigned on Monday.\n\n"
          + "\"I have told them that I cannot stay,\" Keane said to reporters.";

  private static Article clean(byte[] bytes) throws WireException {
    return ArticleCleaner.standard()
        .clean(WireReaders.standard().read(WireInput.of(bytes, "coast")).get(0));
  }

  private static Article clean(String wire) throws WireException {
    return clean(wire.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- BERNAMA",
        "==Kyodo",
        "(JPE)",
        "RC // MM",
        "an/ mb/",
        "(Schluss) ak/mm",
        "Ada Voss is political editor of the Coast. Follow her on X @adavoss",
        "((ada.voss@example.com; +44 20 1234 5678; Messaging: ada.voss@example))",
      })
  void signOffsAtTheEndLeaveTheText(String last) throws WireException {
    Article article = clean("Minister resigns over harbour deal\n\n" + STORY + "\n\n" + last);
    assertThat(article.text()).endsWith("Keane said to reporters.");
    assertThat(article.removed()).extracting(Removed::text).containsExactly(last);
  }

  @Test
  void aLabelMayEndInAFullStop() throws WireException {
    Article article = clean("AMPL. Minister resigns over harbour deal\n\n" + STORY);
    assertThat(article.headline().text()).isEqualTo("Minister resigns over harbour deal");
    assertThat(article.item().edNote()).startsWith("AMPL");
  }

  @Test
  void aBylineIsPartedFromTheTitleByOneComma() throws WireException {
    Article article =
        clean(
            "<nitf><body><body.head><hedline><hl1>Minister resigns</hl1></hedline><byline>By"
                + " <person>Ada Voss</person>, <byttl>Political Editor</byttl></byline></body.head>"
                + "<body.content><p>Orla Keane resigned on Monday.</p></body.content></body></nitf>");
    assertThat(article.byline()).isEqualTo("By Ada Voss, Political Editor");
  }

  @Test
  void theLanguageMayStandOnTheNewsComponent() throws WireException {
    Article article =
        clean(
            "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId>"
                + "</NewsIdentifier></Identification><NewsComponent xml:lang=\"en\"><NewsLines><HeadLine>Minister"
                + " resigns</HeadLine></NewsLines><ContentItem><DataContent><body><p>Orla Keane"
                + " resigned.</p></body></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>");
    assertThat(article.language()).isEqualTo("en");
  }

  @Test
  void catchWordsOverTheHeadlineAreTheSlugAndALaterLineMayHaveTheTime() throws WireException {
    Article article =
        clean(
            "\u0001CST0245 4 AI 0188 COAST\r\n\u0002\r\nPolitik/Hafen/Kestrand\r\nMinisterin tritt"
                + " zurueck =\r\n\r\n   Kestrand - Ministerin Orla Keane ist am Montag"
                + " zurueckgetreten.\r\n\u0003\r\nCST0245 2031-05-03/10:15\r\n\r\n031015 Mai 31\r\n");
    assertThat(article.headline().text()).isEqualTo("Ministerin tritt zurueck");
    assertThat(article.item().slug()).isEqualTo("Politik/Hafen/Kestrand");
    assertThat(article.item().versionCreated()).isEqualTo("2031-05-03T10:15:00Z");
  }

  @Test
  void jsonWithItsArticleInHtmlAndNamesWithUnderscores() throws WireException {
    Article article =
        clean(
            """
            {"urn":"urn:newsml:coast.example:310503-99-1","version":"2","pubstatus":"usable",
             "version_created":"2031-05-03T10:00:00+02:00","language":"de","headline":"Ministerin geht",
             "article_html":"<section><p>Orla Keane ist am Montag gegangen.</p></section>"}
            """);
    assertThat(article.item().guid()).isEqualTo("urn:newsml:coast.example:310503-99-1");
    assertThat(article.item().versionCreated()).isEqualTo("2031-05-03T08:00:00Z");
    assertThat(article.text()).isEqualTo("Ministerin geht\n\nOrla Keane ist am Montag gegangen.");
  }

  @Test
  void whatIsPackedIsUnpacked() throws WireException, IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(("Minister resigns\n\n" + STORY).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(clean(packed.toByteArray()).headline().text()).isEqualTo("Minister resigns");
    byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), 40);
    assertThatThrownBy(() -> clean(cut)).hasMessageContaining("gzip is damaged or cut short");
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bomb)) {
      out.write(new byte[WireReaders.MAX_BYTES + 1]);
    }
    assertThatThrownBy(() -> clean(bomb.toByteArray())).hasMessageContaining("when unpacked");
  }

  @Test
  void unknownXmlWithABodyIsNoPage() {
    String wire =
        "<?xml version=\"1.0\"?><QueueEntry><headline>x</headline><body>&lt;p&gt;Text&lt;/p&gt;</body>"
            + "</QueueEntry>";
    assertThatThrownBy(() -> clean(wire))
        .hasMessageContaining("XML of an unknown kind: <QueueEntry>");
    assertThatThrownBy(() -> clean(wire.substring(0, 60)))
        .hasMessageContaining("cut short")
        .hasMessageNotContaining(". (line");
  }
}
