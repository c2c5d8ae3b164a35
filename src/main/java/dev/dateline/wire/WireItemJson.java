package dev.dateline.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Dateline's own form of one {@link WireItem}: what a raw record of several items is split into.
 * Nothing is lost on the way there and back, the source and the original format included. UTF-8
 * JSON; absent fields are left out; times are ISO 8601 in UTC. Pure; thread-safe.
 */
public final class WireItemJson {

  /** Name of the format, for {@link WireInput#format()}. */
  public static final String FORMAT = "dateline-item";

  /** First field of the object, and by it the format is recognised; its value is the layout. */
  static final String MARKER = "datelineItem";

  private static final int LAYOUT = 1;

  private WireItemJson() {}

  /** The bytes of {@code item}. */
  public static byte[] write(WireItem item) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField(MARKER, LAYOUT);
      write(json, "source", item.source());
      write(json, "guid", item.guid());
      write(json, "version", item.version());
      write(json, "versionCreated", item.versionCreated());
      write(json, "firstCreated", item.firstCreated());
      write(json, "pubStatus", item.pubStatus().name());
      write(json, "embargo", item.embargo());
      write(json, "headline", item.headline());
      write(json, "subheads", item.subheads());
      write(json, "byline", item.byline());
      write(json, "dateline", item.dateline());
      write(json, "located", item.located());
      write(json, "language", item.language());
      write(json, "slug", item.slug());
      write(json, "urgency", item.urgency());
      write(json, "edNote", item.edNote());
      write(json, "usageTerms", item.usageTerms());
      write(json, "copyright", item.copyright());
      write(json, "url", item.url());
      write(json, "agency", item.agency());
      writeSubjects(json, item.subjects());
      write(json, "relatedIds", item.relatedIds());
      write(json, "supersedes", item.supersedes());
      writeBody(json, item.body());
      write(json, "format", item.format());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen on a byte array", e);
    }
    return out.toByteArray();
  }

  /**
   * The item in {@code bytes}, equal to the one written.
   *
   * @throws WireException where they are not what {@link #write} makes
   */
  public static WireItem read(byte[] bytes) throws WireException {
    JsonNode json = Json.parse(bytes);
    if (json.path(MARKER).asInt() != LAYOUT) {
      throw new WireException("not an item in layout " + LAYOUT + " of " + FORMAT);
    }
    try {
      return new WireItem(
          text(json, "source"),
          text(json, "guid"),
          text(json, "version"),
          instant(json, "versionCreated"),
          instant(json, "firstCreated"),
          PubStatus.valueOf(json.path("pubStatus").asText()),
          instant(json, "embargo"),
          text(json, "headline"),
          list(json, "subheads", JsonNode::asText),
          text(json, "byline"),
          text(json, "dateline"),
          text(json, "located"),
          text(json, "language"),
          text(json, "slug"),
          json.hasNonNull("urgency") ? Integer.valueOf(json.get("urgency").asInt()) : null,
          text(json, "edNote"),
          text(json, "usageTerms"),
          text(json, "copyright"),
          text(json, "url"),
          text(json, "agency"),
          list(json, "subjects", WireItemJson::subject),
          list(json, "relatedIds", JsonNode::asText),
          list(json, "supersedes", JsonNode::asText),
          list(json, "body", WireItemJson::block),
          text(json, "format"));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new WireException("damaged " + FORMAT + ": " + e.getMessage(), e);
    }
  }

  private static Subject subject(JsonNode json) {
    return new Subject(text(json, "code"), text(json, "scheme"), text(json, "name"));
  }

  private static Block block(JsonNode json) {
    return new Block(
        Block.Kind.valueOf(json.path("kind").asText()),
        json.path("text").asText(),
        json.path("level").asInt());
  }

  private static String text(JsonNode json, String field) {
    return json.hasNonNull(field) ? json.get(field).asText() : null;
  }

  private static Instant instant(JsonNode json, String field) {
    return json.hasNonNull(field) ? Instant.parse(json.get(field).asText()) : null;
  }

  private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>();
    json.path(field).forEach(value -> values.add(read.apply(value)));
    return values;
  }

  private static void write(JsonGenerator json, String field, Object value) throws IOException {
    if (value instanceof Integer number) {
      json.writeNumberField(field, number);
    } else if (value != null) {
      json.writeStringField(field, value.toString());
    }
  }

  private static void write(JsonGenerator json, String field, List<String> values)
      throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(field);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  private static void writeSubjects(JsonGenerator json, List<Subject> subjects) throws IOException {
    if (!subjects.isEmpty()) {
      json.writeArrayFieldStart("subjects");
      for (Subject subject : subjects) {
        json.writeStartObject();
        write(json, "code", subject.code());
        write(json, "scheme", subject.scheme());
        write(json, "name", subject.name());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void writeBody(JsonGenerator json, List<Block> body) throws IOException {
    if (!body.isEmpty()) {
      json.writeArrayFieldStart("body");
      for (Block block : body) {
        json.writeStartObject();
        write(json, "kind", block.kind().name());
        write(json, "text", block.text());
        if (block.level() != 0) {
          json.writeNumberField("level", block.level());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
