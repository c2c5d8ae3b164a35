package dev.dateline.server;

/** How the process is, for those who watch over it. Thread-safe. */
public interface Health {

  /** Whether it works at all; one that does not should be started anew. */
  boolean isLive();

  /** Whether it does its work now; one that does not may do so again by itself. */
  boolean isReady();

  /** What it is doing, in a word or a sentence. */
  String state();
}
