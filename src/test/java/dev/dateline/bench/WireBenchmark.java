package dev.dateline.bench;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleCleaner;
import dev.dateline.wire.WireException;
import dev.dateline.wire.WireInput;
import dev.dateline.wire.WireItem;
import dev.dateline.wire.WireReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Items a second, on one thread, of each wire format, with articles of about 885 tokens: the format
 * found by content and the item read; and that with the article cleaned, which is all that comes
 * before entities and quotes.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class WireBenchmark {

  private static final int ARTICLES = 200;

  @Param({
    "text",
    "newsml-g2",
    "newsml-1",
    "nitf",
    "ninjs",
    "iptc7901",
    "anpa1312",
    "ritzau",
    "mail",
    "feed",
    "jsonl",
    "html"
  })
  private String format;

  private final WireReaders readers = WireReaders.standard();
  private final ArticleCleaner cleaner = ArticleCleaner.standard();
  private final WireInput[] inputs = new WireInput[ARTICLES];
  private int next;

  @Setup
  public void load() throws WireException {
    RandomNews news = new RandomNews(11);
    for (int i = 0; i < ARTICLES; i++) {
      String text = news.item(i).article().text();
      inputs[i] = WireInput.of(item(format, i, text).getBytes(StandardCharsets.UTF_8), "bench");
      String found = readers.read(inputs[i]).get(0).format();
      if (!found.equals(format)) {
        throw new IllegalStateException(format + " was taken for " + found);
      }
    }
  }

  @Benchmark
  public List<WireItem> read() throws WireException {
    return readers.read(input());
  }

  @Benchmark
  public Article readAndClean() throws WireException {
    return cleaner.clean(readers.read(input()).get(0));
  }

  private WireInput input() {
    next = (next + 1) % ARTICLES;
    return inputs[next];
  }

  /** An article in the given format; its first paragraph is the headline. */
  private static String item(String format, int number, String text) {
    int end = text.indexOf("\n\n");
    String headline = text.substring(0, end);
    String body = text.substring(end + 2);
    String html = "<p>" + body.replace("\n\n", "</p><p>") + "</p>";
    return switch (format) {
      case "text" -> text;
      case "newsml-g2" ->
          "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"g"
              + number
              + "\" version=\"1\"><itemMeta><versionCreated>2031-05-03T10:00:00Z</versionCreated>"
              + "</itemMeta><contentMeta><headline>"
              + headline
              + "</headline></contentMeta>"
              + "<contentSet><inlineXML><html><body>"
              + html
              + "</body></html></inlineXML></contentSet></newsItem>";
      case "newsml-1" ->
          "<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:x:"
              + number
              + ":1</PublicIdentifier><RevisionId>1</RevisionId></NewsIdentifier></Identification>"
              + "<NewsComponent><NewsLines><HeadLine>"
              + headline
              + "</HeadLine></NewsLines>"
              + "<ContentItem><DataContent>"
              + html
              + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>";
      case "nitf" ->
          "<nitf><head><docdata><doc-id id-string=\""
              + number
              + "\"/></docdata></head><body>"
              + "<body.head><hedline><hl1>"
              + headline
              + "</hl1></hedline></body.head>"
              + "<body.content>"
              + html
              + "</body.content></body></nitf>";
      case "ninjs" ->
          "{\"uri\":\""
              + number
              + "\",\"versioncreated\":\"2031-05-03T10:00:00Z\",\"headline\":\""
              + headline
              + "\",\"body_html\":\""
              + html.replace("/", "\\/")
              + "\"}";
      case "iptc7901" ->
          "\u0001vpf0123 3 i 245  vpf 0456\n\nSlug/\n\u0002"
              + headline
              + " =\n\n"
              + body
              + "\n\u0003031015 GMT May 31\n";
      case "anpa1312" ->
          "\u0016\u0016\u0001V0123\u001f\nu i\u0013\u0011 BC-VEL  05-03 0245\n\u0002^BC-VEL,245<\n^"
              + headline
              + "<\n   "
              + body.replace("\n\n", "<\n   ")
              + "<\n\u0003VP-WF-05-03-31 1015GMT\u0004";
      case "ritzau" ->
          "<RBNews><NewsID>"
              + number
              + "</NewsID><headline>"
              + headline
              + "</headline><content>"
              + html.replace("<", "&lt;")
              + "</content></RBNews>";
      case "mail" ->
          "Message-ID: <"
              + number
              + "@bench.example>\nFrom: Ada <a@bench.example>\nTo: b@x.example\n"
              + "Subject: "
              + headline
              + "\nDate: Sat, 3 May 2031 10:15:00 +0000\nMIME-Version: 1.0\n"
              + "Content-Type: text/plain; charset=utf-8\n\n"
              + body;
      case "feed" ->
          "<rss version=\"2.0\"><channel><title>x</title><item><guid>"
              + number
              + "</guid><title>"
              + headline
              + "</title><description>"
              + html.replace("<", "&lt;")
              + "</description></item></channel></rss>";
      case "jsonl" ->
          "{\"id\":"
              + number
              + ",\"title\":\""
              + headline
              + "\",\"body\":\""
              + body.replace("\n", "\\n")
              + "\"}";
      case "html" ->
          "<!doctype html><html><head><title>"
              + headline
              + "</title></head><body><nav><ul>"
              + "<li><a href='/'>Home</a></li>".repeat(20)
              + "</ul></nav><article><h1>"
              + headline
              + "</h1><div class='entry-content'>"
              + html
              + "</div></article><footer>"
              + "<a href='/x'>About</a>".repeat(20)
              + "</footer></body></html>";
      default -> throw new IllegalArgumentException(format);
    };
  }
}
