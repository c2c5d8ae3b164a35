package dev.dateline.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the global store of rules, and hands each to the matcher; also while the store is restored,
 * which is how rules come back after a restart.
 */
final class RuleProcessor implements Processor<byte[], byte[], Void, Void> {

  static final String STORE = "alert-rules";

  private final Rules rules;
  private KeyValueStore<String, byte[]> store;

  RuleProcessor(Rules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String id = new String(record.key(), StandardCharsets.UTF_8);
    store.put(id, record.value());
    rules.accept(id, record.value());
  }
}
