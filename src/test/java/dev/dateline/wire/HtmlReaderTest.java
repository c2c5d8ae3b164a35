package dev.dateline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.article.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {

  static Stream<String> layouts() {
    return NewsPages.layouts().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void findsTheArticleAndNothingElse(String layout) throws WireException {
    Article article = article(NewsPages.layouts().get(layout));
    assertThat(article.headline().text()).isEqualTo(NewsPages.TITLE);
    assertThat(texts(article)).containsExactlyElementsOf(NewsPages.PARAGRAPHS);
  }

  @Test
  void readsTheMetadataOfAPage() throws WireException {
    WireItem item =
        Wires.item(
            """
            <!doctype html><html lang="en-GB"><head><title>Ferry sinks | The Courier</title>
            <link rel="canonical" href="https://courier.example/ferry">
            <meta property="og:site_name" content="The Courier"><meta property="article:tag" content="Shipping">
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
              {"@type":["NewsArticle"],"headline":"Ferry sinks","author":[{"@type":"Person","name":"Ada Voss"},{"name":"Tam Marr"}],
               "datePublished":"2031-05-03T10:00:00Z","dateModified":"2031-05-03T12:15:00+02:00","publisher":{"name":"The Courier"}}]}</script>
            </head><body><article><p>A ferry with forty people on board sank off the coast of Tessaly on Monday.</p></article></body></html>
            """);
    assertThat(item.format()).isEqualTo("html");
    assertThat(item.guid()).isEqualTo("https://courier.example/ferry");
    assertThat(item.url()).isEqualTo("https://courier.example/ferry");
    assertThat(item.headline()).isEqualTo("Ferry sinks");
    assertThat(item.byline()).isEqualTo("Ada Voss, Tam Marr");
    assertThat(item.language()).isEqualTo("en-GB");
    assertThat(item.firstCreated()).isEqualTo(Instant.parse("2031-05-03T10:00:00Z"));
    assertThat(item.versionCreated()).isEqualTo(Instant.parse("2031-05-03T10:15:00Z"));
    assertThat(item.agency()).isEqualTo("The Courier");
    assertThat(item.subjects()).containsExactly(new Subject("Shipping", null, "Shipping"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Паром с сорока пассажирами затонул в понедельник утром у берегов Тессалии, сообщила береговая охрана, девять человек пропали без вести.",
        "غرقت عبارة على متنها أربعون شخصا قبالة سواحل تيسالي صباح يوم الاثنين، وقال خفر السواحل إن تسعة منهم ما زالوا في عداد المفقودين.",
        "一艘载有四十人的渡轮星期一早上在特萨利附近海域沉没，海岸警卫队说，仍有九人下落不明，潜水员正在继续搜寻。",
        "月曜日の朝、四十人を乗せたフェリーがテサリー沖で沈没し、沿岸警備隊によると九人が行方不明となっている。",
        "सोमवार सुबह टेसाली के तट के पास चालीस लोगों को ले जा रही एक नाव डूब गई और तटरक्षक बल के अनुसार नौ लोग अब भी लापता हैं।",
      })
  void readsPagesInOtherScripts(String paragraph) throws WireException {
    String page =
        "<html><body><div class='menu'><a href='/'>A</a><a href='/b'>B</a></div><div class='x'><h1>T</h1>"
            + ("<p>" + paragraph + "</p>").repeat(4)
            + "</div><div class='y'><a href='/1'>C</a></div></body></html>";
    assertThat(texts(article(page))).containsExactly(paragraph, paragraph, paragraph, paragraph);
  }

  @Test
  void keepsAStoryOfOneParagraph() throws WireException {
    String flash = "Divers have found the wreck of the ferry at a depth of sixty metres.";
    assertThat(
            texts(
                article(
                    "<html><body><nav>Home</nav><h1>Wreck found</h1><div class='article-body'><p>"
                        + flash
                        + "</p></div><footer>x</footer></body></html>")))
        .containsExactly(flash);
  }

  @Test
  void takesTheBylineFromThePageWhereItsMetadataHasNone() throws WireException {
    String page =
        "<html><body><article><h1>Ferry sinks off Tessaly</h1><p class='byline'>By Ada Voss</p>"
            + ("<p>The ferry sank on Monday morning off the coast of Tessaly, and nine of the forty people"
                    + " on board are still missing, the coast guard said.</p>")
                .repeat(3)
            + "</article></body></html>";
    assertThat(article(page).byline()).isEqualTo("By Ada Voss");
  }

  @Test
  void refusesAPageWithoutText() {
    assertThatThrownBy(() -> Wires.item("<!doctype html><html><body><img src=x></body></html>"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("without an article");
  }

  @Test
  void readsHugeAndDeepPages() throws WireException {
    String deep =
        "<html><body>"
            + "<div>".repeat(20_000)
            + "<p>It sank on Monday morning off the coast of Tessaly.</p>";
    assertThat(Wires.items(deep)).hasSize(1);
    String wide =
        "<html><body>"
            + "<p>It sank on Monday morning off the coast of Tessaly.</p>".repeat(20_000);
    assertThat(Wires.items(wide)).hasSize(1);
  }

  private static Article article(String page) throws WireException {
    return ArticleCleaner.standard().clean(Wires.item(page));
  }

  private static List<String> texts(Article article) {
    return article.paragraphs().stream()
        .filter(paragraph -> paragraph.kind() != Paragraph.Kind.HEADLINE)
        .filter(paragraph -> paragraph.kind() != Paragraph.Kind.CAPTION)
        .map(paragraph -> paragraph.span().of(article.text()))
        .toList();
  }
}
