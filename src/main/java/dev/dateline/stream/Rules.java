package dev.dateline.stream;

import dev.dateline.enrich.EnrichedItem;
import dev.dateline.record.AlertRule;
import dev.dateline.record.Alerts;
import dev.dateline.rules.RuleException;
import dev.dateline.rules.RuleMatch;
import dev.dateline.rules.RuleMatcher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force: fed by the rules topic, matched by every task of the application.
 * Thread-safe.
 *
 * <p>Nothing wrong with a rule ever stops the stream: an invalid one is skipped, logged and
 * counted; it also ends what stood under its id, so that every instance has the same rules whenever
 * it started. One that cannot be read because the registry is away is tried again.
 */
public final class Rules implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

  private final RuleMatcher matcher = new RuleMatcher();
  private final Map<String, AlertRule> rules = new ConcurrentHashMap<>();
  private final Map<String, byte[]> unread = new ConcurrentHashMap<>();
  private final String topic;
  private final Deserializer<AlertRule> deserializer;
  private final StreamCounters counters;

  Rules(String topic, RecordSerdes serdes, StreamCounters counters) {
    this.topic = topic;
    this.deserializer = serdes.of(AlertRule.class).deserializer();
    this.counters = counters;
  }

  /** Takes a record of the rules topic; a null value deletes the rule. Never throws. */
  void accept(String id, byte[] value) {
    unread.remove(id);
    if (value == null) {
      remove(id);
      return;
    }
    try {
      put(id, deserializer.deserialize(topic, value));
    } catch (RuleException | SerializationException | IllegalArgumentException e) {
      refuse(id, e);
    } catch (RuntimeException e) {
      if (Failures.isOfInfrastructure(e)) {
        LOG.warn("Rule {} cannot be read now and will be tried again: {}", id, e.getMessage());
        unread.put(id, value);
      } else {
        refuse(id, e);
      }
    }
  }

  /** Tries once more to read what could not be read. Cheap where there is nothing. */
  void retryUnread() {
    if (!unread.isEmpty()) {
      Map.copyOf(unread).forEach(this::accept);
    }
  }

  /** Every match of every rule in an item. */
  List<RuleMatch> match(EnrichedItem item) {
    return matcher.match(item);
  }

  /** The rule in force under an id, or null. */
  public AlertRule rule(String id) {
    return rules.get(id);
  }

  /** Number of rules in force. */
  public int size() {
    return rules.size();
  }

  @Override
  public void close() {
    matcher.close();
  }

  private void put(String id, AlertRule rule) throws RuleException {
    if (!rule.getEnabled()) {
      remove(id);
      return;
    }
    if (!id.equals(rule.getId())) {
      throw new IllegalArgumentException(
          "the record's key is " + id + ", but the rule's id " + rule.getId());
    }
    matcher.put(Alerts.rule(rule));
    rules.put(id, rule);
  }

  private void remove(String id) {
    matcher.remove(id);
    rules.remove(id);
  }

  private void refuse(String id, Exception why) {
    LOG.warn("Rule {} is skipped: {}", id, why.getMessage());
    counters.count("rules.invalid");
    remove(id);
  }
}
