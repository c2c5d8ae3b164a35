/**
 * Bringing items in: publishing files, watching folders, polling feeds, fetching pages.
 *
 * <p>Belongs here: producers to the raw topic. Does not: reading formats (package {@code wire}).
 */
package dev.dateline.ingest;
