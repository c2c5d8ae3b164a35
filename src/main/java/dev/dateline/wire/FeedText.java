package dev.dateline.wire;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Characters of feeds, whose encoding is declared in three places that often disagree. */
final class FeedText {

  private static final int PROLOG = 4096;

  private FeedText() {}

  /** The characters of a feed: by byte order mark, then as ROME weighs header against prolog. */
  static String decode(byte[] bytes, String contentType) throws WireException {
    String magic = Magic.name(bytes);
    if (magic != null) {
      throw new WireException("binary, not a feed: " + magic);
    }
    Charset utf = TextDecoder.unicodeOf(bytes);
    if (utf != null) {
      String text = new String(bytes, utf);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
    try (XmlReader reader =
        new XmlReader(new ByteArrayInputStream(bytes), contentType, true, "UTF-8")) {
      StringBuilder text = new StringBuilder(bytes.length);
      char[] buffer = new char[8192];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
      return text.toString();
    } catch (IOException | IllegalArgumentException e) {
      // An encoding that does not exist, or is not the one: what can be read is read.
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Without its document type, which is neither needed nor wanted. */
  static String withoutDoctype(String xml) {
    int begin = xml.indexOf("<!DOCTYPE");
    int root = xml.indexOf("<rss");
    if (begin < 0 || root >= 0 && root < begin || begin > PROLOG) {
      return xml;
    }
    int subset = xml.indexOf('[', begin);
    int close = xml.indexOf('>', begin);
    if (subset >= 0 && subset < close) {
      int end = xml.indexOf(']', subset);
      close = end < 0 ? -1 : xml.indexOf('>', end);
    }
    return close < 0 ? xml : xml.substring(0, begin) + xml.substring(close + 1);
  }

  /** Well-formed XML of whatever comes: elements closed, references escaped, prefixes declared. */
  static String mend(String xml) {
    Document document = Jsoup.parse(xml, "", Parser.xmlParser());
    Element root = document.firstElementChild();
    if (root != null) {
      for (String prefix : prefixes(document)) {
        if (!root.hasAttr("xmlns:" + prefix)) {
          root.attr("xmlns:" + prefix, "urn:undeclared:" + prefix);
        }
      }
    }
    document
        .outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .escapeMode(Entities.EscapeMode.xhtml)
        .prettyPrint(false);
    return root == null ? "" : root.outerHtml();
  }

  private static Set<String> prefixes(Document document) {
    Set<String> prefixes = new TreeSet<>();
    for (Element element : document.getAllElements()) {
      add(element.tagName(), prefixes);
      for (Attribute attribute : element.attributes()) {
        add(attribute.getKey(), prefixes);
      }
    }
    prefixes.remove("xml");
    prefixes.remove("xmlns");
    return prefixes;
  }

  private static void add(String name, Set<String> prefixes) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      prefixes.add(name.substring(0, colon));
    }
  }
}
