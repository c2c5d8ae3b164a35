/**
 * Wire formats: bytes in, {@link dev.dateline.wire.WireItem}s out.
 *
 * <p>Belongs here: one {@link dev.dateline.wire.WireReader} for each format, and how the right one
 * is found. A new format is one class, its test, and its line in {@code WireReaders}. Does not:
 * cleaning of what the reader found (package {@code article}), fetching (package {@code ingest}).
 */
package dev.dateline.wire;
