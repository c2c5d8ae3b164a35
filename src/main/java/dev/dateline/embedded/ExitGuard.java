package dev.dateline.embedded;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;

/**
 * Keeps Kafka from ending the JVM it is a guest in.
 *
 * <p>Most faults go to a fault handler, but in a few places, such as the loss of the last log
 * directory, a broker halts the process by itself. While a cluster runs here, that is turned into a
 * fault of the running clusters instead. Which of them it was cannot be told: Kafka's hook is one
 * for the whole process.
 */
final class ExitGuard {

  private static final List<FaultHandler> HANDLERS = new CopyOnWriteArrayList<>();

  private ExitGuard() {}

  static synchronized void enter(FaultHandler handler) {
    HANDLERS.add(handler);
    Exit.setExitProcedure(ExitGuard::refuse);
    Exit.setHaltProcedure(ExitGuard::refuse);
  }

  static synchronized void leave(FaultHandler handler) {
    HANDLERS.remove(handler);
    if (HANDLERS.isEmpty()) {
      Exit.resetExitProcedure();
      Exit.resetHaltProcedure();
    }
  }

  private static void refuse(int status, String message) {
    RuntimeException reason =
        new IllegalStateException(
            "Kafka gave up with status " + status + (message == null ? "" : ": " + message));
    HANDLERS.forEach(handler -> handler.handleFault("node failed", reason));
    throw reason;
  }
}
