package dev.dateline.server;

import dev.dateline.stream.StreamCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** Metrics for Prometheus: the JVM's, Kafka Streams', and what happened to items. Thread-safe. */
public final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final Set<String> counted = ConcurrentHashMap.newKeySet();
  private final Map<String, Supplier<Map<String, Long>>> counts = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Map<String, Long>>> presents = new ConcurrentHashMap<>();
  private volatile KafkaStreamsMetrics streams;

  public Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  /** Shows the metrics of a streams application; at most one. */
  public void bind(KafkaStreams application) {
    streams = new KafkaStreamsMetrics(application);
    streams.bindTo(registry);
  }

  /** Shows what is counted of items. */
  public void bind(StreamCounters itemCounters) {
    bind("dateline", itemCounters::all);
    presents.put("dateline", itemCounters::present);
  }

  /** Shows counts, by name. */
  public void bind(String prefix, Supplier<Map<String, Long>> all) {
    counts.put(prefix, all);
  }

  void gauge(String name, String description, IntSupplier value) {
    // Held strongly: a method reference is held by nobody else, and the gauge would turn to NaN.
    Gauge.builder(name, value, IntSupplier::getAsInt)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** Everything, as Prometheus reads it. */
  String scrape() {
    register();
    return registry.scrape();
  }

  /** Counters appear when they first count, gauges when they first show something. */
  private void register() {
    counts.forEach(this::register);
    presents.forEach(this::registerGauges);
  }

  private void registerGauges(String prefix, Supplier<Map<String, Long>> all) {
    for (String name : all.get().keySet()) {
      String full = prefix + "." + name;
      if (counted.add(full)) {
        Gauge.builder(full, all, now -> now.get().getOrDefault(name, 0L))
            .strongReference(true)
            .register(registry);
      }
    }
  }

  private void register(String prefix, Supplier<Map<String, Long>> all) {
    for (String name : all.get().keySet()) {
      String full = prefix + "." + name;
      if (counted.add(full)) {
        FunctionCounter.builder(full, all, now -> now.get().getOrDefault(name, 0L))
            .register(registry);
      }
    }
  }

  @Override
  public void close() {
    if (streams != null) {
      streams.close();
    }
    collector.close();
    registry.close();
  }
}
