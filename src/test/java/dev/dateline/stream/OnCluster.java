package dev.dateline.stream;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test on a real broker and registry, which all tests of a class share. */
abstract class OnCluster {

  static Cluster cluster;

  @TempDir Path stateDir;

  @BeforeAll
  static void startCluster() {
    cluster = new Cluster();
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  /** Waits long, on a loaded machine too. Threads that die are part of some tests. */
  static ConditionFactory patiently() {
    return await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(90));
  }

  static void awaitReady(StreamsRunner runner) {
    patiently().until(() -> runner.readiness().isReady());
  }
}
