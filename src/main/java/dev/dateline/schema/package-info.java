/**
 * Avro serdes in Confluent's wire format, the schema-registry client, and records as JSON.
 *
 * <p>Belongs here: everything that touches a registry or turns Avro records to bytes and back, for
 * any record. Does not: knowledge of any one record, its topic or its meaning.
 *
 * <p>{@link dev.dateline.schema.Schemas} is what the serdes need of a registry; {@link
 * dev.dateline.schema.RegistrySchemas} asks a real one, {@link dev.dateline.schema.InMemorySchemas}
 * stands in for it. What can go wrong is told apart by type, because a stream has to answer each in
 * its own way:
 *
 * <ul>
 *   <li>{@link dev.dateline.schema.UndecodableException}: these bytes can never be read. The record
 *       is at fault.
 *   <li>{@link dev.dateline.schema.RegistryUnavailableException}: the registry is away. The same
 *       call may succeed later; no record is at fault.
 *   <li>{@link dev.dateline.schema.RegistryRefusedException}: the registry answered and said no: an
 *       incompatible schema, wrong credentials, a wrong address. Somebody has to change something.
 * </ul>
 */
package dev.dateline.schema;
