package dev.dateline.embedded.registry;

/** What one record of the schemas topic says. */
sealed interface LogEntry {

  /** A version is as given; also how it is deleted softly. */
  record PutSchema(StoredSchema schema) implements LogEntry {}

  /** A version is gone for good. */
  record DropSchema(String subject, int version) implements LogEntry {}

  /** The versions of a subject up to a given one are deleted softly. */
  record DeleteSubject(String subject, int upTo) implements LogEntry {}

  /** What was deleted softly of a subject is gone for good. */
  record ClearSubject(String subject) implements LogEntry {}

  /** The compatibility level of a subject, or the global one if the subject is null. */
  record PutConfig(String subject, Compatibility level) implements LogEntry {}

  /** No level of its own any more. */
  record DropConfig(String subject) implements LogEntry {}
}
