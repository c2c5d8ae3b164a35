/**
 * A schema registry that answers as Confluent's does.
 *
 * <p>It serves what serializers, consumers and people with {@code curl} use: subjects, versions,
 * lookups, schemas by id, references, soft and permanent deletion, compatibility levels and checks.
 * Schemas are kept in the compacted topic {@code _schemas}, in Confluent's own record format, so
 * that a real registry started on the same cluster goes on where this one stopped.
 *
 * <p>It does not answer:
 *
 * <ul>
 *   <li>schema types other than AVRO: {@code GET /schemas/types} says so, registration is refused;
 *   <li>changes of mode ({@code PUT /mode}), and with it imports under a given id or version;
 *   <li>contexts other than the default one, aliases, metadata, rule sets, tags and key-encryption
 *       keys, exporters;
 *   <li>{@code normalize=true} (a schema is compared as written), {@code format}, schemas by guid;
 *   <li>{@code validateFields} and compatibility groups;
 *   <li>authentication and TLS, and forwarding to a leader: it is the only one.
 * </ul>
 *
 * <p>{@code RegistryStore} is a pure state machine over {@code LogEntry}s; {@code RegistryLog} is
 * the topic; {@code Registry} decides; {@code RegistryHttp} speaks HTTP.
 */
package dev.dateline.embedded.registry;
