package dev.dateline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Puts exceptions into one line for people. */
final class Failures {

  private Failures() {}

  /** What went wrong, in one line. */
  static String describe(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof ExecutionException || saysNothingOfItsOwn(cause))) {
      cause = cause.getCause();
    }
    if (cause instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + reason(file);
    }
    return oneLine(message(cause));
  }

  /** Why something could not be read or written, without its name, in one line. */
  static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return oneLine(file.getReason().toLowerCase(Locale.ROOT));
    }
    return oneLine(message(failure));
  }

  /** An exception that only carries another: its message is what Java makes of the other. */
  private static boolean saysNothingOfItsOwn(Throwable failure) {
    return failure.getCause().toString().equals(failure.getMessage());
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
