package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

  static Stream<List<String>> commands() {
    List<List<String>> all = new ArrayList<>();
    collect(Main.commandLine(), List.of(), all);
    return all.stream();
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> all) {
    all.add(path);
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              if (!name.equals(sub.getCommandName())) {
                return; // an alias
              }
              List<String> deeper = new ArrayList<>(path);
              deeper.add(name);
              collect(sub, deeper, all);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(List<String> command) {
    StringWriter out = new StringWriter();
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--help");

    int exit = run(out, arguments);

    assertThat(exit).isZero();
    assertThat(out.toString())
        .startsWith(("Usage: dateline " + String.join(" ", command)).strip())
        .contains("-h, --help");
  }

  @Test
  void tellsItsVersion() {
    StringWriter out = new StringWriter();
    assertThat(run(out, List.of("--version"))).isZero();
    assertThat(out.toString()).startsWith("dateline ");
  }

  private static int run(StringWriter out, List<String> arguments) {
    CommandLine commands = Main.commandLine();
    commands.setOut(new PrintWriter(out, true));
    return commands.execute(arguments.toArray(String[]::new));
  }
}
