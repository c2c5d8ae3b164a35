/**
 * The Kafka Streams topology: processors, stores, partitioning, dead letters, topic definitions.
 *
 * <p>Belongs here: wiring of pure functions to topics. Does not: decisions that could be a pure
 * function in {@code life}, {@code enrich} or {@code rules}.
 */
package dev.dateline.stream;
