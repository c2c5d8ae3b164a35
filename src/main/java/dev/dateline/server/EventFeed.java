package dev.dateline.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.record.RecordFilter;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.AvroJson;
import dev.dateline.schema.Schemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.OutputTopic;
import dev.dateline.stream.TopicReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the records of one topic to one client. It reads from Kafka no faster than the client takes
 * them, so nothing piles up here, however slow the client is; one that takes nothing for as long as
 * the connection may idle is dropped by the server, and comes back where it stopped. Used by one
 * thread.
 *
 * <p>A record is an event {@code quote}, {@code article}, {@code section}, {@code entity}, {@code
 * enriched} or {@code alert}; a withdrawal is an event {@code withdrawn}.
 */
final class EventFeed {

  private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
  private static final JsonFactory JSON = new JsonFactory();
  private static final Duration POLL = Duration.ofMillis(250);
  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int RETRY_MS = 2_000;

  private final OutputTopic what;
  private final RecordFilter filter;
  private final TopicReader reader;
  private final EventWriter out;
  private final Deserializer<? extends SpecificRecord> values;
  private final Map<Integer, Long> next = new HashMap<>();
  private long lastWrite = System.nanoTime();

  EventFeed(
      OutputTopic what, RecordFilter filter, TopicReader reader, Schemas schemas, EventWriter out) {
    this.what = what;
    this.filter = filter;
    this.reader = reader;
    this.out = out;
    this.values = new AvroDeserializer<>(what.type(), schemas);
  }

  /**
   * Sends until told to stop.
   *
   * @throws IOException once the client has gone
   */
  void run(BooleanSupplier stopped) throws IOException {
    next.putAll(reader.positions());
    out.retry(RETRY_MS);
    while (!stopped.getAsBoolean()) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
        next.put(record.partition(), record.offset() + 1);
        send(record);
      }
      if (System.nanoTime() - lastWrite > HEARTBEAT_NANOS) {
        out.heartbeat();
        lastWrite = System.nanoTime();
      }
    }
  }

  private void send(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (record.value() == null) {
      write("withdrawn", record, withdrawal(record));
      return;
    }
    SpecificRecord value;
    try {
      value = values.deserialize(record.topic(), record.value());
    } catch (UndecodableException e) {
      LOG.warn(
          "Partition {} of {}, offset {}, left out: {}",
          record.partition(),
          record.topic(),
          record.offset(),
          e.getMessage());
      return;
    }
    if (filter.matches(value)) {
      write(event(), record, AvroJson.toJson(value));
    }
  }

  private void write(String event, ConsumerRecord<byte[], byte[]> record, String data)
      throws IOException {
    EventId id = new EventId(record.topic(), record.partition(), record.offset(), next);
    out.event(event, id.toString(), data);
    lastWrite = System.nanoTime();
  }

  private String event() {
    return switch (what) {
      case QUOTES -> "quote";
      case ARTICLES -> "article";
      case SECTIONS -> "section";
      case ENTITIES -> "entity";
      case ENRICHED -> "enriched";
      case ALERTS -> "alert";
      case STORIES -> "story";
    };
  }

  private static String withdrawal(ConsumerRecord<byte[], byte[]> record) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField(
          "withdrawn",
          record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8));
      json.writeStringField("item", header(record, "dateline.item.id"));
      json.writeStringField("version", header(record, "dateline.item.version"));
      json.writeStringField("reason", header(record, "dateline.reason"));
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
