package dev.dateline.stream;

import dev.dateline.record.RawArticle;
import dev.dateline.record.RawArticles;
import dev.dateline.wire.WireInput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the raw topic. A value with a {@code content-type} header, or one that does not start with
 * byte 0, is the item itself, so that anything that can produce to Kafka can feed Dateline; its
 * {@code source}, {@code format} and {@code uri} come from headers of these names. Everything else
 * is a {@link RawArticle}. Thread-safe.
 */
final class RawDeserializer implements Deserializer<RawRecord> {

  static final String CONTENT_TYPE = "content-type";
  static final String SOURCE = "source";
  static final String FORMAT = "format";
  static final String URI = "uri";

  private final Deserializer<RawArticle> articles;
  private final String defaultSource;

  RawDeserializer(Deserializer<RawArticle> articles, String defaultSource) {
    this.articles = articles;
    this.defaultSource = defaultSource;
  }

  @Override
  public RawRecord deserialize(String topic, byte[] data) {
    return deserialize(topic, new RecordHeaders(), data);
  }

  @Override
  public RawRecord deserialize(String topic, Headers headers, byte[] data) {
    if (data == null) {
      return new RawRecord(null, null, null);
    }
    if (isPlain(headers, data)) {
      return new RawRecord(data, plain(headers, data), null);
    }
    RawArticle article = articles.deserialize(topic, headers, data);
    if (article.getSource().isBlank()) {
      article.setSource(defaultSource);
    }
    return new RawRecord(data, RawArticles.input(article), article.getReceived());
  }

  private static boolean isPlain(Headers headers, byte[] data) {
    return data.length == 0 || data[0] != 0 || headers.lastHeader(CONTENT_TYPE) != null;
  }

  private WireInput plain(Headers headers, byte[] data) {
    Map<String, String> all = new HashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        all.put(
            header.key().toLowerCase(Locale.ROOT),
            new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    String source = all.getOrDefault(SOURCE, "");
    return new WireInput(
        data,
        source.isBlank() ? defaultSource : source.strip(),
        all.get(CONTENT_TYPE),
        all.get(FORMAT),
        all.get(URI),
        all);
  }
}
