package dev.dateline.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Levels of the log, which goes to standard error. */
final class Logs {

  private static final String OWN = "dev.dateline";

  private Logs() {}

  /** What {@code --verbose} asks for: all of Dateline's log and the gist of the libraries'. */
  static void verbose() {
    set(OWN, Level.DEBUG);
    set(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.INFO);
  }

  /** For commands that keep running: what happens, unless the user has chosen a level himself. */
  static void service() {
    if (System.getenv("DATELINE_LOG_LEVEL") == null && !isVerbose()) {
      set(OWN, Level.INFO);
    }
  }

  static boolean isVerbose() {
    return LoggerFactory.getLogger(OWN).isDebugEnabled();
  }

  private static void set(String name, Level level) {
    // Another SLF4J back end may be on a user's class path; its levels are its own business.
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
