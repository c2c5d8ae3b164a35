package dev.dateline.server;

import dev.dateline.schema.Schemas;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.OutputTopic;
import dev.dateline.stream.TopicReader;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /api/v1/{what}} with server-sent events: each client has a thread and a
 * consumer of its own, and there are only so many.
 */
final class EventHandler implements Handler, AutoCloseable {

  /** Clients at the same time; a consumer's buffers set the limit. */
  static final int MAX_CLIENTS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(EventHandler.class);

  private final DatelineConfig config;
  private final Schemas schemas;
  private final Clock clock;
  private final Semaphore places = new Semaphore(MAX_CLIENTS);
  private volatile boolean closed;

  EventHandler(DatelineConfig config, Schemas schemas, Clock clock) {
    this.config = config;
    this.schemas = schemas;
    this.clock = clock;
  }

  /** Clients at the moment. */
  int clients() {
    return MAX_CLIENTS - places.availablePermits();
  }

  @Override
  public void handle(Context context) {
    EventRequest request = request(context);
    if (!places.tryAcquire()) {
      throw new ServiceUnavailableResponse("too many clients: " + MAX_CLIENTS);
    }
    boolean started = false;
    try {
      TopicReader reader = open(request);
      context.contentType("text/event-stream; charset=utf-8");
      context.header("Cache-Control", "no-store");
      context.header("X-Accel-Buffering", "no"); // a proxy must not wait for more
      CompletableFuture<Void> done = new CompletableFuture<>();
      context.future(() -> done);
      Thread thread =
          new Thread(
              () -> feed(request, reader, context, done), "events-" + request.what().label());
      thread.setDaemon(true);
      thread.start();
      started = true;
    } finally {
      if (!started) {
        places.release();
      }
    }
  }

  private EventRequest request(Context context) {
    try {
      return EventRequest.of(
          context.pathParam("what"),
          context.queryParamMap().keySet(),
          context::queryParam,
          context.header("Last-Event-ID"),
          what -> what.name(config.topics()),
          clock.instant());
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(e.getMessage());
    }
  }

  private TopicReader open(EventRequest request) {
    OutputTopic what = request.what();
    try {
      return TopicReader.open(config, what.name(config.topics()), request.start());
    } catch (KafkaException e) {
      LOG.warn("Cannot read {}: {}", what.label(), e.getMessage());
      throw new ServiceUnavailableResponse("cannot read " + what.label() + " now");
    }
  }

  private void feed(
      EventRequest request, TopicReader reader, Context context, CompletableFuture<Void> done) {
    try (reader) {
      EventWriter out = new EventWriter(context.res().getOutputStream());
      new EventFeed(request.what(), request.filter(), reader, schemas, out).run(() -> closed);
    } catch (IOException e) {
      LOG.debug("A client of {} has gone: {}", request.what().label(), e.toString());
    } catch (KafkaException e) {
      LOG.warn("Events of {} end: {}", request.what().label(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Events of {} end", request.what().label(), e);
    } finally {
      places.release();
      done.complete(null);
    }
  }

  /** Ends all feeds. */
  @Override
  public void close() {
    closed = true;
  }
}
