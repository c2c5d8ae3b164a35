package dev.dateline.embedded.registry;

/** A type that a schema uses by name, and where its definition is registered. */
record SchemaReference(String name, String subject, int version) {}
