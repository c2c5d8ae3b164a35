/**
 * The library's front door: {@code Enricher} takes the bytes of a raw record and gives enriched
 * items, composing wire, article, entities and quotes.
 *
 * <p>Belongs here: the composition, and what needs both entities and quotes (salience). Does not:
 * anything that one of the composed packages could do alone; Kafka, Avro, clocks.
 */
package dev.dateline.enrich;
