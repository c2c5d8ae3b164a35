package dev.dateline.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Broker settings for a cluster that lives inside another program. */
final class SmallCluster {

  /** How long a node may take to start or to stop. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int MAX_REPLICAS = 3;

  private SmallCluster() {}

  /** Returns a new, modifiable map of settings for a cluster of so many nodes. */
  static Map<String, String> settings(int nodes) {
    String replicas = Integer.toString(Math.min(nodes, MAX_REPLICAS));
    String inSync = nodes < MAX_REPLICAS ? "1" : "2";
    Map<String, String> settings = new HashMap<>();
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", replicas);
    settings.put("min.insync.replicas", inSync);

    settings.put("offsets.topic.num.partitions", "4");
    settings.put("offsets.topic.replication.factor", replicas);
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", replicas);
    settings.put("transaction.state.log.min.isr", inSync);
    settings.put("share.coordinator.state.topic.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", replicas);
    settings.put("share.coordinator.state.topic.min.isr", inSync);

    // A lone consumer need not wait for others to join it.
    settings.put("group.initial.rebalance.delay.ms", "0");

    // The defaults are sized for a machine of its own: 128 MiB for the cleaner, a dozen threads.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");

    // A producer that sends again right after a commit waits here for the end of its transaction,
    // rather than to be refused and try again, out of order and loudly.
    settings.put("add.partitions.to.txn.retry.backoff.max.ms", "5000");
    settings.put("add.partitions.to.txn.retry.backoff.ms", "5");
    return settings;
  }
}
