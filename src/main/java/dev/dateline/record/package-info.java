/**
 * The Avro records generated from {@code schemas/}, and the one mapper from the domain's types to
 * them.
 *
 * <p>Belongs here: the mapping, in one direction for each record. Does not: serialisation (package
 * {@code schema}).
 */
package dev.dateline.record;
