package dev.dateline.cli;

import dev.dateline.stream.StreamsReset;
import java.io.PrintWriter;

/** Shows what a reset would do, and does it. */
final class ResetPlans {

  private ResetPlans() {}

  static int carryOut(
      StreamsReset reset, StreamsReset.Plan plan, boolean dryRun, boolean force, PrintWriter err) {
    plan.offsets().entrySet().stream()
        .sorted((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
        .forEach(to -> err.println("read " + to.getKey() + " again from offset " + to.getValue()));
    plan.deletedTopics().forEach(topic -> err.println("delete topic " + topic));
    if (plan.deletedState() != null) {
      err.println("delete local state in " + plan.deletedState());
    }
    if (plan.activeMembers() > 0) {
      err.println(plan.activeMembers() + " member(s) of the stream still run");
    }
    if (dryRun) {
      err.println("nothing was done (--dry-run)");
      return 0;
    }
    try {
      reset.apply(plan, force);
    } catch (IllegalStateException e) {
      throw new CommandFailure(e.getMessage() + ", or give --force", e);
    }
    err.println("done: start the stream with 'dateline run'");
    return 0;
  }
}
