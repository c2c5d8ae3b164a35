package dev.dateline.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged jar, run as its users run it: in a process of its own, by its command line. */
final class Dateline {

  private static final long LONGEST_MINUTES = 3;

  private final Path folder;
  private final Map<String, String> environment;
  private int runs;

  /**
   * @param folder where what the processes print is kept
   * @param environment their settings
   */
  Dateline(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /** Runs a command to its end and gives what it printed on standard output. */
  String run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    try {
      assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
          .as("dateline %s ended", String.join(" ", arguments))
          .isTrue();
      assertThat(process.exitValue())
          .as("dateline %s: %s", String.join(" ", arguments), errors())
          .isZero();
      return Files.readString(output("out"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts a command that goes on until it is stopped. */
  Process start(String... arguments) throws IOException {
    runs++;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-jar", System.getProperty("dateline.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output("out").toFile())
            .redirectError(output("err").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What the last command has printed on standard error so far. */
  String errors() throws IOException {
    return Files.readString(output("err"));
  }

  private Path output(String kind) {
    return folder.resolve(runs + "." + kind);
  }
}
