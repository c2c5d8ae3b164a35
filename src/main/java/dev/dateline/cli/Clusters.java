package dev.dateline.cli;

import dev.dateline.stream.DatelineConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a cluster, and tells in plain words where it does not answer. */
final class Clusters {

  private static final int TIMEOUT_MS = 15_000;

  private Clusters() {}

  /** An admin client that gives up soon enough for somebody who waits. */
  static Admin admin(DatelineConfig config) {
    Map<String, Object> settings = new HashMap<>(config.admin());
    settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 3);
    return Admin.create(settings);
  }

  /**
   * Makes sure that the cluster answers and has a topic, before anything is sent or read.
   *
   * @throws CommandFailure where not
   */
  static void requireTopic(DatelineConfig config, String topic) {
    try (Admin admin = admin(config)) {
      get(config, admin.describeTopics(List.of(topic)).allTopicNames());
    } catch (UnknownTopicOrPartitionException e) {
      throw new CommandFailure(
          "there is no topic "
              + topic
              + " at "
              + config.bootstrapServers()
              + ": create the topics with 'dateline topics create', or start 'dateline run'",
          e);
    }
  }

  /**
   * The answer to a request.
   *
   * @throws CommandFailure where none came
   * @throws RuntimeException what the cluster refused it with
   */
  static <T> T get(DatelineConfig config, KafkaFuture<T> answer) {
    try {
      return answer.get(2L * TIMEOUT_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (TimeoutException e) {
      throw noAnswer(config, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw noAnswer(config, e);
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CommandFailure(Failures.describe(e), e);
    }
  }

  private static CommandFailure noAnswer(DatelineConfig config, Exception cause) {
    return new CommandFailure(
        "no answer from Kafka at " + config.bootstrapServers() + " (bootstrap.servers)", cause);
  }
}
