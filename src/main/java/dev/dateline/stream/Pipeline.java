package dev.dateline.stream;

import dev.dateline.schema.Schemas;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What all tasks of an application share. Thread-safe.
 *
 * @param config the settings
 * @param partitions partitions of the raw topic
 * @param extractor finds what is in an item
 * @param serdes serdes of all records
 * @param rules the rules in force
 * @param counters counts what happens
 * @param nanoTime the clock that items are held to
 */
public record Pipeline(
    DatelineConfig config,
    int partitions,
    Extractor extractor,
    RecordSerdes serdes,
    Rules rules,
    StreamCounters counters,
    LongSupplier nanoTime) {

  /** Most time an item may take: a quarter of the transaction timeout. */
  static final Duration ITEM_TIME = StreamsSettings.TRANSACTION_TIMEOUT.dividedBy(4);

  /**
   * The parts as they normally are.
   *
   * @param config the settings
   * @param partitions partitions of the raw topic
   * @param extractor finds what is in an item
   * @param schemas the schema registry
   */
  public static Pipeline of(
      DatelineConfig config, int partitions, Extractor extractor, Schemas schemas) {
    RecordSerdes serdes = RecordSerdes.of(config, schemas);
    StreamCounters counters = new StreamCounters();
    Rules rules = new Rules(config.topics().alertRules(), serdes, counters);
    return new Pipeline(config, partitions, extractor, serdes, rules, counters, System::nanoTime);
  }

  Topics topics() {
    return config.topics();
  }

  ItemTimer timer() {
    return new ItemTimer(nanoTime, ITEM_TIME);
  }

  RawDeserializer rawDeserializer() {
    return new RawDeserializer(
        serdes.of(dev.dateline.record.RawArticle.class).deserializer(), config.defaultSource());
  }
}
