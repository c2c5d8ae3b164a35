package dev.dateline.server;

import dev.dateline.record.Alert;
import dev.dateline.record.AlertState;
import dev.dateline.record.ItemRef;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The alerts of a rule as an Atom feed (RFC 4287), the newest first. An alert that was retracted is
 * told as a deleted entry (RFC 6721), and none of its words. Not thread-safe.
 */
final class AtomFeed {

  /** Entries in a feed. */
  static final int MOST = 100;

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

  private final String rule;
  private final Map<String, Alert> alerts = new LinkedHashMap<>();

  AtomFeed(String rule) {
    this.rule = rule;
  }

  /** The next alert, or retraction, of the rule. */
  void add(Alert alert) {
    alerts.remove(alert.getAlertId());
    alerts.put(alert.getAlertId(), alert);
  }

  /**
   * The feed.
   *
   * @param self where it is to be had
   * @param now the time
   */
  String write(String self, Instant now) {
    List<Alert> last = new ArrayList<>(alerts.values());
    last = last.subList(Math.max(0, last.size() - MOST), last.size());
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeNamespace("at", TOMBSTONES);
      String name = URLEncoder.encode(rule, StandardCharsets.UTF_8);
      element(xml, "id", "urn:dateline:rule:" + name);
      element(xml, "title", "Dateline: " + rule);
      element(xml, "updated", updated(last, now).toString());
      element(xml, "generator", "Dateline");
      link(xml, "self", self);
      for (int i = last.size() - 1; i >= 0; i--) {
        if (last.get(i).getState() == AlertState.RETRACTED) {
          deleted(xml, last.get(i), now);
        } else {
          entry(xml, last.get(i), now);
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string can always be written to", e);
    }
    return out.toString();
  }

  private static Instant updated(List<Alert> alerts, Instant now) {
    return alerts.isEmpty() ? now : time(alerts.get(alerts.size() - 1), now);
  }

  private static Instant time(Alert alert, Instant now) {
    Instant time =
        alert.getState() == AlertState.RETRACTED ? alert.getRetracted() : alert.getFired();
    return time == null ? now : time;
  }

  private static void entry(XMLStreamWriter xml, Alert alert, Instant now)
      throws XMLStreamException {
    ItemRef item = alert.getItem();
    boolean titled = item != null && item.getHeadline() != null;
    xml.writeStartElement("entry");
    element(xml, "id", id(alert));
    element(xml, "title", titled ? item.getHeadline() : alert.getRuleId());
    element(xml, "updated", time(alert, now).toString());
    xml.writeStartElement("author");
    element(xml, "name", item == null ? "Dateline" : item.getSource());
    xml.writeEndElement();
    if (item != null && isLink(item.getUrl())) {
      link(xml, "alternate", item.getUrl());
    }
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", clean(alert.getRuleId()));
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(clean(html(alert)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void deleted(XMLStreamWriter xml, Alert alert, Instant now)
      throws XMLStreamException {
    xml.writeStartElement("at", "deleted-entry", TOMBSTONES);
    xml.writeAttribute("ref", id(alert));
    xml.writeAttribute("when", time(alert, now).toString());
    if (alert.getReason() != null) {
      xml.writeStartElement("at", "comment", TOMBSTONES);
      xml.writeCharacters(clean(alert.getReason()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String id(Alert alert) {
    return "urn:dateline:alert:" + URLEncoder.encode(alert.getAlertId(), StandardCharsets.UTF_8);
  }

  /** The snippet, its words made safe and those that matched set off, and where it stands. */
  private static String html(Alert alert) {
    StringBuilder html = new StringBuilder();
    if (alert.getSnippet() != null) {
      html.append("<p>");
      String[] parts = alert.getSnippet().split("\\*\\*", -1);
      for (int i = 0; i < parts.length; i++) {
        boolean matched = i % 2 == 1 && i < parts.length - 1;
        html.append(matched ? "<b>" : "").append(escape(parts[i])).append(matched ? "</b>" : "");
      }
      html.append("</p>");
    }
    StringJoiner about = new StringJoiner(" \u00b7 ");
    if (alert.getCount() > 1) {
      about.add(alert.getCount() + " matches");
    }
    if (alert.getSpeaker() != null) {
      about.add("said by " + alert.getSpeaker());
    }
    if (alert.getSection() != null) {
      about.add("in \u201c" + alert.getSection() + "\u201d");
    }
    return about.length() == 0
        ? html.toString()
        : html.append("<p>").append(escape(about.toString())).append("</p>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static boolean isLink(String url) {
    return url != null && url.matches("https?://\\S{1,2000}");
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", clean(address));
  }

  /** Without what XML 1.0 cannot hold. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c < 0xd800
                    || c >= 0xe000 && c <= 0xfffd
                    || c >= 0x10000)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
