package dev.dateline.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A news page: the article found among all that stands around it, its metadata from the head. */
final class HtmlReader implements WireReader {

  static final String FORMAT = "html";

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public int recognise(WireInput input) {
    boolean declared = input.contentType() != null && input.contentType().contains("html");
    if (Xml.first(input.bytes()) != '<' && !declared) {
      return 0;
    }
    String head = Xml.head(input.bytes()).toLowerCase(Locale.ROOT);
    if (head.contains("<!doctype html") || head.contains("<html")) {
      return 80;
    }
    if (!declared && head.stripLeading().startsWith("<?xml")) {
      return 0; // XML of a kind of its own, which may have a body, too
    }
    boolean marked =
        head.contains("<body")
            || head.contains("<article")
            || head.contains("</p>")
            || head.contains("<head");
    return marked ? (declared ? 75 : 40) : declared ? 30 : 0;
  }

  @Override
  public List<WireItem> read(WireInput input) throws WireException {
    String magic = Magic.name(input.bytes());
    if (magic != null) {
      throw new WireException("binary, not a page: " + magic);
    }
    Document page = parse(input);
    WireItem.Builder item = WireItem.builder(input.source()).format(FORMAT);
    PageMetadata metadata = PageMetadata.of(page, input.uri());
    metadata.addTo(item);
    WireItem.Builder found = WireItem.builder(input.source());
    HtmlBlocks.add(PageBody.of(page, metadata.articleBody()), found);
    ArticleBody.reconcile(found.build().body(), metadata.articleBody()).forEach(item::block);
    WireItem read = item.build();
    if (read.body().isEmpty()) {
      throw new WireException("a page without an article");
    }
    return List.of(read);
  }

  private static Document parse(WireInput input) throws WireException {
    Charset utf = TextDecoder.unicodeOf(input.bytes());
    Charset charset = utf == null ? TextDecoder.charset(input.contentType()) : utf;
    String base = input.uri() == null ? "" : input.uri();
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(input.bytes()), charset == null ? null : charset.name(), base);
    } catch (IOException e) {
      throw new WireException("a page that cannot be decoded: " + e.getMessage(), e);
    }
  }
}
