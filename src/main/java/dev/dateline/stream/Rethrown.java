package dev.dateline.stream;

import org.apache.kafka.streams.errors.StreamsException;

/** Passes on what is not an item's fault. */
final class Rethrown {

  private Rethrown() {}

  /** The error itself where it can be thrown as it is, else wrapped. */
  static RuntimeException of(Throwable error) {
    return error instanceof RuntimeException runtime ? runtime : new StreamsException(error);
  }
}
