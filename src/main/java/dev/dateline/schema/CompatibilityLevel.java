package dev.dateline.schema;

/** What a registry demands of a new version of a schema, by Confluent's names. */
public enum CompatibilityLevel {
  /** Anything goes. */
  NONE,
  /** The new schema reads data of the last one: consumers are upgraded first. */
  BACKWARD,
  /** As {@link #BACKWARD}, with all earlier ones. */
  BACKWARD_TRANSITIVE,
  /** The last schema reads data of the new one: producers are upgraded first. */
  FORWARD,
  /** As {@link #FORWARD}, with all earlier ones. */
  FORWARD_TRANSITIVE,
  /** Both ways with the last schema. */
  FULL,
  /** Both ways with all earlier schemas. */
  FULL_TRANSITIVE
}
