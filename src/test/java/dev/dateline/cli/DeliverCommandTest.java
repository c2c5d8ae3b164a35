package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.delivery.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverCommandTest {

  private final Receiver receiver = new Receiver();

  @TempDir Path folder;

  @AfterEach
  void close() {
    receiver.close();
  }

  private CommandRun deliver(String secret, String... arguments) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sinks.yaml"),
            "sinks: [{name: desk, type: webhook, allowPrivate: true, url: '%s', secret: '%s'}]"
                .formatted(receiver.uri(), secret));
    String[] all = new String[arguments.length + 3];
    all[0] = "deliver";
    all[1] = "--sinks";
    all[2] = file.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandRun.of(all);
  }

  @Test
  void aTestSaysWhetherItArrived() throws IOException {
    String secret = "whsec_" + "QUFB".repeat(10);
    CommandRun good = deliver(secret, "--test", "desk");
    assertThat(good.err()).isEqualToIgnoringNewLines("desk: delivered");
    assertThat(good.exit()).isZero();
    assertThat(receiver.requests().get(0).body()).contains("This is a test of the delivery");

    receiver.answer(Receiver.status(503));
    CommandRun bad = deliver(secret, "--test", "desk");
    assertThat(bad.err()).contains("desk: not delivered: status 503").doesNotContain("s3cret");
    assertThat(bad.exit()).isEqualTo(1);
  }

  @Test
  void aSinkThatIsNotThereIsWrongUsage() throws IOException {
    CommandRun run = deliver("whsec_" + "QUFB".repeat(10), "--test", "newsroom");
    assertThat(run.err()).contains("there is no sink 'newsroom' but desk");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(CommandRun.of("deliver").exit()).isEqualTo(2);
  }

  @Test
  void wrongSettingsAreToldWithoutTheSecret() throws IOException {
    CommandRun run = deliver("hunter2", "--test", "desk");
    assertThat(run.err())
        .contains("sink desk: a webhook's secret is 'whsec_'")
        .doesNotContain("hunter2");
    assertThat(run.exit()).isEqualTo(1);
  }
}
