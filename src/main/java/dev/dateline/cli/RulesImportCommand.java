package dev.dateline.cli;

import dev.dateline.record.AlertRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes alert rules from YAML. */
@Command(
    name = "import",
    description = {
      "Add and change alert rules as a YAML file says. All are checked before the first is sent."
    },
    sortOptions = false)
final class RulesImportCommand implements Callable<Integer> {

  private static final int MOST_BYTES = 32 << 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
  private String file;

  @Option(names = "--prune", description = "Remove the rules that are not in the file.")
  private boolean prune;

  @Option(names = "--dry-run", description = "Check the file, and only say what would change.")
  private boolean dryRun;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws IOException {
    List<AlertRule> wanted = read();
    PrintWriter err = spec.commandLine().getErr();
    int changed = 0;
    int removed = 0;
    try (RuleSession session = RuleSession.open(kafka.config())) {
      for (AlertRule rule : wanted) {
        if (dryRun ? isNew(session, rule) : session.put(rule)) {
          changed++;
        }
      }
      if (prune) {
        Set<String> gone = new LinkedHashSet<>(session.rules().keySet());
        wanted.forEach(rule -> gone.remove(rule.getId()));
        if (!dryRun) {
          gone.forEach(session::remove);
        }
        removed = gone.size();
      }
    }
    err.printf(
        "%d added or changed, %d as they were, %d removed%s%n",
        changed, wanted.size() - changed, removed, dryRun ? " (dry run: nothing was sent)" : "");
    return 0;
  }

  private static boolean isNew(RuleSession session, AlertRule rule) {
    AlertRule old = session.rules().get(rule.getId());
    return old == null
        || !rule.equals(AlertRule.newBuilder(old).setCreated(null).setChanged(null).build());
  }

  private List<AlertRule> read() throws IOException {
    byte[] bytes;
    if (file.equals("-")) {
      bytes = System.in.readNBytes(MOST_BYTES + 1);
    } else {
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        bytes = in.readNBytes(MOST_BYTES + 1);
      }
    }
    if (bytes.length > MOST_BYTES) {
      throw new CommandFailure(file + " is larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    try {
      return RuleYaml.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (CommandFailure e) {
      throw new CommandFailure(file + ": " + e.getMessage(), e);
    }
  }
}
