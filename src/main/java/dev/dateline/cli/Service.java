package dev.dateline.cli;

import dev.dateline.delivery.Delivery;
import dev.dateline.delivery.DeliverySettings;
import dev.dateline.enrich.Enricher;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.server.Health;
import dev.dateline.server.HttpServer;
import dev.dateline.server.Metrics;
import dev.dateline.stream.DatelineConfig;
import dev.dateline.stream.ListedExtractor;
import dev.dateline.stream.Readiness;
import dev.dateline.stream.StreamsRunner;

/** The stream with its HTTP server: what {@code run} and {@code demo} keep running. */
final class Service implements AutoCloseable {

  private final ListedExtractor extractor;
  private final Metrics metrics;
  private final StreamsRunner runner;
  private final RegistrySchemas schemas;
  private final HttpServer http;
  private final Delivery delivery;

  private Service(
      ListedExtractor extractor,
      Metrics metrics,
      StreamsRunner runner,
      RegistrySchemas schemas,
      HttpServer http,
      Delivery delivery) {
    this.extractor = extractor;
    this.metrics = metrics;
    this.runner = runner;
    this.schemas = schemas;
    this.http = http;
    this.delivery = delivery;
  }

  /**
   * Starts it, with the delivery of alerts where the settings ask for it.
   *
   * @param config the settings
   * @param enricher finds what is in the items
   * @param withHttp whether to serve HTTP
   */
  static Service start(DatelineConfig config, Enricher enricher, boolean withHttp) {
    DeliverySettings sinks = Deliveries.settings(config);
    ListedExtractor extractor = ListedExtractor.start(enricher, config.lists());
    Metrics metrics = new Metrics();
    StreamsRunner runner = null;
    RegistrySchemas schemas = null;
    HttpServer http = null;
    try {
      runner = StreamsRunner.start(config, extractor);
      metrics.bind(runner.streams());
      metrics.bind(runner.counters());
      schemas = RegistrySchemas.of(config.registry());
      http =
          withHttp ? HttpServer.start(config, schemas, health(runner.readiness()), metrics) : null;
      Delivery delivery = sinks == null ? null : Deliveries.start(sinks, config, schemas);
      if (delivery != null) {
        metrics.bind("dateline.delivery", delivery::counts);
      }
      return new Service(extractor, metrics, runner, schemas, http, delivery);
    } catch (RuntimeException e) {
      if (http != null) {
        http.close();
      }
      if (schemas != null) {
        schemas.close();
      }
      if (runner != null) {
        runner.close();
      }
      metrics.close();
      extractor.close();
      throw e;
    }
  }

  StreamsRunner runner() {
    return runner;
  }

  /** Address of the console page; null without HTTP. */
  String url() {
    return http == null ? null : http.url();
  }

  @Override
  public void close() {
    if (delivery != null) {
      delivery.close();
    }
    if (http != null) {
      http.close();
    }
    runner.close();
    schemas.close();
    metrics.close();
    extractor.close();
  }

  private static Health health(Readiness readiness) {
    return new Health() {
      @Override
      public boolean isLive() {
        return readiness.isLive();
      }

      @Override
      public boolean isReady() {
        return readiness.isReady();
      }

      @Override
      public String state() {
        return readiness.reason();
      }
    };
  }
}
