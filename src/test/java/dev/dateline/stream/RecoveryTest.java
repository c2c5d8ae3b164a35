package dev.dateline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.RegistryUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static final Throwable AWAY =
      new StreamsException(new RegistryUnavailableException("the registry is away", null));

  private final List<String> done = new ArrayList<>();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();
  private final Readiness readiness = new Readiness();
  private boolean registryAway;
  private final Recovery recovery =
      new Recovery(
          new Recovery.Stream() {
            @Override
            public void pause() {
              done.add("pause");
            }

            @Override
            public void resume() {
              done.add("resume");
            }

            @Override
            public void checkRegistry() {
              if (registryAway) {
                throw new RegistryUnavailableException("still away", null);
              }
            }

            @Override
            public void failed(Throwable why) {
              done.add("failed");
            }
          },
          readiness,
          (what, delay) -> {
            later.add(what);
            waits.add(delay);
          },
          () -> 0);

  @BeforeEach
  void isRunning() {
    readiness.state(KafkaStreams.State.RUNNING);
    assertThat(readiness.isReady()).isTrue();
  }

  @Test
  void whatIsAwayPausesTheStreamUntilItIsBack() {
    registryAway = true;
    assertThat(recovery.handle(AWAY)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(done).containsExactly("pause");
    assertThat(readiness.isReady()).isFalse();
    assertThat(readiness.reason()).isEqualTo("the registry is away");
    later.remove().run();
    assertThat(readiness.reason()).isEqualTo("still away");
    registryAway = false;
    later.remove().run();
    assertThat(done).containsExactly("pause", "resume");
    assertThat(readiness.isReady()).isTrue();
  }

  @Test
  void waitsGrowUpToHalfAMinute() {
    Throwable brokersAway = new StreamsException(new DisconnectException("nobody there"));
    for (int i = 0; i < 10; i++) {
      recovery.handle(brokersAway);
      later.remove().run();
    }
    assertThat(waits.get(0)).isEqualTo(Duration.ofMillis(500));
    assertThat(waits).isSorted();
    assertThat(waits.get(waits.size() - 1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void theRegistryIsAskedAgainEveryFewSeconds() {
    registryAway = true;
    recovery.handle(AWAY);
    for (int i = 0; i < 10; i++) {
      later.remove().run();
    }
    assertThat(waits).isSorted();
    assertThat(waits.get(waits.size() - 1)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void severalThreadsThatDieOfTheSameWaitOnce() {
    recovery.handle(AWAY);
    recovery.handle(AWAY);
    assertThat(later).hasSize(1);
  }

  @Test
  void missingRightsEndTheApplication() {
    Throwable error = new StreamsException(new TopicAuthorizationException("not yours"));
    assertThat(recovery.handle(error)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(done).containsExactly("failed");
    assertThat(readiness.reason()).contains("not yours");
  }

  @Test
  void whatNobodyForesawEndsItWhenItHappensAgainAndAgain() {
    Throwable bug = new IllegalStateException("bug");
    for (int i = 0; i < 5; i++) {
      assertThat(recovery.handle(bug)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
      later.remove().run();
    }
    assertThat(recovery.handle(bug)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }
}
