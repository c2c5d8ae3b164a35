package dev.dateline.testing;

import dev.dateline.embedded.EmbeddedCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The shared cluster as one test sees it: with a prefix for names that no other test has. */
public final class TestCluster {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int TIMEOUT_S = 30;

  private final EmbeddedCluster cluster;
  private final String prefix = "t" + COUNT.incrementAndGet() + ".";

  TestCluster(EmbeddedCluster cluster) {
    this.cluster = cluster;
  }

  public String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  public String registryUrl() {
    return cluster.registryUrl();
  }

  /** Prefix for this test's topics, groups and application ids; ends with a dot. */
  public String prefix() {
    return prefix;
  }

  /** A name that no other test uses. */
  public String name(String base) {
    return prefix + base;
  }

  /** A new, modifiable map with {@code bootstrap.servers} and {@code schema.registry.url}. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers());
    settings.put("schema.registry.url", registryUrl());
    return settings;
  }

  /** Creates a topic of this test and returns its full name. */
  public String createTopic(String base, int partitions) {
    String topic = name(base);
    try (Admin admin = Admin.create(settings())) {
      admin
          .createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
          .all()
          .get(TIMEOUT_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Cannot create topic " + topic, e);
    }
    return topic;
  }
}
