package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import dev.dateline.schema.RegistrySchemas;
import dev.dateline.stream.DatelineConfig;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/** The rules as they stand, and a way to change them. */
final class RuleSession implements AutoCloseable {

  private final RegistrySchemas schemas;
  private final RuleStore store;
  private final Map<String, AlertRule> rules;
  private final DatelineConfig config;
  private Producer<String, AlertRule> producer;

  private RuleSession(DatelineConfig config, RegistrySchemas schemas) {
    this.config = config;
    this.schemas = schemas;
    this.store = new RuleStore(config, schemas);
    this.rules = store.all();
  }

  /**
   * Reads the rules.
   *
   * @throws CommandFailure where there is no topic for them
   */
  static RuleSession open(DatelineConfig config) {
    Clusters.requireTopic(config, config.topics().alertRules());
    RegistrySchemas schemas = RegistrySchemas.of(config.registry());
    try {
      return new RuleSession(config, schemas);
    } catch (RuntimeException e) {
      schemas.close();
      throw e;
    }
  }

  /** The rules, by id. */
  Map<String, AlertRule> rules() {
    return rules;
  }

  /** Puts a rule as it is now in place of what has its id, if it is any different. */
  boolean put(AlertRule rule) {
    AlertRule old = rules.get(rule.getId());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    AlertRule dated =
        AlertRule.newBuilder(rule)
            .setCreated(old == null ? now : old.getCreated())
            .setChanged(old == null ? now : old.getChanged())
            .build();
    if (dated.equals(old)) {
      return false;
    }
    dated.setChanged(now);
    send(rule.getId(), dated);
    rules.put(rule.getId(), dated);
    return true;
  }

  void remove(String id) {
    send(id, null);
    rules.remove(id);
  }

  private void send(String id, AlertRule rule) {
    if (producer == null) {
      producer = Producers.of(config, AlertRule.class, schemas);
    }
    store.send(producer, id, rule);
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close();
    }
    schemas.close();
  }
}
