package dev.dateline.server;

import dev.dateline.record.Alert;
import dev.dateline.schema.AvroDeserializer;
import dev.dateline.schema.Schemas;
import dev.dateline.schema.UndecodableException;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.TopicReader;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /feeds/RULE.atom} with the last alerts of a rule. A rule that has none yet, or
 * that is yet to be added, has an empty feed. Thread-safe.
 */
final class FeedHandler implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(FeedHandler.class);
  private static final String ENDING = ".atom";

  /** Records looked at: those of the rule lie among those of others. */
  private static final int LOOK_BACK = 10_000;

  private static final int AT_A_TIME = 4;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DatelineConfig config;
  private final AvroDeserializer<Alert> values;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  FeedHandler(DatelineConfig config, Schemas schemas, Clock clock) {
    this.config = config;
    this.values = new AvroDeserializer<>(Alert.class, schemas);
    this.clock = clock;
  }

  @Override
  public void handle(Context context) {
    String file = context.pathParam("file");
    if (!file.endsWith(ENDING) || file.length() == ENDING.length()) {
      throw new NotFoundResponse("feeds are called RULE.atom");
    }
    if (!places.tryAcquire()) {
      throw new ServiceUnavailableResponse("too many ask for feeds at once");
    }
    try {
      String feed =
          feed(file.substring(0, file.length() - ENDING.length()))
              .write(context.url(), clock.instant());
      context.contentType("application/atom+xml; charset=utf-8");
      context.header("Cache-Control", "max-age=10");
      context.result(feed);
    } catch (KafkaException e) {
      LOG.warn("A feed cannot be made: {}", e.getMessage());
      throw new ServiceUnavailableResponse("cannot read alerts now");
    } finally {
      places.release();
    }
  }

  private AtomFeed feed(String rule) {
    AtomFeed feed = new AtomFeed(rule);
    byte[] key = rule.getBytes(StandardCharsets.UTF_8);
    String topic = config.topics().alerts();
    long started = System.nanoTime();
    try (TopicReader reader =
        TopicReader.open(config, topic, TopicReader.Start.lastOf(rule, LOOK_BACK))) {
      Map<Integer, Long> ends = reader.ends();
      while (!reader.hasReached(ends)) {
        if (System.nanoTime() - started > PATIENCE.toNanos()) {
          throw new ServiceUnavailableResponse("reading the alerts takes too long");
        }
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          if (record.value() != null && Arrays.equals(key, record.key())) {
            add(record, feed);
          }
        }
      }
    }
    return feed;
  }

  private void add(ConsumerRecord<byte[], byte[]> record, AtomFeed feed) {
    try {
      feed.add(values.deserialize(record.topic(), record.value()));
    } catch (UndecodableException e) {
      LOG.warn("Offset {} of {} left out: {}", record.offset(), record.topic(), e.getMessage());
    }
  }
}
