package dev.dateline.wire;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * XML into a tree of elements by their local names, well-formed or refused. Document types and
 * external entities are never followed; entities that XML itself does not have are read as HTML has
 * them. Bounded in depth. Pure; thread-safe.
 */
final class Xml {

  private static final int DEEPEST = 256;
  private static final int SNIFFED = 4096;

  private Xml() {}

  /** A factory is not thread-safe to configure, but is to use once configured. */
  private static final XMLInputFactory FACTORY = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /**
   * The document in {@code bytes}.
   *
   * @throws WireException where they are not well-formed
   */
  static Document parse(byte[] bytes) throws WireException {
    try {
      return read(FACTORY.createXMLStreamReader(new StringReader(decode(bytes))));
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /** The characters from the root element on: its declaration has said what it had to say. */
  private static String decode(byte[] bytes) throws WireException {
    Charset utf = TextDecoder.unicodeOf(bytes);
    Charset charset = utf == null ? declared(bytes) : utf;
    String text = TextDecoder.decode(bytes, "text/xml; charset=" + charset.name());
    int begin = text.startsWith("\ufeff") ? 1 : 0;
    while (begin < text.length() && text.charAt(begin) <= ' ') {
      begin++;
    }
    if (text.startsWith("<?xml", begin)) {
      int end = text.indexOf("?>", begin);
      begin = end < 0 ? begin : end + 2;
    }
    while (begin < text.length() && text.charAt(begin) <= ' ') {
      begin++;
    }
    return text.substring(begin);
  }

  /** What the declaration names, however it spells it; UTF-8 where it names nothing known. */
  private static Charset declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    int at = head.indexOf("encoding=");
    int end = head.indexOf("?>");
    if (at < 0 || end < at) {
      return StandardCharsets.UTF_8;
    }
    int close = head.indexOf(head.charAt(at + 9), at + 10);
    Charset named = close < 0 ? null : TextDecoder.named(head.substring(at + 10, close));
    return named == null ? StandardCharsets.UTF_8 : named;
  }

  /**
   * The local name of the document's root, in its own case, or null where it does not look like
   * XML.
   */
  static String root(byte[] bytes) {
    if (first(bytes) != '<') {
      return null;
    }
    String start = head(bytes);
    int at = 0;
    while (true) {
      at = start.indexOf('<', at);
      if (at < 0 || at + 1 >= start.length()) {
        return null;
      }
      char next = start.charAt(at + 1);
      if (next == '?') {
        at = skip(start, at, "?>");
      } else if (start.startsWith("<!--", at)) {
        at = skip(start, at, "-->");
      } else if (next == '!') {
        at = skipDoctype(start, at);
      } else {
        return Character.isLetter(next) || next == '_' ? name(start, at + 1) : null;
      }
      if (at < 0) {
        return null;
      }
    }
  }

  /**
   * The first character that is no white space, 0 where there is none: what most formats can be
   * told apart by at no cost.
   */
  static char first(byte[] bytes) {
    int at = ControlCharacters.first(bytes);
    if (at < 0) {
      return 0;
    }
    boolean ascii = bytes[at] > 0 && (at + 1 == bytes.length || bytes[at + 1] > 0);
    if (ascii) {
      return (char) bytes[at];
    }
    String head = head(bytes).stripLeading();
    int begin = head.startsWith("\ufeff") ? 1 : head.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    while (begin < head.length() && Character.isWhitespace(head.charAt(begin))) {
      begin++;
    }
    return head.length() > begin ? head.charAt(begin) : 0;
  }

  /** The first few thousand characters, of whatever Unicode encoding, for looking around in. */
  static String head(byte[] bytes) {
    Charset utf = TextDecoder.unicodeOf(bytes);
    int size = Math.min(bytes.length, SNIFFED);
    return new String(bytes, 0, size, utf == null ? StandardCharsets.ISO_8859_1 : utf);
  }

  private static int skip(String text, int at, String end) {
    int found = text.indexOf(end, at);
    return found < 0 ? -1 : found + end.length();
  }

  private static int skipDoctype(String text, int at) {
    int close = text.indexOf('>', at);
    int subset = text.indexOf('[', at);
    if (subset >= 0 && subset < close) {
      int end = text.indexOf("]", subset);
      close = end < 0 ? -1 : text.indexOf('>', end);
    }
    return close < 0 ? -1 : close + 1;
  }

  private static String name(String text, int begin) {
    int end = begin;
    while (end < text.length() && " \t\r\n>/".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(begin, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private static Document read(XMLStreamReader in) throws XMLStreamException, WireException {
    Document document = new Document("");
    document.parser(Parser.xmlParser());
    Element at = document;
    int depth = 0;
    try {
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) {
              throw new WireException("XML is nested deeper than " + DEEPEST + " elements");
            }
            at = at.appendChild(element(in)).lastElementChild();
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            at = at.parent();
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              at.appendChild(new TextNode(in.getText()));
          case XMLStreamConstants.ENTITY_REFERENCE ->
              at.appendChild(
                  new TextNode(Parser.unescapeEntities("&" + in.getLocalName() + ";", false)));
          default -> {
            // Comments, instructions and document types say nothing.
          }
        }
      }
    } finally {
      in.close();
    }
    if (document.childrenSize() == 0) {
      throw new WireException("XML without an element");
    }
    return document;
  }

  private static Element element(XMLStreamReader in) {
    Attributes attributes = new Attributes();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    Tag tag = Tag.valueOf(in.getLocalName(), Parser.NamespaceXml, ParseSettings.preserveCase);
    return new Element(tag, "", attributes);
  }

  private static WireException damaged(XMLStreamException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNumber()
                + ", column "
                + e.getLocation().getColumnNumber()
                + ")";
    String message = String.valueOf(e.getMessage());
    int detail = message.indexOf("Message: ");
    return new WireException(
        "XML is damaged or cut short: "
            + (detail < 0 ? message : message.substring(detail + 9)).replaceFirst("\\.\\s*$", "")
            + where,
        e);
  }
}
