package dev.dateline.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.record.Alert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Posts alerts to an incoming webhook of Slack, or of what takes the same: Mattermost and others.
 */
final class SlackCourier implements Courier {

  private static final JsonFactory JSON = new JsonFactory();

  /** Slack takes 3,000 characters in a section. */
  private static final int LONGEST = 2_900;

  private static final int MOST_EARLIER = 10;

  private final HttpPoster poster;

  SlackCourier(HttpPoster poster) {
    this.poster = poster;
  }

  @Override
  public Outcome deliver(List<Alert> alerts) throws InterruptedException {
    for (Alert alert : alerts) {
      Outcome outcome = poster.post(body(alert), Map.of());
      if (outcome.kind() != Outcome.Kind.DELIVERED) {
        return outcome;
      }
    }
    return Outcome.DELIVERED;
  }

  static byte[] body(Alert alert) {
    AlertText text = AlertText.of(alert, SlackCourier::escape, "*");
    StringBuilder lines = new StringBuilder();
    lines.append('*').append(text.title()).append('*');
    if (!text.snippet().isEmpty()) {
      lines.append("\n>").append(text.snippet());
    }
    text.earlier().stream()
        .skip(Math.max(0, text.earlier().size() - MOST_EARLIER))
        .forEach(earlier -> lines.append("\n\u2022 ").append(earlier));
    StringBuilder about = new StringBuilder(text.about());
    if (isLink(text.url())) {
      about.append(" \u00b7 <").append(escape(text.url()).replace("|", "%7C")).append("|open>");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("text", cut(lines.toString()));
      json.writeBooleanField("unfurl_links", false);
      json.writeArrayFieldStart("blocks");
      block(json, "section", lines.toString());
      if (!about.isEmpty()) {
        block(json, "context", about.toString());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array cannot fail", e);
    }
    return out.toByteArray();
  }

  private static void block(JsonGenerator json, String type, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    if (type.equals("context")) {
      json.writeArrayFieldStart("elements");
      json.writeStartObject();
    } else {
      json.writeObjectFieldStart("text");
    }
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", cut(text));
    json.writeEndObject();
    if (type.equals("context")) {
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static boolean isLink(String url) {
    return url != null && url.matches("https?://[^\\s<>]{1,2000}");
  }

  /** What Slack would take for its own. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " \u2026";
  }

  @Override
  public void close() {
    poster.close();
  }
}
