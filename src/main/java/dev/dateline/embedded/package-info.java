/**
 * A real Kafka (KRaft) and a schema registry inside this process, for the demo and for tests.
 *
 * <p>Here belongs what starts, configures and stops such a cluster. Nothing here knows Dateline's
 * topics or records, and nothing outside this package needs to know that a cluster is embedded:
 * clients get its addresses ({@code bootstrap.servers}, {@code schema.registry.url}) and use it as
 * they use any other. It is not meant for production: data is not replicated beyond this process,
 * and listeners are bound to the loopback address without authentication.
 */
package dev.dateline.embedded;
