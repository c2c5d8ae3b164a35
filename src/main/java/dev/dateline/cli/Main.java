package dev.dateline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code dateline} command. Exit codes: 0 done, 1 something failed, 2 wrong usage. */
@Command(
    name = "dateline",
    description = "News wires into Kafka; attributed quotes, entities and alerts out of it.",
    versionProvider = VersionProvider.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "'dateline COMMAND --help' tells more about each."},
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      PublishCommand.class,
      PollCommand.class,
      SubscribeCommand.class,
      EnrichCommand.class,
      RulesCommand.class,
      DeliverCommand.class,
      DlqCommand.class,
      TopicsCommand.class,
      TopologyCommand.class,
      ReprocessCommand.class,
      ResetCommand.class,
      DoctorCommand.class,
      BenchCommand.class
    })
public final class Main {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help message and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print version information and exit.")
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log more, and show the stack trace of a failure.")
  void verbose(boolean verbose) {
    if (verbose) {
      Logs.verbose();
    }
  }

  public static void main(String[] args) {
    // UTF-8 whatever the locale: texts from the wire are full of what ASCII has not.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    int exit = commandLine().execute(args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /** The command with all its subcommands, ready to execute. */
  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new Main());
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpAutoWidth(true);
    commands.setExecutionStrategy(
        new CommandLine.RunLast()); // a subcommand runs alone, not its parents
    commands.setExecutionExceptionHandler(Main::failed);
    return commands;
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof CommandLine.ParameterException wrong) {
      command.getErr().println(wrong.getMessage());
      return command.getCommandSpec().exitCodeOnInvalidInput();
    }
    command.getErr().println("dateline: " + Failures.describe(failure));
    if (failure instanceof CommandFailure told && !told.picture().isEmpty()) {
      command.getErr().println(told.picture());
    }
    if (Logs.isVerbose()) {
      failure.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
